#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_evaluator
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore evaluators
description:
  - 'Creates, changes and deletes an evaluator of one''s own on Amazon Bedrock AgentCore, which rates what agents do:
    a model as a judge, a Lambda function, or a built-in evaluator with another model.'
  - 'An evaluator that an enabled online evaluation uses is locked: it can neither change nor be deleted.'
  - Uses the operations CreateEvaluator, GetEvaluator, ListEvaluators, UpdateEvaluator and DeleteEvaluator of
    C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the evaluator, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 48 characters at most.
    type: str
    required: true
  description:
    description:
      - What it rates, 1 to 200 characters.
    type: str
  evaluator_config:
    description:
      - How it rates, with exactly one of C(llm_as_a_judge) (C(instructions), C(rating_scale) with C(numerical),
        C(categorical) or C(multi_dimensional), and C(model_config)), C(code_based) (C(lambda_config)) and C(derived)
        (C(base_evaluator_id) and C(model_config)).
      - Required to create the evaluator.
    type: dict
  level:
    description:
      - 'What is rated: a call of a tool, a trace or a whole session. Required to create the evaluator.'
    type: str
    choices: [TOOL_CALL, TRACE, SESSION]
  kms_key_arn:
    description:
      - ARN of the KMS key that encrypts the evaluator, an AWS owned key by default.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Rate how polite the assistant is
  bidops.platform.agentcore_evaluator:
    name: politeness
    level: TRACE
    evaluator_config:
      llm_as_a_judge:
        instructions: "Rate how polite the answer is. Context: {context}. Answer: {assistant_turn}"
        rating_scale:
          numerical:
            - {value: 0, label: rude, definition: It offends.}
            - {value: 1, label: polite, definition: It is friendly throughout.}
        model_config:
          bedrock_evaluator_model_config:
            model_id: us.amazon.nova-pro-v1:0

- name: Remove the evaluator
  bidops.platform.agentcore_evaluator:
    name: politeness
    state: absent
"""

RETURN = r"""
evaluator:
  description: The evaluator as GetEvaluator describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
