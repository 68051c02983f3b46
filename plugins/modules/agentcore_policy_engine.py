#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_policy_engine
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore policy engines
description:
  - Creates, changes and deletes a policy engine of Amazon Bedrock AgentCore, the store of Cedar policies by which a
    gateway decides who may call which tool. A gateway uses it by
    O(bidops.platform.agentcore_gateway#module:policy_engine_configuration).
  - Uses the operations CreatePolicyEngine, GetPolicyEngine, ListPolicyEngines, UpdatePolicyEngine and
    DeletePolicyEngine of C(bedrock-agentcore-control).
  - An engine with policies cannot be deleted; remove them with M(bidops.platform.agentcore_policy) first.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the engine, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 48 characters at most.
      - Cannot change on an existing engine, which is found by it.
    type: str
    required: true
  description:
    description:
      - What the engine decides, 1 to 4096 characters.
    type: str
  encryption_key_arn:
    description:
      - ARN of the KMS key that encrypts the policies, an AWS owned key by default. Cannot change on an existing
        engine.
    type: str
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
- name: An engine for the tools of the assistant
  bidops.platform.agentcore_policy_engine:
    name: assistant_tools
    description: Who may call which tool
    tags:
      team: assistants

- name: Remove the engine
  bidops.platform.agentcore_policy_engine:
    name: assistant_tools
    state: absent
"""

RETURN = r"""
policy_engine:
  description: The policy engine as GetPolicyEngine describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    policy_engine_id:
      description: Id of the engine, its name and ten characters.
      type: str
      sample: assistant_tools-a1b2c3d4e5
    policy_engine_arn:
      description: ARN of the engine.
      type: str
    name:
      description: Name of the engine.
      type: str
    description:
      description: What it decides.
      type: str
    status:
      description: State of the engine, such as V(ACTIVE).
      type: str
    encryption_key_arn:
      description: ARN of its KMS key, if it has one of its own.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.policy_engine import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
