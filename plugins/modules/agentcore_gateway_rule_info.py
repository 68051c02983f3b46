#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_rule_info
version_added: 0.1.0
short_description: List rules of Amazon Bedrock AgentCore gateways
description:
  - Lists the rules of Amazon Bedrock AgentCore gateways.
  - Uses the operations ListGatewayRules and GetGatewayRule of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  gateway_identifier:
    description:
      - Id of the gateway.
    type: str
    required: true
  priority:
    description:
      - Only the rule at this place.
    type: int
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All rules of the gateway
  bidops.platform.agentcore_gateway_rule_info:
    gateway_identifier: assistant-a1b2c3d4e5
  register: found
"""

RETURN = r"""
gateway_rules:
  description: What was found, each as GetGatewayRule describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    rule_id:
      description: Id of the rule.
      type: str
    gateway_arn:
      description: ARN of its gateway.
      type: str
    priority:
      description: Its place.
      type: int
    conditions:
      description: Calls that it is for.
      type: list
      elements: dict
    actions:
      description: What it does.
      type: list
      elements: dict
    status:
      description: State of the rule, such as V(ACTIVE).
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.gateway_rule import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
