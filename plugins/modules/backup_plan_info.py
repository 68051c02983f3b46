#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_plan_info
version_added: 0.1.0
short_description: List AWS Backup plans
description:
  - Lists plans of AWS Backup in the form in which M(bidops.platform.backup_plan) returns them.
  - Uses the operations ListBackupPlans and GetBackupPlan of C(backup), and ListTags where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only plans with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: When are backups made
  bidops.platform.backup_plan_info:
  register: found
"""

RETURN = r"""
backup_plans:
  description: What was found, each as GetBackupPlan describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.backup_plan import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
