#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecs_service_info
version_added: 0.1.0
short_description: List Amazon ECS services
description:
  - Lists the services of a cluster of Amazon ECS with their deployments and events.
  - Uses the operations ListServices and DescribeServices of C(ecs), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  cluster:
    description: Name of the cluster.
    type: str
    required: true
  name:
    description:
      - Only the service with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The services of a cluster
  bidops.platform.ecs_service_info:
    cluster: shop
  register: found
"""

RETURN = r"""
services:
  description: What was found, each as DescribeServices describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    service_name:
      description: Name of the service.
      type: str
    service_arn:
      description: ARN of the service.
      type: str
    status:
      description: State of the service.
      type: str
    task_definition:
      description: ARN of the task definition that it runs.
      type: str
    desired_count:
      description: How many tasks should run.
      type: int
    running_count:
      description: How many tasks run.
      type: int
    tags:
      description: Tags of the service, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecs.service import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
