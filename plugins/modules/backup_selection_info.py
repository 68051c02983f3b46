#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_selection_info
version_added: 0.1.0
short_description: List what an AWS Backup plan backs up
description:
  - Lists the assignments of a plan of AWS Backup in the form in which M(bidops.platform.backup_selection) returns them.
  - Uses the operations ListBackupSelections and GetBackupSelection of C(backup).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  backup_plan_id:
    description:
      - Id of the plan.
    type: str
    required: true
  name:
    description:
      - Only the assignment with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What is backed up
  bidops.platform.backup_selection_info:
    backup_plan_id: 11111111-2222-3333-4444-555555555555
  register: found
"""

RETURN = r"""
backup_selections:
  description: What was found, each as GetBackupSelection describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.backup_selection import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
