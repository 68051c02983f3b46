#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_workload_identity_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore workload identities
description:
  - Lists the workload identities of Amazon Bedrock AgentCore in a region.
  - Uses the operations ListWorkloadIdentities and GetWorkloadIdentity of C(bedrock-agentcore-control), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the identity with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All workload identities, those of runtimes and gateways included
  bidops.platform.agentcore_workload_identity_info:
  register: found
"""

RETURN = r"""
workload_identities:
  description: The workload identities, each as GetWorkloadIdentity describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
