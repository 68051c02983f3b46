#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_alarm_info
version_added: 0.1.0
short_description: List Amazon CloudWatch alarms on metrics
description:
  - Lists alarms of Amazon CloudWatch on metrics in the form in which M(bidops.platform.cloudwatch_alarm) returns them.
  - Uses the operation DescribeAlarms of C(cloudwatch), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the alarm with this name.
    type: str
  state_value:
    description:
      - Only alarms in this state.
    type: str
    choices: [OK, ALARM, INSUFFICIENT_DATA]
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which alarms have gone off
  bidops.platform.cloudwatch_alarm_info:
    state_value: ALARM
  register: gone_off
"""

RETURN = r"""
alarms:
  description: What was found, each as DescribeAlarms describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    alarm_name:
      description: Name of the alarm.
      type: str
    alarm_arn:
      description: ARN of the alarm.
      type: str
    state_value:
      description: Its state.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.alarm import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
