#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecs_task_definition_info
version_added: 0.1.0
short_description: List Amazon ECS task definitions
description:
  - Lists the active revisions of the task definitions of Amazon ECS, or the newest one of a family.
  - Uses the operations ListTaskDefinitions and DescribeTaskDefinition of C(ecs), and ListTagsForResource where tags are
    asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  family:
    description:
      - Only the newest active revision of this family.
    type: str
  revision:
    description:
      - Only this revision of O(family), if it is active.
    type: int
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What a service of the family would run now
  bidops.platform.ecs_task_definition_info:
    family: shop-api
  register: newest
"""

RETURN = r"""
task_definitions:
  description: What was found, each as DescribeTaskDefinition describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    task_definition_arn:
      description: ARN of the revision.
      type: str
    family:
      description: Name of the family.
      type: str
    revision:
      description: Number of the revision.
      type: int
    container_definitions:
      description: The containers.
      type: list
      elements: dict
    tags:
      description: Tags of the revision, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecs.task_definition import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
