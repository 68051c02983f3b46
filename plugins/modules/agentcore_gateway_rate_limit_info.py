#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_rate_limit_info
version_added: 0.1.0
short_description: List rate limits of Amazon Bedrock AgentCore gateways
description:
  - Lists the rate limits of Amazon Bedrock AgentCore gateways.
  - Uses the operations ListGatewayRateLimits and GetGatewayRateLimit of C(bedrock-agentcore-control).
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
      - Only the limit with this id.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All rate limits of the gateway
  bidops.platform.agentcore_gateway_rate_limit_info:
    gateway_identifier: assistant-a1b2c3d4e5
  register: found
"""

RETURN = r"""
gateway_rate_limits:
  description: What was found, each as GetGatewayRateLimit describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
