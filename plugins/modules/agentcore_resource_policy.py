#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_resource_policy
version_added: 0.1.0
short_description: Manage resource policies of Amazon Bedrock AgentCore runtimes and gateways
description:
  - Sets and removes the policy of an agent runtime, a runtime endpoint or a gateway of Amazon Bedrock AgentCore,
    which says who else may use it.
  - Uses the operations PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_arn:
    description:
      - ARN of the runtime, endpoint or gateway.
    type: str
    required: true
  policy:
    description:
      - The policy, as a dictionary or as JSON text of at most 20480 characters. Compared by meaning. Required for
        O(state=present).
    type: json
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Only this account may invoke the agent
  bidops.platform.agentcore_resource_policy:
    resource_arn: arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/assistant-a1B2c3D4e5
    policy:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal: {AWS: arn:aws:iam::123456789012:root}
          Action: bedrock-agentcore:InvokeAgentRuntime
          Resource: arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/assistant-a1B2c3D4e5

- name: Remove the policy
  bidops.platform.agentcore_resource_policy:
    resource_arn: arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/assistant-a1B2c3D4e5
    state: absent
"""

RETURN = r"""
resource_policy:
  description: The policy as GetResourcePolicy tells it.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    resource_arn:
      description: ARN of what the policy is for.
      type: str
    policy:
      description: The policy as JSON text.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.resource_policy import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION, required_if=[("state", "present", ["policy"])])


if __name__ == "__main__":
    main()
