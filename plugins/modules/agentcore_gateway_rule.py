#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_rule
version_added: 0.1.0
short_description: Manage rules of Amazon Bedrock AgentCore gateways
description:
  - Creates, changes and deletes a rule of a gateway of Amazon Bedrock AgentCore, which sends some of its calls to
    certain targets or with certain configurations.
  - 'A rule has no name: it is found by its priority, which the gateway has once.'
  - Uses the operations CreateGatewayRule, GetGatewayRule, ListGatewayRules, UpdateGatewayRule and DeleteGatewayRule
    of C(bedrock-agentcore-control).
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
      - Place of the rule, 1 to 1000000; the lowest is tried first.
    type: int
    required: true
  conditions:
    description:
      - Calls that the rule is for, each condition with exactly one of C(match_principals), C(match_paths) and
        C(match_models), and in it C(any_of). Without conditions it is for all.
    type: list
    elements: dict
  actions:
    description:
      - What to do, each with exactly one of C(route_to_target) (C(static_route) or C(weighted_route)) and
        C(configuration_bundle) (C(static_override) or C(weighted_override)). Required to create the rule.
    type: list
    elements: dict
  description:
    description:
      - What the rule is for, 1 to 256 characters.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A tenth of the calls to the new search
  bidops.platform.agentcore_gateway_rule:
    gateway_identifier: assistant-a1b2c3d4e5
    priority: 100
    conditions:
      - match_paths:
          any_of: [/search/*]
    actions:
      - route_to_target:
          weighted_route:
            traffic_split:
              - {name: old, target_name: search, weight: 90}
              - {name: new, target_name: search-next, weight: 10}

- name: Remove the rule
  bidops.platform.agentcore_gateway_rule:
    gateway_identifier: assistant-a1b2c3d4e5
    priority: 100
    state: absent
"""

RETURN = r"""
gateway_rule:
  description: The rule as GetGatewayRule describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
