#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_runtime_endpoint_info
version_added: 0.1.0
short_description: List endpoints of an Amazon Bedrock AgentCore runtime
description:
  - Lists the endpoints of an agent runtime on Amazon Bedrock AgentCore, C(DEFAULT) included.
  - Uses the operations ListAgentRuntimeEndpoints and GetAgentRuntimeEndpoint of C(bedrock-agentcore-control), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  agent_runtime_id:
    description:
      - Id of the agent runtime.
    type: str
    required: true
  name:
    description:
      - Only the endpoint with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which version does each endpoint serve?
  bidops.platform.agentcore_runtime_endpoint_info:
    agent_runtime_id: assistant-a1B2c3D4e5
  register: found
"""

RETURN = r"""
agent_runtime_endpoints:
  description: The endpoints, each as GetAgentRuntimeEndpoint describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    agent_runtime_endpoint_arn:
      description: ARN of the endpoint.
      type: str
    agent_runtime_arn:
      description: ARN of its runtime.
      type: str
    name:
      description: Name of the endpoint.
      type: str
    live_version:
      description: Version that is served.
      type: str
    target_version:
      description:
        - Version that is to be served; the same as RV(agent_runtime_endpoints[].live_version) when it is ready.
      type: str
    status:
      description: State of the endpoint, such as V(READY).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.runtime_endpoint import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
