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
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations PutMetricAlarm, DescribeAlarms and DeleteAlarms of C(cloudwatch), and its tag operations.
  - With the permission C(tag:GetResources) the tags of all of them are looked at with one request; without it, with one
    each.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  alarms:
    description:
      - The alarms, each with the options of M(bidops.platform.cloudwatch_alarm).
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description: See O(bidops.platform.cloudwatch_alarm#module:name).
        type: str
        required: true
      description:
        description: See O(bidops.platform.cloudwatch_alarm#module:description).
        type: str
      actions_enabled:
        description: See O(bidops.platform.cloudwatch_alarm#module:actions_enabled).
        type: bool
      alarm_actions:
        description: See O(bidops.platform.cloudwatch_alarm#module:alarm_actions).
        type: list
        elements: str
      ok_actions:
        description: See O(bidops.platform.cloudwatch_alarm#module:ok_actions).
        type: list
        elements: str
      insufficient_data_actions:
        description: See O(bidops.platform.cloudwatch_alarm#module:insufficient_data_actions).
        type: list
        elements: str
      metric_name:
        description: See O(bidops.platform.cloudwatch_alarm#module:metric_name).
        type: str
      namespace:
        description: See O(bidops.platform.cloudwatch_alarm#module:namespace).
        type: str
      dimensions:
        description: See O(bidops.platform.cloudwatch_alarm#module:dimensions).
        type: list
        elements: dict
      statistic:
        description: See O(bidops.platform.cloudwatch_alarm#module:statistic).
        type: str
        choices: [SampleCount, Average, Sum, Minimum, Maximum]
      extended_statistic:
        description: See O(bidops.platform.cloudwatch_alarm#module:extended_statistic).
        type: str
      period:
        description: See O(bidops.platform.cloudwatch_alarm#module:period).
        type: int
      unit:
        description: See O(bidops.platform.cloudwatch_alarm#module:unit).
        type: str
      metrics:
        description: See O(bidops.platform.cloudwatch_alarm#module:metrics).
        type: list
        elements: dict
      threshold:
        description: See O(bidops.platform.cloudwatch_alarm#module:threshold).
        type: float
      threshold_metric_id:
        description: See O(bidops.platform.cloudwatch_alarm#module:threshold_metric_id).
        type: str
      comparison_operator:
        description: See O(bidops.platform.cloudwatch_alarm#module:comparison_operator).
        type: str
        choices:
          - GreaterThanOrEqualToThreshold
          - GreaterThanThreshold
          - LessThanThreshold
          - LessThanOrEqualToThreshold
          - LessThanLowerOrGreaterThanUpperThreshold
          - LessThanLowerThreshold
          - GreaterThanUpperThreshold
      evaluation_periods:
        description: See O(bidops.platform.cloudwatch_alarm#module:evaluation_periods).
        type: int
      datapoints_to_alarm:
        description: See O(bidops.platform.cloudwatch_alarm#module:datapoints_to_alarm).
        type: int
      treat_missing_data:
        description: See O(bidops.platform.cloudwatch_alarm#module:treat_missing_data).
        type: str
        choices: [breaching, notBreaching, ignore, missing]
      evaluate_low_sample_count_percentile:
        description: See O(bidops.platform.cloudwatch_alarm#module:evaluate_low_sample_count_percentile).
        type: str
        choices: [evaluate, ignore]
      evaluation_criteria:
        description: See O(bidops.platform.cloudwatch_alarm#module:evaluation_criteria).
        type: dict
      evaluation_interval:
        description: See O(bidops.platform.cloudwatch_alarm#module:evaluation_interval).
        type: int
      evaluation_window:
        description: See O(bidops.platform.cloudwatch_alarm#module:evaluation_window).
        type: dict
      warm_up_configuration:
        description: See O(bidops.platform.cloudwatch_alarm#module:warm_up_configuration).
        type: dict
      action_configuration:
        description: See O(bidops.platform.cloudwatch_alarm#module:action_configuration).
        type: dict
      tags:
        description: Tags that it has beside O(tags).
        type: dict
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
  description: Name to alarm as M(bidops.platform.cloudwatch_alarm) returns it, in the order of the list.
  returned: always
  type: dict
results:
  description: What became of each alarm, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(alarms).
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._engine.together import by_names
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.alarm import INSTEAD_OF_EACH_OTHER, RESOURCE

READ_ALL = by_names("DescribeAlarms", "AlarmNames", "AlarmName", AlarmTypes=["MetricAlarm"])


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=READ_ALL, mutually_exclusive=INSTEAD_OF_EACH_OTHER)


if __name__ == "__main__":
    main()
