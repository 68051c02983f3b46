#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ce_anomaly_monitor_info
version_added: 0.1.0
short_description: List cost anomaly monitors
description:
  - Lists the monitors of AWS Cost Anomaly Detection in the form in which M(bidops.platform.ce_anomaly_monitor) returns
    them.
  - Uses the operations GetAnomalyMonitors of C(ce), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only monitors with this name.
    type: str
  monitor_type:
    description:
      - Only monitors of this type, V(DIMENSIONAL) or V(CUSTOM).
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Is there a monitor of all services
  bidops.platform.ce_anomaly_monitor_info:
    monitor_type: DIMENSIONAL
  register: found
"""

RETURN = r"""
anomaly_monitors:
  description: What was found, each as GetAnomalyMonitors describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    monitor_arn:
      description: ARN of the monitor.
      type: str
    monitor_name:
      description: Name of the monitor.
      type: str
    monitor_type:
      description: 'V(DIMENSIONAL) or V(CUSTOM).'
      type: str
    monitor_dimension:
      description: By what costs are told apart, for V(DIMENSIONAL).
      type: str
    monitor_specification:
      description: Which costs are watched, for V(CUSTOM).
      type: dict
    creation_date:
      description: When it was created.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.anomaly_monitor import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
