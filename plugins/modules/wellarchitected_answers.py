#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wellarchitected_answers
version_added: 0.1.0
short_description: Answer many questions of the AWS Well-Architected Tool at once
description:
  - Answers a list of questions of a lens about a workload in one task, each as
    M(bidops.platform.wellarchitected_answer) does it, several at a time. A question stands in the list once at most.
  - One that fails does not keep the others from being given; the module then fails and says why.
  - Uses the operations that M(bidops.platform.wellarchitected_answer) uses, of C(wellarchitected).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  answers:
    description:
      - The answers, each with the options of M(bidops.platform.wellarchitected_answer).
    type: list
    elements: dict
    required: true
    suboptions:
      workload_id:
        description: See O(bidops.platform.wellarchitected_answer#module:workload_id).
        type: str
        required: true
      lens_alias:
        description: See O(bidops.platform.wellarchitected_answer#module:lens_alias).
        type: str
        default: wellarchitected
      question_id:
        description: See O(bidops.platform.wellarchitected_answer#module:question_id).
        type: str
      question_title:
        description: See O(bidops.platform.wellarchitected_answer#module:question_title).
        type: str
      selected_choices:
        description: See O(bidops.platform.wellarchitected_answer#module:selected_choices).
        type: list
        elements: str
      choice_updates:
        description: See O(bidops.platform.wellarchitected_answer#module:choice_updates).
        type: dict
      notes:
        description: See O(bidops.platform.wellarchitected_answer#module:notes).
        type: str
      is_applicable:
        description: See O(bidops.platform.wellarchitected_answer#module:is_applicable).
        type: bool
      reason:
        description: See O(bidops.platform.wellarchitected_answer#module:reason).
        type: str
        choices: [OUT_OF_SCOPE, BUSINESS_PRIORITIES, ARCHITECTURE_CONSTRAINTS, OTHER, NONE]
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Say how stored data is protected, and what is watched
  bidops.platform.wellarchitected_answers:
    answers:
      - workload_id: &workload 0123456789abcdef0123456789abcdef
        question_id: protect-data-rest
        selected_choices: [sec_protect_data_rest_encrypt, sec_protect_data_rest_key_mgmt]
        notes: All buckets, tables and indexes use the key of the platform.
      - workload_id: *workload
        question_id: permissions
        selected_choices: [sec_permissions_least_privileges]
"""

RETURN = r"""
answers:
  description:
    - Each as M(bidops.platform.wellarchitected_answer) returns it, in the order of the list.
    - A key is the id or title of the question, as it was given.
  returned: always
  type: dict
results:
  description: What became of each answer, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(answers).
      type: str
    changed:
      description: Whether it was changed.
      type: bool
    previous:
      description: The answer as it was before.
      type: dict
    failed:
      description: That it failed.
      type: bool
    msg:
      description: Why it failed.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._governance.answer import QUESTION, RESOURCE


def main() -> None:
    run_list(
        RESOURCE,
        DOCUMENTATION,
        key=QUESTION,
        required_one_of=[QUESTION],
        mutually_exclusive=[QUESTION],
    )


if __name__ == "__main__":
    main()
