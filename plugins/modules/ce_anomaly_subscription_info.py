#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ce_anomaly_subscription_info
version_added: 0.1.0
short_description: List cost anomaly subscriptions
description:
  - Lists the subscriptions of AWS Cost Anomaly Detection in the form in which
    M(bidops.platform.ce_anomaly_subscription) returns them.
  - Uses the operations GetAnomalySubscriptions of C(ce), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only subscriptions with this name.
    type: str
  frequency:
    description:
      - Only subscriptions of this frequency, such as V(DAILY).
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Who is told at once
  bidops.platform.ce_anomaly_subscription_info:
    frequency: IMMEDIATE
  register: found
"""

RETURN = r"""
anomaly_subscriptions:
  description: What was found, each as GetAnomalySubscriptions describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.anomaly_subscription import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
