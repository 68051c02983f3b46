#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_anomaly_detector_info
version_added: 0.1.0
short_description: List Amazon CloudWatch anomaly detectors
description:
  - Lists anomaly detectors of Amazon CloudWatch in the form in which M(bidops.platform.cloudwatch_anomaly_detector)
    returns them.
  - Uses the operation DescribeAnomalyDetectors of C(cloudwatch).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  namespace:
    description:
      - Only those of metrics in this namespace.
    type: str
  metric_name:
    description:
      - Only those of this metric.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What is learned of the load balancers
  bidops.platform.cloudwatch_anomaly_detector_info:
    namespace: AWS/ApplicationELB
  register: found
"""

RETURN = r"""
anomaly_detectors:
  description: What was found, each as DescribeAnomalyDetectors describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.anomaly_detector import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
