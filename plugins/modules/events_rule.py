#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: events_rule
version_added: 0.1.0
short_description: Manage rules of Amazon EventBridge
description:
  - Creates, changes and deletes a rule of Amazon EventBridge together with its targets, which are started for each
    event that matches, or by the clock.
  - What is not given stays as it is.
  - Takes the place of M(amazon.aws.cloudwatchevent_rule), which has no check mode and no tags.
  - Uses the operations PutRule, DescribeRule, DeleteRule, PutTargets, RemoveTargets and ListTargetsByRule of C(events),
    and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the rule; 1 to 64 letters, digits and C(_.-). It is unique on its event bus.
    type: str
    required: true
  event_bus_name:
    description:
      - Event bus that the rule is on, V(default) when left out. A rule cannot move.
    type: str
  event_pattern:
    description:
      - Which events match, as a dictionary or JSON text. Compared by content. A rule needs this or
        O(schedule_expression) to be created.
    type: json
  schedule_expression:
    description:
      - When it runs, C(rate(1 day\)) or C(cron(0 3 * * ? *\)). M(bidops.platform.scheduler_schedule) can do more.
    type: str
  rule_state:
    description:
      - Whether it runs, the member C(State) of the API. A new rule is V(ENABLED) unless this says otherwise.
    type: str
    choices: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]
  description:
    description:
      - What it is for, 512 characters at most.
    type: str
  role_arn:
    description:
      - ARN of a role for targets that have none of their own.
    type: str
  targets:
    description:
      - What it starts, five at most, each with C(id), which is the user's to choose, C(arn), C(role_arn), and what is
        handed over, the whole event, C(input), C(input_path) or C(input_transformer). Others are removed.
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Start a runbook for each upload
  bidops.platform.events_rule:
    name: uploads
    event_pattern:
      source: [aws.s3]
      detail-type: [Object Created]
      detail: {bucket: {name: [uploads]}}
    targets:
      - id: read
        arn: arn:aws:ssm:us-east-1:123456789012:automation-definition/read:$DEFAULT
        role_arn: arn:aws:iam::123456789012:role/uploads
        input_transformer:
          input_paths_map: {key: $.detail.object.key}
          input_template: '{"Key": ["<key>"]}'

- name: Let it rest
  bidops.platform.events_rule:
    name: uploads
    rule_state: DISABLED

- name: Remove it and its targets
  bidops.platform.events_rule:
    name: uploads
    state: absent
"""

RETURN = r"""
rule:
  description: The rule as DescribeRule describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Name of the rule.
      type: str
    arn:
      description: ARN of the rule.
      type: str
    state:
      description: Whether it runs.
      type: str
    event_pattern:
      description: Which events match, as JSON text.
      type: str
    targets:
      description: What it starts, when O(targets) was given.
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.event_rule import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
