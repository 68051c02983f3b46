#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_policy_info
version_added: 0.1.0
short_description: List policies of an Amazon Bedrock AgentCore policy engine
description:
  - Lists the policies in a policy engine of Amazon Bedrock AgentCore.
  - Uses the operations ListPolicies and GetPolicy of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  policy_engine_id:
    description:
      - Id of the policy engine.
    type: str
    required: true
  name:
    description:
      - Only the policy with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All policies of the engine
  bidops.platform.agentcore_policy_info:
    policy_engine_id: assistant_tools-a1b2c3d4e5
  register: found
"""

RETURN = r"""
policies:
  description: The policies, each as GetPolicy describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
