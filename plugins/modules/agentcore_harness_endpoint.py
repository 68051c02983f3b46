#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_harness_endpoint
version_added: 0.1.0
short_description: Manage endpoints of Amazon Bedrock AgentCore harnesses
description:
  - Creates, changes and deletes a named endpoint of a harness of Amazon Bedrock AgentCore, which serves one version
    of it.
  - Uses the operations CreateHarnessEndpoint, GetHarnessEndpoint, UpdateHarnessEndpoint and DeleteHarnessEndpoint of
    C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  harness_id:
    description:
      - Id of the harness.
    type: str
    required: true
  name:
    description:
      - Name of the endpoint, unique in its harness; starts with a letter, then letters, digits and underscores, 48
        characters at most.
    type: str
    required: true
  target_version:
    description:
      - Version of the harness to serve; an older one rolls back. Without it a new endpoint gets the newest version,
        and an existing one keeps what it has.
    type: str
  description:
    description:
      - What the endpoint is for, 1 to 256 characters.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Serve the first version in production
  bidops.platform.agentcore_harness_endpoint:
    harness_id: clerk-a1B2c3D4e5
    name: production
    target_version: "1"

- name: Remove the endpoint
  bidops.platform.agentcore_harness_endpoint:
    harness_id: clerk-a1B2c3D4e5
    name: production
    state: absent
"""

RETURN = r"""
harness_endpoint:
  description: The harness endpoint as GetHarnessEndpoint describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    endpoint_name:
      description: Name of the endpoint.
      type: str
    arn:
      description: ARN of the endpoint.
      type: str
    harness_id:
      description: Id of its harness.
      type: str
    live_version:
      description: Version that is served.
      type: str
    target_version:
      description: Version that is to be served.
      type: str
    status:
      description: State of the endpoint, such as V(READY).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.harness_endpoint import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
