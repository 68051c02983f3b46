#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ce_cost_usage_info
version_added: 0.1.0
short_description: Tell what was spent on AWS
description:
  - Tells costs and usage by day, month or hour, as a whole or by group.
  - AWS charges 0.01 US dollars for each page of an answer, and is up to a day late.
  - Uses the operation GetCostAndUsage of C(ce).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  start:
    description:
      - The first day, as C(YYYY-MM-DD). The first of the current month (UTC) when left out.
    type: str
  end:
    description:
      - The first day that is not counted any more, as C(YYYY-MM-DD). Tomorrow (UTC) when left out.
    type: str
  granularity:
    description:
      - How long each period of the answer is. V(HOURLY) needs a setting of the account, and hours for O(start) and
        O(end) that this module does not take.
    type: str
    choices: [DAILY, MONTHLY]
    default: MONTHLY
  metrics:
    description:
      - What is told of each period, such as V(UnblendedCost), V(AmortizedCost) and V(UsageQuantity).
    type: list
    elements: str
    default: [UnblendedCost]
  group_by:
    description:
      - By what costs are told apart, at most two, each with C(type) (V(DIMENSION), V(TAG) or V(COST_CATEGORY)) and
        C(key), such as V(SERVICE) or the key of a tag.
    type: list
    elements: dict
  filter:
    description:
      - Which costs are told, with one of C(dimensions), C(tags) and C(cost_categories), each with C(key) and C(values),
        or with C(and), C(or) or C(not) of such.
    type: dict
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What the assistant has cost this month, by service
  bidops.platform.ce_cost_usage_info:
    group_by: [{type: DIMENSION, key: SERVICE}]
    filter:
      tags: {key: project, values: [assistant]}
  register: costs

- name: Say how much it is
  ansible.builtin.debug:
    msg: "{{ costs.total.UnblendedCost.amount }} {{ costs.total.UnblendedCost.unit }}"
"""

RETURN = r"""
results_by_time:
  description: What was spent, in the order of time.
  returned: always
  type: list
  elements: dict
  contains:
    time_period:
      description: The period, with C(start) and C(end), which is not part of it.
      type: dict
    total:
      description: For each metric C(amount), a number as text, and C(unit). Empty where O(group_by) is given.
      type: dict
    groups:
      description: For each group C(keys) and C(metrics), which is like C(total).
      type: list
      elements: dict
    estimated:
      description: Whether AWS may still change the numbers.
      type: bool
total:
  description:
    - For each metric the sum over all periods and groups, C(amount), a number, and its C(unit), null where there are
      several or none.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._governance.cost_usage import RESOURCE, look


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, look)


if __name__ == "__main__":
    main()
