#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_selection
version_added: 0.1.0
short_description: Manage what an AWS Backup plan backs up
description:
  - Assigns resources to a plan of AWS Backup, by ARN or by tag, or takes an assignment away.
  - Nothing of an assignment can change. O(force_replace) deletes it and makes it anew; backups that exist stay.
  - Uses the operations ListBackupSelections, GetBackupSelection, CreateBackupSelection and DeleteBackupSelection of
    C(backup).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the assignment, 1 to 50 letters, digits, hyphens, underscores and periods.
    type: str
    required: true
  backup_plan_id:
    description:
      - Id of the plan.
    type: str
    required: true
  iam_role_arn:
    description:
      - ARN of the role that AWS Backup makes backups with. Needed to create it.
    type: str
  resources:
    description:
      - ARNs of what is backed up, in any order, or patterns such as V(arn:aws:s3:::*).
    type: list
    elements: str
  not_resources:
    description:
      - ARNs, or patterns, of what is not, in any order.
    type: list
    elements: str
  list_of_tags:
    description:
      - Backs up what has any of these tags, in any order, each with C(condition_type), V(STRINGEQUALS),
        C(condition_key) and C(condition_value).
    type: list
    elements: dict
  conditions:
    description:
      - Backs up only what fulfils all of these, with C(string_equals), C(string_not_equals), C(string_like) and
        C(string_not_like), each a list of C(condition_key), such as V(aws:ResourceTag/project), and C(condition_value).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Back up all that is ours
  bidops.platform.backup_selection:
    name: assistant
    backup_plan_id: 11111111-2222-3333-4444-555555555555
    iam_role_arn: arn:aws:iam::123456789012:role/backup
    resources: ["*"]
    conditions:
      string_equals:
        - {condition_key: aws:ResourceTag/project, condition_value: assistant}

- name: No longer
  bidops.platform.backup_selection:
    name: assistant
    backup_plan_id: 11111111-2222-3333-4444-555555555555
    state: absent
"""

RETURN = r"""
backup_selection:
  description: The assignment as GetBackupSelection describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    selection_id:
      description: Id of the assignment.
      type: str
    selection_name:
      description: Name of the assignment.
      type: str
    backup_plan_id:
      description: Id of the plan.
      type: str
    iam_role_arn:
      description: ARN of the role.
      type: str
    resources:
      description: ARNs of what is backed up.
      type: list
      elements: str
    creation_date:
      description: When it was created, ISO 8601.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.backup_selection import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
