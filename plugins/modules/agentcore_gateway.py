#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore gateways
description:
  - Creates, changes and deletes a gateway of Amazon Bedrock AgentCore, the MCP endpoint that offers targets as tools.
  - Uses the operations CreateGateway, GetGateway, ListGateways, UpdateGateway and DeleteGateway of
    C(bedrock-agentcore-control). The service refuses to delete a gateway that has targets.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Name of the gateway, unique in the account and region; letters and digits with single hyphens between them,
        48 characters at most.
    type: str
    required: true
  role_arn:
    description: ARN of the role with which the gateway calls its targets. Required to create the gateway.
    type: str
  authorizer_type:
    description:
      - How callers prove who they are. Required to create the gateway, there is deliberately no default.
      - V(NONE) lets anybody in.
    type: str
    choices: [CUSTOM_JWT, AWS_IAM, AUTHENTICATE_ONLY, NONE]
  authorizer_configuration:
    description: The tokens that V(CUSTOM_JWT) accepts, C(custom_jwt_authorizer) with at least C(discovery_url).
    type: dict
  protocol_type:
    description: Protocol that callers speak.
    type: str
    choices: [MCP]
  protocol_configuration:
    description: Settings of the protocol, C(mcp) with C(search_type), C(instructions), C(session_configuration), ...
    type: dict
  description:
    description: What the gateway is for.
    type: str
  kms_key_arn:
    description: ARN of the KMS key that encrypts the gateway's data.
    type: str
  interceptor_configurations:
    description: One or two Lambda functions that see requests or responses.
    type: list
    elements: dict
  policy_engine_configuration:
    description: C(arn) of a policy engine and C(mode), V(LOG_ONLY) or V(ENFORCE).
    type: dict
  exception_level:
    description: V(DEBUG) makes error messages to callers verbose; leave it out in production.
    type: str
    choices: [DEBUG]
  domain_override:
    description: Domains under which the gateway is reached, C(default_domain) and C(alternate_domains).
    type: dict
  custom_transform_configuration:
    description: Transformation of requests and responses. The API takes it in updates only.
    type: dict
  waf_configuration:
    description: C(failure_mode) of the web ACL that is associated with the gateway. The API takes it in updates only.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Offer tools to callers who sign with IAM credentials
  bidops.platform.agentcore_gateway:
    name: tools
    role_arn: arn:aws:iam::111122223333:role/tools-gateway
    authorizer_type: AWS_IAM
    protocol_type: MCP
    protocol_configuration:
      mcp:
        search_type: SEMANTIC

- name: Remove the gateway
  bidops.platform.agentcore_gateway:
    name: tools
    state: absent
"""

RETURN = r"""
gateway:
  description: The gateway as GetGateway describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    gateway_arn:
      description: ARN of the gateway.
      type: str
    gateway_id:
      description: Id of the gateway, its name and ten characters in lower case.
      type: str
      sample: tools-a1b2c3d4e5
    gateway_url:
      description: URL of the MCP endpoint.
      type: str
    status:
      description: State of the gateway, such as V(READY).
      type: str
    tags:
      description: Tags of the gateway, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.gateway import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
