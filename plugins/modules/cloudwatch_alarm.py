#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_alarm
version_added: 0.1.0
short_description: Manage Amazon CloudWatch alarms on metrics
description:
  - Creates, changes and deletes an alarm of Amazon CloudWatch on one metric, on metric math over several, on the band
    of an anomaly detector, or on a PromQL query.
  - What is not given stays as it is. What is given displaces what it stands in for, such as O(metrics) the
    O(metric_name) of an alarm that had one metric so far.
  - Uses the operations PutMetricAlarm, DescribeAlarms and DeleteAlarms of C(cloudwatch), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the alarm, 1 to 255 characters. Alarms of all types share one namespace.
    type: str
    required: true
  description:
    description:
      - What the alarm means and what to do about it, 1024 characters at most.
    type: str

  actions_enabled:
    description:
      - Whether the alarm acts when its state changes. A new alarm acts unless this is V(false).
    type: bool
  alarm_actions:
    description:
      - ARNs of what to do when the alarm goes off, such as the ARN of an SNS topic. It is the whole wish, an empty list
        removes all; five at most.
    type: list
    elements: str
  ok_actions:
    description:
      - ARNs of what to do when all is well again.
    type: list
    elements: str
  insufficient_data_actions:
    description:
      - ARNs of what to do when there is too little data to tell.
    type: list
    elements: str

  metric_name:
    description:
      - The one metric that is watched. It takes O(namespace), O(period) and O(statistic) or O(extended_statistic).
    type: str
  namespace:
    description:
      - Namespace of the metric, such as V(AWS/ApplicationELB).
    type: str
  dimensions:
    description:
      - Dimensions of the metric, each with C(name) and C(value), in any order.
    type: list
    elements: dict
  statistic:
    description:
      - What is made of the values of a period.
    type: str
    choices: [SampleCount, Average, Sum, Minimum, Maximum]
  extended_statistic:
    description:
      - In place of O(statistic), a percentile or a trimmed statistic, such as V(p99) or V(tm90).
    type: str
  period:
    description:
      - Length of a period in seconds, 10, 20, 30 or a multiple of 60.
    type: int
  unit:
    description:
      - Only values with this unit. Left out, all values count, which is nearly always right.
    type: str
  metrics:
    description:
      - In place of one metric, up to 20 queries, each with an C(id) and either C(metric_stat) (C(metric) with
        C(namespace), C(metric_name) and C(dimensions), C(period), C(stat)) or an C(expression) over the ids of others.
      - Exactly one, besides the one that O(threshold_metric_id) names, returns data; the others say
        C(return_data=false).
      - The order does not matter.
    type: list
    elements: dict
  threshold:
    description:
      - The value that O(comparison_operator) compares with.
    type: float
  threshold_metric_id:
    description:
      - In place of O(threshold), the id of the query in O(metrics) whose C(expression) is an ANOMALY_DETECTION_BAND. It
        goes with the last three choices of O(comparison_operator).
    type: str
  comparison_operator:
    description:
      - How a value has to compare with the threshold to count as a breach.
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
    description:
      - Over how many periods the alarm looks.
    type: int
  datapoints_to_alarm:
    description:
      - How many of these periods have to breach. Left out, all of them.
    type: int
  treat_missing_data:
    description:
      - What a period without data counts as. A new alarm takes V(missing).
      - A database that pauses sends no data, so its alarms want V(notBreaching).
    type: str
    choices: [breaching, notBreaching, ignore, missing]
  evaluate_low_sample_count_percentile:
    description:
      - For percentiles, whether a period with too few samples is judged, V(evaluate), or not, V(ignore).
    type: str
    choices: [evaluate, ignore]
  evaluation_criteria:
    description:
      - In place of metrics and threshold, C(prom_ql_criteria) with C(query), C(pending_period) and C(recovery_period)
        in seconds.
    type: dict
  evaluation_interval:
    description:
      - How often a PromQL query is judged, in seconds, 10 to 3600.
    type: int
  evaluation_window:
    description:
      - Whether periods slide, C(sliding_window), or follow the clock, C(wall_clock_window) with C(timezone).
    type: dict
  warm_up_configuration:
    description:
      - How long a new alarm keeps still, with C(warm_up_period_duration_in_minutes), 1 to 2880, and
        C(only_start_evaluating_after_warm_up_period_ends).
    type: dict

  action_configuration:
    description:
      - What actions are told besides, with C(alarm_tags_propagation) (C(enabled), and either C(included_tag_keys) or
        C(excluded_tag_keys)), which sends the alarm's tags along.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Tell when the load balancer answers with errors
  bidops.platform.cloudwatch_alarm:
    name: api-errors
    description: More than ten errors in five minutes. Look at the log group /bidops/api first.
    namespace: AWS/ApplicationELB
    metric_name: HTTPCode_Target_5XX_Count
    dimensions:
      - name: LoadBalancer
        value: app/external/0123456789abcdef
    statistic: Sum
    period: 300
    evaluation_periods: 1
    threshold: 10
    comparison_operator: GreaterThanThreshold
    treat_missing_data: notBreaching
    alarm_actions: ["arn:aws:sns:us-east-1:123456789012:alerts"]
    ok_actions: ["arn:aws:sns:us-east-1:123456789012:alerts"]
    tags:
      team: platform

- name: Tell when the share of errors is too high
  bidops.platform.cloudwatch_alarm:
    name: api-error-rate
    metrics:
      - id: rate
        expression: 100 * errors / requests
        label: Errors in percent
      - id: errors
        return_data: false
        metric_stat:
          metric: {namespace: AWS/ApplicationELB, metric_name: HTTPCode_Target_5XX_Count}
          period: 300
          stat: Sum
      - id: requests
        return_data: false
        metric_stat:
          metric: {namespace: AWS/ApplicationELB, metric_name: RequestCount}
          period: 300
          stat: Sum
    threshold: 5
    comparison_operator: GreaterThanThreshold
    evaluation_periods: 3
    datapoints_to_alarm: 2

- name: Tell when the number of requests is unusual
  bidops.platform.cloudwatch_alarm:
    name: api-requests-unusual
    metrics:
      - id: requests
        metric_stat:
          metric: {namespace: AWS/ApplicationELB, metric_name: RequestCount}
          period: 300
          stat: Sum
      - id: band
        expression: ANOMALY_DETECTION_BAND(requests, 2)
    threshold_metric_id: band
    comparison_operator: LessThanLowerOrGreaterThanUpperThreshold
    evaluation_periods: 3

- name: Remove an alarm
  bidops.platform.cloudwatch_alarm:
    name: api-errors
    state: absent
"""

RETURN = r"""
alarm:
  description: The alarm as DescribeAlarms describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    alarm_name:
      description: Name of the alarm.
      type: str
    alarm_arn:
      description: ARN of the alarm.
      type: str
    state_value:
      description: Its state, V(OK), V(ALARM) or V(INSUFFICIENT_DATA).
      type: str
    state_reason:
      description: Why it is in that state.
      type: str
    actions_enabled:
      description: Whether it acts.
      type: bool
    metrics:
      description: Its queries, empty for an alarm on one metric.
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.alarm import INSTEAD_OF_EACH_OTHER, RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION, mutually_exclusive=INSTEAD_OF_EACH_OTHER)


if __name__ == "__main__":
    main()
