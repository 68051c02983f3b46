#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_composite_alarm
version_added: 0.1.0
short_description: Manage Amazon CloudWatch composite alarms
description:
  - Creates, changes and deletes a composite alarm of Amazon CloudWatch, whose state follows from the states of other
    alarms, so that people are told once of what many alarms notice.
  - The alarms that the rule names have to be there first, and cannot be deleted before it.
  - Uses the operations PutCompositeAlarm, DescribeAlarms and DeleteAlarms of C(cloudwatch), and its tag operations.
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
  alarm_rule:
    description:
      - When it goes off, over other alarms by name or ARN, C(ALARM(x)), C(OK(x)) and C(INSUFFICIENT_DATA(x)), joined by
        C(AND), C(OR), C(NOT) and parentheses. Spaces and line ends do not matter. Required to create it.
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

  actions_suppressor:
    description:
      - Name or ARN of an alarm that keeps this one from acting while it has gone off, such as one for a maintenance.
        It goes with the two options below.
    type: str
  actions_suppressor_wait_period:
    description:
      - How many seconds to wait for the suppressing alarm to go off before acting.
    type: int
  actions_suppressor_extension_period:
    description:
      - How many seconds to wait before acting after the suppressing alarm has ended.
    type: int

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
- name: Tell once when the API is in trouble, but not while it is deployed
  bidops.platform.cloudwatch_composite_alarm:
    name: api-in-trouble
    alarm_rule: >-
      (ALARM("api-errors") OR ALARM("api-latency"))
      AND NOT ALARM("deploying")
    alarm_actions: ["arn:aws:sns:us-east-1:123456789012:alerts"]

- name: Remove it
  bidops.platform.cloudwatch_composite_alarm:
    name: api-in-trouble
    state: absent
"""

RETURN = r"""
composite_alarm:
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
    alarm_rule:
      description: Its rule.
      type: str
    state_value:
      description: Its state, V(OK), V(ALARM) or V(INSUFFICIENT_DATA).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.composite_alarm import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
