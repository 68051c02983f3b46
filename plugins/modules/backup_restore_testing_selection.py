#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_restore_testing_selection
version_added: 0.1.0
short_description: Manage what a restore testing plan of AWS Backup restores
description:
  - Assigns resources of one type to a restore testing plan, by ARN or by the tags of their backups, or takes an
    assignment away.
  - Uses the operations GetRestoreTestingSelection, CreateRestoreTestingSelection, UpdateRestoreTestingSelection and
    DeleteRestoreTestingSelection of C(backup).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the assignment, 1 to 50 letters, digits and underscores. It cannot change.
    type: str
    required: true
  restore_testing_plan_name:
    description:
      - Name of the plan, which has to be there.
    type: str
    required: true
  iam_role_arn:
    description:
      - ARN of the role that AWS Backup restores with. Needed to create it.
    type: str
  protected_resource_type:
    description:
      - Type of what is restored, such as V(Aurora) or V(S3). Needed to create it; cannot change.
    type: str
  protected_resource_arns:
    description:
      - ARNs of what is restored, in any order, or V(*).
    type: list
    elements: str
  protected_resource_conditions:
    description:
      - Restores only what fulfils all of these, with C(string_equals) and C(string_not_equals), each a list of C(key),
        such as V(aws:ResourceTag/project), and C(value). They go with O(protected_resource_arns) V(*).
    type: dict
  restore_metadata_overrides:
    description:
      - How it is restored, where that is to differ from what AWS Backup finds out, under the names of AWS Backup's
        restore metadata, such as C(dbsubnetgroupname).
    type: dict
  validation_window_hours:
    description:
      - For how many hours what was restored is kept to be looked at, 0 to 168.
    type: int
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Restore the databases by way of trial
  bidops.platform.backup_restore_testing_selection:
    name: databases
    restore_testing_plan_name: assistant
    iam_role_arn: arn:aws:iam::123456789012:role/backup
    protected_resource_type: Aurora
    protected_resource_arns: ["*"]
    protected_resource_conditions:
      string_equals:
        - {key: aws:ResourceTag/project, value: assistant}
    validation_window_hours: 1

- name: No longer
  bidops.platform.backup_restore_testing_selection:
    name: databases
    restore_testing_plan_name: assistant
    state: absent
"""

RETURN = r"""
restore_testing_selection:
  description: The assignment as GetRestoreTestingSelection describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    restore_testing_selection_name:
      description: Name of the assignment.
      type: str
    restore_testing_plan_name:
      description: Name of the plan.
      type: str
    iam_role_arn:
      description: ARN of the role.
      type: str
    protected_resource_type:
      description: Type of what is restored.
      type: str
    protected_resource_arns:
      description: ARNs of what is restored.
      type: list
      elements: str
    validation_window_hours:
      description: For how many hours it is kept.
      type: int
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.restore_testing_selection import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
