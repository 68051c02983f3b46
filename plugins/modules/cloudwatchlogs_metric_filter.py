#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_metric_filter
version_added: 0.1.0
short_description: Manage metric filters of Amazon CloudWatch log groups
description:
  - Creates, changes and deletes a metric filter, which makes a number of what is logged, to be watched by an alarm.
  - Uses the operations PutMetricFilter, DescribeMetricFilters and DeleteMetricFilter of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the filter, unique within the log group.
    type: str
    required: true
  log_group_name:
    description:
      - The log group, which has to be there.
    type: str
    required: true
  filter_pattern:
    description:
      - Which events count, in the language of CloudWatch Logs; empty text is all. Required to create it.
    type: str
  apply_on_transformed_logs:
    description:
      - Whether it looks at events as a transformer of the log group made them, rather than as they came.
    type: bool
  field_selection_criteria:
    description:
      - For a centralized log group, which accounts and regions count, such as V(@aws.region = "us-east-1").
    type: str

  metric_transformations:
    description:
      - The one metric, in a list, with C(metric_name), C(metric_namespace) and C(metric_value), and, if need be,
        C(default_value) or C(dimensions), and C(unit). Required to create the filter.
    type: list
    elements: dict
  emit_system_field_dimensions:
    description:
      - For a centralized log group, what becomes a dimension, of V(@aws.account) and V(@aws.region).
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Count errors
  bidops.platform.cloudwatchlogs_metric_filter:
    name: errors
    log_group_name: /bidops/api
    filter_pattern: '{ $.level = "error" }'
    metric_transformations:
      - metric_name: errors
        metric_namespace: Platform
        metric_value: "1"
        default_value: 0

- name: Stop counting
  bidops.platform.cloudwatchlogs_metric_filter:
    name: errors
    log_group_name: /bidops/api
    state: absent
"""

RETURN = r"""
metric_filter:
  description: The filter as DescribeMetricFilters describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    filter_name:
      description: Name of the filter.
      type: str
    log_group_name:
      description: Its log group.
      type: str
    filter_pattern:
      description: Which events count.
      type: str
    metric_transformations:
      description: The metric, in a list.
      type: list
      elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_metric_filter import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
