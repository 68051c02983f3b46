#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_target_info
version_added: 0.1.0
short_description: List targets of Amazon Bedrock AgentCore gateways
description:
  - Lists the targets of Amazon Bedrock AgentCore gateways.
  - Uses the operations ListGatewayTargets and GetGatewayTarget of C(bedrock-agentcore-control).
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
      - Only the target with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All targets of the gateway
  bidops.platform.agentcore_gateway_target_info:
    gateway_identifier: tools-a1b2c3d4e5
  register: found
"""

RETURN = r"""
gateway_targets:
  description: What was found, each as GetGatewayTarget describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    target_id:
      description: Id of the target.
      type: str
    gateway_arn:
      description: ARN of its gateway.
      type: str
    name:
      description: Name of the target.
      type: str
    status:
      description: State of the target, such as V(READY).
      type: str
    target_configuration:
      description: What the target is.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.gateway_target import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
