#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_gateway_tools_info
version_added: 0.1.0
short_description: List the tools that an Amazon Bedrock AgentCore gateway offers
description:
  - Asks a gateway itself, as an agent would, which tools it offers, and so shows that it can be reached and lets the
    caller in. No tool is called.
  - With O(expect) it is a smoke test, which fails when a tool that must be there is not. As a gateway takes a moment to
    offer what is behind a new target, it tries again until O(timeout) is over.
  - Uses the operations GetGateway and, for a O(gateway_name), ListGateways of C(bedrock-agentcore-control), and then
    the Model Context Protocol at the URL of the gateway.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  gateway_identifier:
    description: Id of the gateway. Either this or O(gateway_name) is required.
    type: str
  gateway_name:
    description: Name of the gateway.
    type: str
  bearer_token:
    description:
      - Token for a gateway with the authorizer C(CUSTOM_JWT) or C(AUTHENTICATE_ONLY), from the identity provider that
        it trusts.
      - A gateway with the authorizer C(AWS_IAM) is sent a signature with the module's AWS credentials instead, one with
        C(NONE) nothing.
    type: str
  expect:
    description: Names of tools that must be there, as C(target___tool); the module fails otherwise.
    type: list
    elements: str
  timeout:
    description: How long to try again while O(expect) is not met, in seconds.
    type: int
    default: 60
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What do the tools do?
  bidops.platform.agentcore_gateway_tools_info:
    gateway_name: assistant-tools
  register: found

- name: Show them
  ansible.builtin.debug:
    msg: "{{ found.tools | items2dict(key_name='name', value_name='description') }}"

- name: Fail unless the weather can be asked for
  bidops.platform.agentcore_gateway_tools_info:
    gateway_identifier: tools-a1b2c3d4e5
    expect: [weather___forecast]
    timeout: 300
"""

RETURN = r"""
tools:
  description: The tools in the gateway's order, as it describes them, with their members in snake_case.
  returned: always, also when the expectation is not met
  type: list
  elements: dict
  contains:
    name:
      description: Name by which the tool is called.
      type: str
      sample: weather___forecast
    target:
      description: Name of the target that is behind it; empty for a tool of the gateway itself.
      type: str
      sample: weather
    description:
      description: What it does.
      type: str
    input_schema:
      description: JSON schema of what it takes.
      type: dict
gateway_id:
  description: Id of the gateway.
  returned: success
  type: str
gateway_url:
  description: Where it was asked.
  returned: success
  type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.gateway_tools import RESOURCE, list_tools
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    either = ("gateway_identifier", "gateway_name")
    perform(RESOURCE, DOCUMENTATION, list_tools, required_one_of=[either], mutually_exclusive=[either])


if __name__ == "__main__":
    main()
