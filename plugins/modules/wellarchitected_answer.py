#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wellarchitected_answer
version_added: 0.1.0
short_description: Answer a question of the AWS Well-Architected Tool
description:
  - Answers a question of a lens about a workload. The answer is always there; it cannot be created or deleted. The
    result says in RV(previous) what it was before.
  - An answer is a statement about how a workload is run. Give only those that can be shown, and say in O(notes) by
    what.
  - Uses the operations ListAnswers, GetAnswer and UpdateAnswer of C(wellarchitected).
  - 'Unverified against AWS: that an update of some of these options leaves the others as they are.'
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  workload_id:
    description:
      - Id of the workload.
    type: str
    required: true
  lens_alias:
    description:
      - Alias or ARN of the lens, which must be associated with the workload.
    type: str
    default: wellarchitected
  question_id:
    description:
      - Id of the question, such as V(permissions). Give this or O(question_title).
    type: str
  question_title:
    description:
      - The question itself, in the words of the lens, upper or lower case.
    type: str
  selected_choices:
    description:
      - Ids of all choices that are true, in any order. C([]) withdraws the answer.
    type: list
    elements: str
  choice_updates:
    description:
      - What is to be said of single choices. Each key is the id of a choice, each value has C(status), V(SELECTED),
        V(NOT_APPLICABLE) or V(UNSELECTED), C(reason), such as V(OUT_OF_SCOPE), and C(notes). Other choices stay as they
        are.
    type: dict
  notes:
    description:
      - Notes about the answer, 2084 characters at most.
    type: str
  is_applicable:
    description:
      - Whether the question is about this workload.
    type: bool
  reason:
    description:
      - Why it is not.
    type: str
    choices: [OUT_OF_SCOPE, BUSINESS_PRIORITIES, ARCHITECTURE_CONSTRAINTS, OTHER, NONE]
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Say how stored data is protected
  bidops.platform.wellarchitected_answer:
    workload_id: 0123456789abcdef0123456789abcdef
    question_id: protect-data-rest
    selected_choices: [sec_protect_data_rest_encrypt, sec_protect_data_rest_key_mgmt]
    notes: All buckets, tables and indexes use the key of the platform.

- name: Nobody drives an agent here
  bidops.platform.wellarchitected_answer:
    workload_id: 0123456789abcdef0123456789abcdef
    lens_alias: arn:aws:wellarchitected::aws:lens/genai
    question_title: How do you keep agents from doing too much?
    is_applicable: false
    reason: OUT_OF_SCOPE
"""

RETURN = r"""
answer:
  description: The answer as GetAnswer describes it, in snake_case.
  returned: always
  type: dict
  contains:
    question_id:
      description: Id of the question.
      type: str
    pillar_id:
      description: The pillar that it belongs to.
      type: str
    question_title:
      description: The question.
      type: str
    choices:
      description: What can be chosen, each with C(choice_id), C(title) and C(description).
      type: list
      elements: dict
    selected_choices:
      description: Ids of what is chosen.
      type: list
      elements: str
    choice_answers:
      description: What was said of single choices, each with C(choice_id), C(status), C(reason) and C(notes).
      type: list
      elements: dict
    is_applicable:
      description: Whether the question is about this workload.
      type: bool
    risk:
      description: 'V(UNANSWERED), V(HIGH), V(MEDIUM), V(NONE) or V(NOT_APPLICABLE).'
      type: str
    notes:
      description: Notes about the answer.
      type: str
previous:
  description: The answer as it was before, in the same form.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run_setting
from ansible_collections.bidops.platform.plugins.module_utils._governance.answer import QUESTION, RESOURCE


def main() -> None:
    run_setting(
        RESOURCE,
        DOCUMENTATION,
        required_one_of=[QUESTION],
        mutually_exclusive=[QUESTION],
    )


if __name__ == "__main__":
    main()
