#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_target
version_added: 0.1.0
short_description: Manage targets of Amazon Bedrock AgentCore gateways
description:
  - Creates, changes and deletes a target of a gateway, which is where the gateway's tools come from.
  - Uses the operations CreateGatewayTarget, GetGatewayTarget, ListGatewayTargets, UpdateGatewayTarget,
    SynchronizeGatewayTargets and DeleteGatewayTarget of C(bedrock-agentcore-control). Targets cannot be tagged.
  - A target in one of the C(..._PENDING_AUTH) states waits for a person to give consent; the module fails and says so
    instead of waiting in vain.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  gateway_identifier:
    description: Id of the gateway.
    type: str
    required: true
  name:
    description:
      - Name of the target, unique in the gateway; letters and digits with single hyphens between them, 100 characters
        at most.
    type: str
    required: true
  target_configuration:
    description:
      - What the target is. Exactly one of C(mcp) (with C(lambda), C(open_api_schema), C(smithy_model), C(mcp_server),
        C(api_gateway) or C(connector)), C(http) (with C(agentcore_runtime), C(passthrough) or C(connector)) or
        C(inference).
      - Required to create the target.
    type: dict
  credential_provider_configurations:
    description:
      - How the gateway proves who it is to the target, one entry with C(credential_provider_type), such as
        V(GATEWAY_IAM_ROLE), and C(credential_provider).
    type: list
    elements: dict
  description:
    description: What the target offers.
    type: str
  metadata_configuration:
    description: Headers and query parameters that the gateway passes on.
    type: dict
  private_endpoint:
    description: How the gateway reaches a target inside a VPC.
    type: dict
  certificate_configurations:
    description: Certificates of private authorities that the gateway trusts.
    type: list
    elements: dict
  synchronize:
    description:
      - With V(always) the gateway reads the tools of an MCP server again, in every run, which is a change each time. A
        gateway reads them when a target is created or changed, and does not notice by itself that a server has others.
      - Only for targets with C(mcp) and C(mcp_server) in O(target_configuration).
    type: str
    choices: [never, always]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Offer a Lambda function as a tool
  bidops.platform.agentcore_gateway_target:
    gateway_identifier: tools-a1b2c3d4e5
    name: weather
    target_configuration:
      mcp:
        lambda:
          lambda_arn: arn:aws:lambda:eu-central-1:111122223333:function:weather
          tool_schema:
            inline_payload:
              - name: forecast
                description: The weather of tomorrow in a town.
                input_schema:
                  type: object
                  properties:
                    town:
                      type: string
                  required: [town]
    credential_provider_configurations:
      - credential_provider_type: GATEWAY_IAM_ROLE

- name: Withdraw the tool
  bidops.platform.agentcore_gateway_target:
    gateway_identifier: tools-a1b2c3d4e5
    name: weather
    state: absent
"""

RETURN = r"""
gateway_target:
  description: The target as GetGatewayTarget describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    target_id:
      description: Id of the target in its gateway.
      type: str
    gateway_arn:
      description: ARN of the gateway.
      type: str
    status:
      description: State of the target, such as V(READY).
      type: str
    target_configuration:
      description: What the target is.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.gateway_target import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
