#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: budgets_budget_info
version_added: 0.1.0
short_description: List AWS budgets
description:
  - Lists the budgets of the account in the form in which M(bidops.platform.budgets_budget) returns them.
  - Uses the operations DescribeBudgets, DescribeBudget, DescribeNotificationsForBudget and
    DescribeSubscribersForNotification of C(budgets), ListTagsForResource where tags are asked for, and
    GetCallerIdentity of C(sts).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the budget with this name.
    type: str
  budget_type:
    description:
      - Only budgets that count this, such as V(COST).
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What was spent of the budget
  bidops.platform.budgets_budget_info:
    name: assistant
  register: found
  failed_when: found.budgets[0].calculated_spend.actual_spend.amount | float > 500
"""

RETURN = r"""
budgets:
  description: What was found, each as DescribeBudget describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    budget_name:
      description: Name of the budget.
      type: str
    budget_arn:
      description: ARN of the budget.
      type: str
    budget_limit:
      description: The limit, with C(amount), a number as text, and C(unit).
      type: dict
    budget_type:
      description: What is counted, such as V(COST).
      type: str
    time_unit:
      description: How long a period is, such as V(MONTHLY).
      type: str
    time_period:
      description: From when until when the budget holds, with C(start) and C(end), ISO 8601.
      type: dict
    cost_filters:
      description: Which costs are counted, a list of values for each filter.
      type: dict
    cost_types:
      description: Which kinds of costs are counted, such as C(include_tax).
      type: dict
    calculated_spend:
      description: What was spent in this period, C(actual_spend), and what will have been, C(forecasted_spend).
      type: dict
    notifications_with_subscribers:
      description: Its notifications, each with C(notification) and C(subscribers).
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.budget import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
