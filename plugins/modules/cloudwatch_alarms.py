#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_alarms
version_added: 0.1.0
short_description: Manage many Amazon CloudWatch alarms on metrics at once
description:
  - Creates, changes and deletes a list of alarms of Amazon CloudWatch in one task, each as
    M(bidops.platform.cloudwatch_alarm) does it. All of them are read with one request, and several are changed at a
    time.
  - Alarms that are not in the list stay as they are.
  - An alarm that fails does not keep the others from being made; the module then fails and says which ones did.
  - Uses the operations PutMetricAlarm, DescribeAlarms and DeleteAlarms of C(cloudwatch), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  alarms:
    description:
      - The alarms, each with C(name) and the options of M(bidops.platform.cloudwatch_alarm). C(tags) of an alarm are
        those that it has beside O(tags).
      - With O(state=absent) only C(name) counts.
    type: list
    elements: dict
    required: true
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Watch the load balancer
  bidops.platform.cloudwatch_alarms:
    alarms:
      - name: api-errors
        namespace: AWS/ApplicationELB
        metric_name: HTTPCode_Target_5XX_Count
        dimensions: &balancer [{name: LoadBalancer, value: app/external/0123456789abcdef}]
        statistic: Sum
        period: 300
        evaluation_periods: 1
        threshold: 10
        comparison_operator: GreaterThanThreshold
        treat_missing_data: notBreaching
      - name: api-latency
        namespace: AWS/ApplicationELB
        metric_name: TargetResponseTime
        dimensions: *balancer
        extended_statistic: p95
        period: 300
        evaluation_periods: 3
        threshold: 2
        comparison_operator: GreaterThanThreshold
    tags:
      team: platform

- name: Remove both
  bidops.platform.cloudwatch_alarms:
    alarms: [{name: api-errors}, {name: api-latency}]
    state: absent
"""

RETURN = r"""
alarms:
  description: The alarms in the order of the list, name to alarm as M(bidops.platform.cloudwatch_alarm) returns it.
  returned: always
  type: dict
results:
  description: What became of each alarm, in the order of the list; of deleted ones, those that were there.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: Name of the alarm.
      type: str
    changed:
      description: Whether it was changed.
      type: bool
    failed:
      description: That it failed.
      type: bool
    msg:
      description: Why it failed.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.alarm_list import keep
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.alarms import of_type

RESOURCE = Resource(
    service="cloudwatch", noun="MetricAlarm", returns="alarms", create="PutMetricAlarm", **of_type("MetricAlarm")
)


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
