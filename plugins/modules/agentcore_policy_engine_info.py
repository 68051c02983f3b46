#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_policy_engine_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore policy engines
description:
  - Lists the policy engines of Amazon Bedrock AgentCore in a region.
  - Uses the operations ListPolicyEngines and GetPolicyEngine of C(bedrock-agentcore-control), and ListTagsForResource
    where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the engine with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the engine of the assistant
  bidops.platform.agentcore_policy_engine_info:
    name: assistant_tools
  register: found
"""

RETURN = r"""
policy_engines:
  description: The policy engines, each as GetPolicyEngine describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
