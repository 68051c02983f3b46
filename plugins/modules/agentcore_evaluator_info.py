#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_evaluator_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore evaluators
description:
  - Lists the Amazon Bedrock AgentCore evaluators.
  - Uses the operations ListEvaluators and GetEvaluator of C(bedrock-agentcore-control), and ListTagsForResource where
    tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the evaluator with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All evaluators, with the built-in ones
  bidops.platform.agentcore_evaluator_info:
  register: found
"""

RETURN = r"""
evaluators:
  description: What was found, each as GetEvaluator describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    evaluator_id:
      description: Id of the evaluator, its name and ten characters.
      type: str
    evaluator_arn:
      description: ARN of the evaluator.
      type: str
    evaluator_name:
      description: Name of the evaluator.
      type: str
    level:
      description: What is rated.
      type: str
    status:
      description: State of the evaluator, such as V(ACTIVE).
      type: str
    locked_for_modification:
      description: Whether an enabled online evaluation uses it.
      type: bool
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.evaluator import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
