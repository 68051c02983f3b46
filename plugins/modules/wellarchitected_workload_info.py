#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wellarchitected_workload_info
version_added: 0.1.0
short_description: List workloads of the AWS Well-Architected Tool
description:
  - Lists the workloads of the AWS Well-Architected Tool in the form in which
    M(bidops.platform.wellarchitected_workload) returns them.
  - Uses the operations ListWorkloads and GetWorkload of C(wellarchitected).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the workload with this name.
    type: str
  environment:
    description:
      - Only workloads of this kind, V(PRODUCTION) or V(PREPRODUCTION).
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which workloads have high risks
  bidops.platform.wellarchitected_workload_info:
    environment: PRODUCTION
  register: found

- name: Name them
  ansible.builtin.debug:
    msg: "{{ found.workloads | selectattr('risk_counts.HIGH', 'defined') | map(attribute='workload_name') | list }}"
"""

RETURN = r"""
workloads:
  description: What was found, each as GetWorkload describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    workload_id:
      description: Id of the workload.
      type: str
    workload_arn:
      description: ARN of the workload.
      type: str
    workload_name:
      description: Name of the workload.
      type: str
    description:
      description: What it is.
      type: str
    environment:
      description: 'V(PRODUCTION) or V(PREPRODUCTION).'
      type: str
    lenses:
      description: The lenses that it is held against.
      type: list
      elements: str
    risk_counts:
      description: How many questions have which risk, with C(HIGH), C(MEDIUM), C(NONE), C(UNANSWERED) and
        C(NOT_APPLICABLE), those only that occur.
      type: dict
    improvement_status:
      description: How far its improvement is.
      type: str
    owner:
      description: The account that it belongs to.
      type: str
    updated_at:
      description: When it was last changed, ISO 8601.
      type: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.workload import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
