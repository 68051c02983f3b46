#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_anomaly_detector
version_added: 0.1.0
short_description: Manage Amazon CloudWatch anomaly detectors
description:
  - Creates, changes and deletes an anomaly detector of Amazon CloudWatch, which learns what is usual of a metric.
    Alarms on its band are those of M(bidops.platform.cloudwatch_alarm) with C(threshold_metric_id), which need no
    detector made beforehand, unless it is to leave out times or to learn faster.
  - A detector has no name. It is known by the metric, or metric math, that it learns.
  - Uses the operations PutAnomalyDetector, DescribeAnomalyDetectors and DeleteAnomalyDetector of C(cloudwatch).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  single_metric_anomaly_detector:
    description:
      - The metric, with C(namespace), C(metric_name), C(stat) and C(dimensions), in any order, and C(account_id) for
        that of another account.
    type: dict
  metric_math_anomaly_detector:
    description:
      - In place of one metric, metric math, with C(metric_data_queries) as in the option C(metrics) of
        M(bidops.platform.cloudwatch_alarm).
    type: dict
  configuration:
    description:
      - How it learns, with C(excluded_time_ranges) (C(start_time) and C(end_time), ISO 8601), C(metric_timezone),
        C(adaptation_speed) and C(outlier_filtering_strength).
    type: dict
  metric_characteristics:
    description:
      - What is known of the metric, with C(periodic_spikes).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Learn the number of requests, but not from the night of the migration
  bidops.platform.cloudwatch_anomaly_detector:
    single_metric_anomaly_detector: &requests
      namespace: AWS/ApplicationELB
      metric_name: RequestCount
      stat: Sum
      dimensions:
        - name: LoadBalancer
          value: app/external/0123456789abcdef
    configuration:
      excluded_time_ranges:
        - start_time: "2026-11-01T00:00:00Z"
          end_time: "2026-11-01T06:00:00Z"
      metric_timezone: Europe/Berlin

- name: Forget it
  bidops.platform.cloudwatch_anomaly_detector:
    single_metric_anomaly_detector: *requests
    state: absent
"""

RETURN = r"""
anomaly_detector:
  description: The detector as DescribeAnomalyDetectors describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    anomaly_detector_id:
      description: Id of the detector.
      type: str
    single_metric_anomaly_detector:
      description: The metric that it learns, if it is one.
      type: dict
    metric_math_anomaly_detector:
      description: The metric math that it learns, if it is that.
      type: dict
    configuration:
      description: How it learns.
      type: dict
    state_value:
      description: How far it is, V(PENDING_TRAINING), V(TRAINED_INSUFFICIENT_DATA) or V(TRAINED).
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.anomaly_detector import RESOURCE


def main() -> None:
    forms = ("single_metric_anomaly_detector", "metric_math_anomaly_detector")
    run(RESOURCE, DOCUMENTATION, required_one_of=[forms], mutually_exclusive=[forms])


if __name__ == "__main__":
    main()
