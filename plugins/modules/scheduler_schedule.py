#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: scheduler_schedule
version_added: 0.1.0
short_description: Manage Amazon EventBridge schedules
description:
  - Creates, changes and deletes a schedule of Amazon EventBridge Scheduler, which does something by the clock. A
    universal target calls nearly any operation of AWS, such as one that starts an ingestion job, without a function in
    between.
  - What is not given stays as it is.
  - Uses the operations CreateSchedule, UpdateSchedule, GetSchedule and DeleteSchedule of C(scheduler).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the schedule, 1 to 64 letters, digits and C(_.-). It is unique within its group.
    type: str
    required: true
  group_name:
    description:
      - Group that the schedule is in, which has to be there; V(default) when left out. A schedule cannot move.
    type: str
  schedule_expression:
    description:
      - When it runs, C(rate(1 days\)), C(cron(0 3 * * ? *\)) or, once, C(at(2027-01-31T03:00:00\)). Required to create
        it.
    type: str
  schedule_expression_timezone:
    description:
      - Time zone of the expression, such as V(Europe/Berlin). A new schedule takes V(UTC).
    type: str
  schedule_state:
    description:
      - Whether it runs, the member C(State) of the API. A new schedule is V(ENABLED) unless this says otherwise.
    type: str
    choices: [ENABLED, DISABLED]
  description:
    description:
      - What it is for, 512 characters at most.
    type: str
  start_date:
    description:
      - Before this time, ISO 8601 in UTC, it does not run. One in the past, which the service does not take, is only
        sent when the schedule has another.
    type: str
  end_date:
    description:
      - After this time, ISO 8601 in UTC, it does not run.
    type: str
  flexible_time_window:
    description:
      - How exactly it runs, with C(mode), V(OFF) or V(FLEXIBLE), and for the latter C(maximum_window_in_minutes), 1 to
        1440. A new schedule runs on time.
    type: dict
  target:
    description:
      - What it does. C(arn) is that of a queue, function or the like, or of an operation,
        V(arn:aws:scheduler:::aws-sdk:bedrockagent:startIngestionJob), with the name of the service's Java SDK.
      - C(role_arn) is the role that it takes on, C(input) what it hands over (a dictionary or text; for an operation
        the request with the API's own names), C(retry_policy) and C(dead_letter_config) say what happens when it fails.
      - Required to create the schedule.
    type: dict
  kms_key_arn:
    description:
      - ARN of the KMS key that encrypts the target's input; without one, AWS's own does.
    type: str
  action_after_completion:
    description:
      - Whether a schedule that will not run again is deleted. A new one takes V(NONE).
    type: str
    choices: [NONE, DELETE]
notes:
  - Whether an update may repeat a start in the past is not documented. It is left out of updates of other options, so
    the schedule may lose it; it has started by then.
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Take new documents into the knowledge base every night
  bidops.platform.scheduler_schedule:
    name: nightly-ingestion
    schedule_expression: cron(0 3 * * ? *)
    schedule_expression_timezone: Europe/Berlin
    flexible_time_window:
      mode: FLEXIBLE
      maximum_window_in_minutes: 15
    target:
      arn: arn:aws:scheduler:::aws-sdk:bedrockagent:startIngestionJob
      role_arn: arn:aws:iam::123456789012:role/scheduler
      input:
        KnowledgeBaseId: ABCDEFGHIJ
        DataSourceId: KLMNOPQRST
      retry_policy:
        maximum_retry_attempts: 3

- name: Let it rest
  bidops.platform.scheduler_schedule:
    name: nightly-ingestion
    schedule_state: DISABLED

- name: Remove it
  bidops.platform.scheduler_schedule:
    name: nightly-ingestion
    state: absent
"""

RETURN = r"""
schedule:
  description: The schedule as GetSchedule describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.schedule import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
