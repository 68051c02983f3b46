#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_workload_identity
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore workload identities
description:
  - Creates, changes and deletes a workload identity of Amazon Bedrock AgentCore, under which an agent asks for tokens
    and keys of others. Runtimes and gateways bring one of their own.
  - Uses the operations CreateWorkloadIdentity, GetWorkloadIdentity, UpdateWorkloadIdentity and DeleteWorkloadIdentity
    of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the workload identity, unique in the account and region; 3 to 255 letters, digits and C(_.-).
    type: str
    required: true
  allowed_resource_oauth2_return_urls:
    description:
      - URLs to which users may be sent back after they have given consent. Their order does not matter; an empty list
        removes all.
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: An agent that runs outside of AgentCore
  bidops.platform.agentcore_workload_identity:
    name: assistant
    allowed_resource_oauth2_return_urls:
      - https://assistant.example.com/oauth2/callback

- name: Remove the identity
  bidops.platform.agentcore_workload_identity:
    name: assistant
    state: absent
"""

RETURN = r"""
workload_identity:
  description: The workload identity as GetWorkloadIdentity describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Its name.
      type: str
    workload_identity_arn:
      description: Its ARN.
      type: str
    allowed_resource_oauth2_return_urls:
      description: URLs to which users may be sent back.
      type: list
      elements: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.workload_identity import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
