#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_metric_filters
version_added: 0.1.0
short_description: Manage many metric filters of Amazon CloudWatch log groups at once
description:
  - Creates, changes and deletes a list of metric filters in one task, each as
    M(bidops.platform.cloudwatchlogs_metric_filter) does it. All that there are are read with one request, and several
    are changed at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.cloudwatchlogs_metric_filter) uses, of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  metric_filters:
    description:
      - The metric filters, each with the options of M(bidops.platform.cloudwatchlogs_metric_filter).
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description: See O(bidops.platform.cloudwatchlogs_metric_filter#module:name).
        type: str
        required: true
      log_group_name:
        description: See O(bidops.platform.cloudwatchlogs_metric_filter#module:log_group_name).
        type: str
        required: true
      filter_pattern:
        description: See O(bidops.platform.cloudwatchlogs_metric_filter#module:filter_pattern).
        type: str
      apply_on_transformed_logs:
        description: See O(bidops.platform.cloudwatchlogs_metric_filter#module:apply_on_transformed_logs).
        type: bool
      field_selection_criteria:
        description: See O(bidops.platform.cloudwatchlogs_metric_filter#module:field_selection_criteria).
        type: str
      metric_transformations:
        description: See O(bidops.platform.cloudwatchlogs_metric_filter#module:metric_transformations).
        type: list
        elements: dict
      emit_system_field_dimensions:
        description: See O(bidops.platform.cloudwatchlogs_metric_filter#module:emit_system_field_dimensions).
        type: list
        elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Count errors and warnings
  bidops.platform.cloudwatchlogs_metric_filters:
    metric_filters:
      - name: errors
        log_group_name: /bidops/api
        filter_pattern: '{ $.level = "error" }'
        metric_transformations: [{metric_name: errors, metric_namespace: Platform, metric_value: "1"}]
      - name: warnings
        log_group_name: /bidops/api
        filter_pattern: '{ $.level = "warning" }'
        metric_transformations: [{metric_name: warnings, metric_namespace: Platform, metric_value: "1"}]

- name: Stop counting warnings
  bidops.platform.cloudwatchlogs_metric_filters:
    metric_filters: [{name: warnings, log_group_name: /bidops/api}]
    state: absent
"""

RETURN = r"""
metric_filters:
  description:
    - Each as M(bidops.platform.cloudwatchlogs_metric_filter) returns it, in the order of the list.
    - A key is the name of the log group, a colon, and the name of the filter.
  returned: always
  type: dict
results:
  description: What became of each metric filter, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(metric_filters).
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.together import by_list
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_metric_filter import RESOURCE


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=by_list("logGroupName", "filterName"))


if __name__ == "__main__":
    main()
