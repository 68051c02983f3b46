#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore gateways
description:
  - Lists the Amazon Bedrock AgentCore gateways.
  - Uses the operations ListGateways and GetGateway of C(bedrock-agentcore-control), and ListTagsForResource where
    tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the gateway with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Where is the gateway?
  bidops.platform.agentcore_gateway_info:
    name: tools
  register: found

- name: Its URL
  ansible.builtin.debug:
    msg: "{{ found.gateways | map(attribute='gateway_url') }}"
"""

RETURN = r"""
gateways:
  description: What was found, each as GetGateway describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    gateway_id:
      description: Id of the gateway.
      type: str
    gateway_arn:
      description: ARN of the gateway.
      type: str
    gateway_url:
      description: URL for MCP clients.
      type: str
    name:
      description: Name of the gateway.
      type: str
    status:
      description: State of the gateway, such as V(READY).
      type: str
    authorizer_type:
      description: How callers prove who they are.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.gateway import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
