#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ce_anomaly_subscription
version_added: 0.1.0
short_description: Manage cost anomaly subscriptions
description:
  - Creates, updates and deletes the subscriptions of AWS Cost Anomaly Detection, which tell people of anomalies.
  - A topic that is to be told needs a policy that lets C(costalerts.amazonaws.com) publish to it.
  - Uses the operations CreateAnomalySubscription, GetAnomalySubscriptions, UpdateAnomalySubscription,
    DeleteAnomalySubscription, TagResource, UntagResource and ListTagsForResource of C(ce).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the subscription. Names need not be unique on AWS; the module fails where several have this one.
    type: str
    required: true
  monitor_arn_list:
    description:
      - ARNs of the monitors that it is about, in any order. Needed to create it.
    type: list
    elements: str
  subscribers:
    description:
      - Who is told, in any order, each with C(type), V(SNS) or V(EMAIL), and C(address). Needed to create it.
    type: list
    elements: dict
  frequency:
    description:
      - How often they are told. Needed to create it. V(IMMEDIATE) is for topics only, the others are for mail only.
    type: str
    choices: [IMMEDIATE, DAILY, WEEKLY]
  threshold_expression:
    description:
      - From which impact on they are told, an expression with C(dimensions), whose C(key) is
        V(ANOMALY_TOTAL_IMPACT_ABSOLUTE) (dollars) or V(ANOMALY_TOTAL_IMPACT_PERCENTAGE), whose C(match_options) are
        V([GREATER_THAN_OR_EQUAL]), and whose C(values) are one number as text; or with C(and) or C(or) of two such.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Watch each service
  bidops.platform.ce_anomaly_monitor:
    name: services
    monitor_type: DIMENSIONAL
    monitor_dimension: SERVICE
    adopt: true
  register: services

- name: Tell the team every day of what costs 100 dollars more than usual
  bidops.platform.ce_anomaly_subscription:
    name: team
    monitor_arn_list: ["{{ services.anomaly_monitor.monitor_arn }}"]
    subscribers: [{type: EMAIL, address: team@example.com}]
    frequency: DAILY
    threshold_expression:
      dimensions:
        key: ANOMALY_TOTAL_IMPACT_ABSOLUTE
        match_options: [GREATER_THAN_OR_EQUAL]
        values: ["100"]

- name: Delete it
  bidops.platform.ce_anomaly_subscription:
    name: team
    state: absent
"""

RETURN = r"""
anomaly_subscription:
  description: The subscription as GetAnomalySubscriptions describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    subscription_arn:
      description: ARN of the subscription.
      type: str
    subscription_name:
      description: Name of the subscription.
      type: str
    account_id:
      description: The account that it belongs to.
      type: str
    monitor_arn_list:
      description: ARNs of the monitors that it is about.
      type: list
      elements: str
    subscribers:
      description: Who is told, each with C(type), C(address) and C(status).
      type: list
      elements: dict
    frequency:
      description: How often they are told.
      type: str
    threshold_expression:
      description: From which impact on they are told.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.anomaly_subscription import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
