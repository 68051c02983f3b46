#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_policy
version_added: 0.1.0
short_description: Manage Cedar policies of Amazon Bedrock AgentCore policy engines
description:
  - Creates, changes and deletes a Cedar policy in a policy engine of Amazon Bedrock AgentCore.
  - Uses the operations CreatePolicy, GetPolicy, ListPolicies, UpdatePolicy and DeletePolicy of
    C(bedrock-agentcore-control).
  - The service validates a policy after it has taken it; with O(wait=true) the module fails with its findings when
    they are bad.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  policy_engine_id:
    description:
      - Id of the policy engine that the policy is in.
    type: str
    required: true
  name:
    description:
      - Name of the policy, unique in its engine; starts with a letter, then letters, digits and underscores, 48
        characters at most.
      - Cannot change on an existing policy, which is found by it.
    type: str
    required: true
  definition:
    description:
      - The policy, with exactly one of the keys C(cedar) (with C(statement), the text of one Cedar policy, 35 to
        10000 characters), C(policy) (likewise), and C(policy_generation) (with C(policy_generation_id) and
        C(policy_generation_asset_id), a draft that the service made).
      - Required to create the policy. A statement is compared as text.
    type: dict
  description:
    description:
      - What the policy is for, 1 to 4096 characters.
    type: str
  validation_mode:
    description:
      - Whether findings of the validation make the creation or the change fail. The service defaults to
        V(FAIL_ON_ANY_FINDINGS).
      - No answer tells it, so it is sent when the policy is created and never counts as a change.
    type: str
    choices: [FAIL_ON_ANY_FINDINGS, IGNORE_ALL_FINDINGS]
  enforcement_mode:
    description:
      - Whether the policy decides, or is only logged. The service defaults to V(ACTIVE).
    type: str
    choices: [ACTIVE, LOG_ONLY]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let everybody who is signed in search the handbook
  bidops.platform.agentcore_policy:
    policy_engine_id: assistant_tools-a1b2c3d4e5
    name: search_handbook
    definition:
      cedar:
        statement: |-
          permit(
            principal is AgentCore::OAuthUser,
            action == AgentCore::Action::"handbook___search",
            resource == AgentCore::Gateway::"arn:aws:bedrock-agentcore:us-east-1:123456789012:gateway/tools-a1b2c3d4e5"
          );

- name: Remove the policy
  bidops.platform.agentcore_policy:
    policy_engine_id: assistant_tools-a1b2c3d4e5
    name: search_handbook
    state: absent
"""

RETURN = r"""
policy:
  description: The policy as GetPolicy describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    policy_id:
      description: Id of the policy, its name and ten characters.
      type: str
    policy_arn:
      description: ARN of the policy.
      type: str
    policy_engine_id:
      description: Id of its engine.
      type: str
    name:
      description: Name of the policy.
      type: str
    status:
      description: State of the policy, such as V(ACTIVE).
      type: str
    enforcement_mode:
      description: 'V(ACTIVE) or V(LOG_ONLY).'
      type: str
    definition:
      description: The policy, as it was given.
      type: dict
    status_reasons:
      description: What the validation found.
      type: list
      elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.policy import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
