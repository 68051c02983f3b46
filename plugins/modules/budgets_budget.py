#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: budgets_budget
version_added: 0.1.0
short_description: Manage AWS budgets
description:
  - Creates, updates and deletes budgets of the account, their notifications and who gets them, and their tags.
  - Notifications that stay are not touched, only their subscribers that come or go; others are made anew.
  - A topic that is to be told needs a policy that lets C(budgets.amazonaws.com) publish to it.
  - AWS Budgets is a global service; the region does not matter. The account is that of the caller.
  - Uses the operations CreateBudget, DescribeBudget, UpdateBudget, DeleteBudget, DescribeNotificationsForBudget,
    DescribeSubscribersForNotification, CreateNotification, DeleteNotification, CreateSubscriber, DeleteSubscriber,
    TagResource, UntagResource and ListTagsForResource of C(budgets), and GetCallerIdentity of C(sts).
  - 'Unverified against AWS: that a budget with planned limits, or one that adjusts itself, is updated without
    C(budget_limit).'
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the budget, 1 to 100 characters without a colon or a backslash. It cannot change.
    type: str
    required: true
  budget_type:
    description:
      - What is counted. Needed to create it.
    type: str
    choices: [COST, USAGE, RI_UTILIZATION, RI_COVERAGE, SAVINGS_PLANS_UTILIZATION, SAVINGS_PLANS_COVERAGE]
  time_unit:
    description:
      - How long a period is. Needed to create it.
    type: str
    choices: [DAILY, MONTHLY, QUARTERLY, ANNUALLY, CUSTOM]
  budget_limit:
    description:
      - The limit of a period, with C(amount), a number, and C(unit), such as V(USD).
    type: dict
  planned_budget_limits:
    description:
      - Limits that change with time, instead of O(budget_limit). Each key is the start of a period in seconds since
        1970, each value is like O(budget_limit).
    type: dict
  auto_adjust_data:
    description:
      - Lets AWS set the limit, instead of O(budget_limit), with C(auto_adjust_type), V(HISTORICAL) or V(FORECAST), and
        C(historical_options).
    type: dict
  cost_filters:
    description:
      - Which costs are counted, all when left out. Each key is a filter, such as C(Service) or C(TagKeyValue), each
        value a list, such as V(user:project$assistant) for a tag. The order does not matter.
    type: dict
  cost_types:
    description:
      - Which kinds of costs are counted, such as C(include_tax), C(include_credit) and C(use_amortized), each true or
        false.
    type: dict
  time_period:
    description:
      - From when until when the budget holds, with C(start) and C(end), ISO 8601. AWS starts it with the current period
        and ends it in 2087.
    type: dict
  notifications_with_subscribers:
    description:
      - Who is told when, 10 at most. Those that are not listed are removed; left out, they stay as they are.
      - Each has C(notification), with C(notification_type) (V(ACTUAL) or V(FORECASTED)), C(comparison_operator) (such
        as V(GREATER_THAN)), C(threshold) and C(threshold_type) (V(PERCENTAGE), which is the default, or
        V(ABSOLUTE_VALUE)).
      - Each has C(subscribers), 1 to 11, with C(subscription_type), V(EMAIL) or V(SNS), and C(address), at most one of
        them V(SNS).
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Tell us at half, four fifths and all of 500 dollars a month
  bidops.platform.budgets_budget:
    name: assistant
    budget_type: COST
    time_unit: MONTHLY
    budget_limit: {amount: 500, unit: USD}
    cost_filters:
      TagKeyValue: ["user:project$assistant"]
    notifications_with_subscribers:
      - notification: {notification_type: ACTUAL, comparison_operator: GREATER_THAN, threshold: 50}
        subscribers: &everyone [{subscription_type: EMAIL, address: team@example.com}]
      - notification: {notification_type: ACTUAL, comparison_operator: GREATER_THAN, threshold: 80}
        subscribers: *everyone
      - notification: {notification_type: ACTUAL, comparison_operator: GREATER_THAN, threshold: 100}
        subscribers: *everyone
    tags:
      project: assistant

- name: Delete it
  bidops.platform.budgets_budget:
    name: assistant
    state: absent
"""

RETURN = r"""
budget:
  description: The budget as DescribeBudget describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.budget import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
