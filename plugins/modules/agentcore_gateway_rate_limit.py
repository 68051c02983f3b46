#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_rate_limit
version_added: 0.1.0
short_description: Manage rate limits of Amazon Bedrock AgentCore gateways
description:
  - 'Creates, changes and deletes a rate limit of a gateway of Amazon Bedrock AgentCore: how many requests, tokens or
    connections a caller may have.'
  - Uses the operations CreateGatewayRateLimit, GetGatewayRateLimit, UpdateGatewayRateLimit and DeleteGatewayRateLimit
    of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  gateway_identifier:
    description:
      - Id of the gateway.
    type: str
    required: true
  name:
    description:
      - Id of the rate limit, unique in its gateway; 2 to 64 letters, digits and C(_.-), with a letter or digit at
        both ends.
    type: str
    required: true
  dimension_keys:
    description:
      - What calls are counted by, such as V(toolName), V(targetName), V($.context.iam.principal) or
        V($.context.jwt.<claim>). Their order does not matter. Required to create the limit; cannot change
        afterwards.
    type: list
    elements: str
  entries:
    description:
      - The limits, each with C(dimensions) (a value, or a pattern, for each of O(dimension_keys)) and lists
        C(requests), C(tokens) and C(connections) of C(rate) and C(period), V(second) or V(minute). Required to create
        the limit.
    type: list
    elements: dict
  description:
    description:
      - What the limit is for, at most 512 characters.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: No caller asks more than ten times a second
  bidops.platform.agentcore_gateway_rate_limit:
    gateway_identifier: assistant-a1b2c3d4e5
    name: by-caller
    dimension_keys: [$.context.iam.principal]
    entries:
      - dimensions: {$.context.iam.principal: "*"}
        requests:
          - {rate: 10, period: second}

- name: Remove the limit
  bidops.platform.agentcore_gateway_rate_limit:
    gateway_identifier: assistant-a1b2c3d4e5
    name: by-caller
    state: absent
"""

RETURN = r"""
gateway_rate_limit:
  description: The rate limit as GetGatewayRateLimit describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    rate_limit_id:
      description: Id of the limit.
      type: str
    gateway_identifier:
      description: Id of its gateway.
      type: str
    dimension_keys:
      description: What calls are counted by.
      type: list
      elements: str
    entries:
      description: The limits.
      type: list
      elements: dict
    status:
      description: State of the limit, such as V(ACTIVE).
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.gateway_rate_limit import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
