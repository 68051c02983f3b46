#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_plan
version_added: 0.1.0
short_description: Manage AWS Backup plans
description:
  - Creates, updates, tags and deletes plans of AWS Backup, which say when backups are made and how long they are kept.
    M(bidops.platform.backup_selection) says of what.
  - Takes the place of M(amazon.aws.backup_plan), which reports a change in check mode where there is none.
  - Uses the operations ListBackupPlans, GetBackupPlan, CreateBackupPlan, UpdateBackupPlan, DeleteBackupPlan,
    TagResource, UntagResource and ListTags of C(backup).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the plan. The module fails where several plans have this one.
    type: str
    required: true
  rules:
    description:
      - All rules of the plan, in any order, each with C(rule_name), C(target_backup_vault_name),
        C(schedule_expression), such as V(cron(0 5 ? * * *\)), C(schedule_expression_timezone), C(start_window_minutes),
        C(completion_window_minutes), C(lifecycle), C(recovery_point_tags), C(copy_actions) and
        C(enable_continuous_backup). Needed to create it.
      - C(lifecycle) has C(delete_after_days) and C(move_to_cold_storage_after_days).
    type: list
    elements: dict
  advanced_backup_settings:
    description:
      - Settings for types of resources, each with C(resource_type), V(EC2), and C(backup_options), such as
        V({"WindowsVSS":"enabled"}).
    type: list
    elements: dict
  scan_settings:
    description:
      - How backups are scanned for malware, each with C(malware_scanner), C(resource_types) and C(scanner_role_arn).
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
- name: Back up every night, for five weeks
  bidops.platform.backup_plan:
    name: assistant
    rules:
      - rule_name: nightly
        target_backup_vault_name: assistant
        schedule_expression: cron(0 5 ? * * *)
        lifecycle: {delete_after_days: 35}
    tags:
      project: assistant

- name: Delete it
  bidops.platform.backup_plan:
    name: assistant
    state: absent
"""

RETURN = r"""
backup_plan:
  description: The plan as GetBackupPlan describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    backup_plan_id:
      description: Id of the plan.
      type: str
    backup_plan_arn:
      description: ARN of the plan.
      type: str
    backup_plan_name:
      description: Name of the plan.
      type: str
    version_id:
      description: Id of its version; every change makes a new one.
      type: str
    rules:
      description: Its rules, with all that AWS filled in.
      type: list
      elements: dict
    creation_date:
      description: When it was created, ISO 8601.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.backup_plan import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
