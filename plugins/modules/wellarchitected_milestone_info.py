#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wellarchitected_milestone_info
version_added: 0.1.0
short_description: List milestones of a workload
description:
  - Lists the milestones of a workload of the AWS Well-Architected Tool in the form in which
    M(bidops.platform.wellarchitected_milestone) returns them.
  - Uses the operations ListMilestones and GetMilestone of C(wellarchitected).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  workload_id:
    description:
      - Id of the workload.
    type: str
    required: true
  name:
    description:
      - Only the milestone with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: How many high risks there were at the first release
  bidops.platform.wellarchitected_milestone_info:
    workload_id: 0123456789abcdef0123456789abcdef
    name: release 1
  register: found
"""

RETURN = r"""
milestones:
  description: What was found, each as GetMilestone describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    milestone_number:
      description: Number of the milestone.
      type: int
    milestone_name:
      description: Name of the milestone.
      type: str
    recorded_at:
      description: When it was made, ISO 8601.
      type: str
    workload:
      description: The workload as it was, in the form in which M(bidops.platform.wellarchitected_workload) returns it.
      type: dict
    workload_id:
      description: Id of the workload.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.milestone import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
