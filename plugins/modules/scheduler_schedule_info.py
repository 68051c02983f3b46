#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: scheduler_schedule_info
version_added: 0.1.0
short_description: List Amazon EventBridge schedules
description:
  - Lists schedules of Amazon EventBridge Scheduler in the form in which M(bidops.platform.scheduler_schedule) returns
    them.
  - Uses the operations ListSchedules and GetSchedule of C(scheduler).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only schedules with this name.
    type: str
  group_name:
    description:
      - Only schedules in this group.
    type: str
  schedule_state:
    description:
      - Only schedules that run, or that do not.
    type: str
    choices: [ENABLED, DISABLED]
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which schedules run
  bidops.platform.scheduler_schedule_info:
    schedule_state: ENABLED
  register: found
"""

RETURN = r"""
schedules:
  description: What was found, each as GetSchedule describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: Name of the schedule.
      type: str
    group_name:
      description: Its group.
      type: str
    arn:
      description: ARN of the schedule.
      type: str
    state:
      description: V(ENABLED) or V(DISABLED).
      type: str
    schedule_expression:
      description: When it runs.
      type: str
    target:
      description: What it does, with what the service filled in.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.schedule import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
