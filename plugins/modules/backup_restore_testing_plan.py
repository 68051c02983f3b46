#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_restore_testing_plan
version_added: 0.1.0
short_description: Manage restore testing plans of AWS Backup
description:
  - Creates, updates, tags and deletes plans by which AWS Backup restores backups by way of trial, and removes what it
    restored again. M(bidops.platform.backup_restore_testing_selection) says of what.
  - Trials cost money, as long as what is restored exists.
  - Uses the operations GetRestoreTestingPlan, CreateRestoreTestingPlan, UpdateRestoreTestingPlan,
    DeleteRestoreTestingPlan, TagResource, UntagResource and ListTags of C(backup).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the plan, 1 to 50 letters, digits and underscores. It cannot change.
    type: str
    required: true
  schedule_expression:
    description:
      - When trials start, such as V(cron(0 5 ? * SUN *\)). Needed to create it.
    type: str
  schedule_expression_timezone:
    description:
      - Time zone of O(schedule_expression), V(Etc/UTC) when left out.
    type: str
  start_window_hours:
    description:
      - Within how many hours a trial has to start, 1 to 168.
    type: int
  recovery_point_selection:
    description:
      - Which backups are tried, with C(algorithm), V(LATEST_WITHIN_WINDOW) or V(RANDOM_WITHIN_WINDOW),
        C(include_vaults) and C(exclude_vaults), lists of ARNs or V(*), C(recovery_point_types), a list of V(SNAPSHOT)
        and V(CONTINUOUS), and C(selection_window_days), 1 to 365. Needed to create it.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Try the newest backups every Sunday
  bidops.platform.backup_restore_testing_plan:
    name: assistant
    schedule_expression: cron(0 5 ? * SUN *)
    recovery_point_selection:
      algorithm: LATEST_WITHIN_WINDOW
      include_vaults: ["*"]
      recovery_point_types: [SNAPSHOT]
      selection_window_days: 30
    tags:
      project: assistant

- name: Delete it
  bidops.platform.backup_restore_testing_plan:
    name: assistant
    state: absent
"""

RETURN = r"""
restore_testing_plan:
  description: The plan as GetRestoreTestingPlan describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    restore_testing_plan_name:
      description: Name of the plan.
      type: str
    restore_testing_plan_arn:
      description: ARN of the plan.
      type: str
    schedule_expression:
      description: When trials start.
      type: str
    schedule_expression_timezone:
      description: Time zone of C(schedule_expression).
      type: str
    start_window_hours:
      description: Within how many hours a trial has to start.
      type: int
    recovery_point_selection:
      description: Which backups are tried.
      type: dict
    last_execution_time:
      description: When a trial last started, ISO 8601.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.restore_testing_plan import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
