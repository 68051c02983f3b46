#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: application_autoscaling_target_info
version_added: 0.1.0
short_description: List Application Auto Scaling targets
description:
  - Lists what may be scaled of a service, and between which bounds.
  - Uses the operation DescribeScalableTargets of C(application-autoscaling), and ListTagsForResource where tags are
    asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  service_namespace:
    description: The service that the resources belong to, such as V(ecs).
    type: str
    required: true
  resource_id:
    description: Only those of this resource, such as C(service/shop/api).
    type: str
  scalable_dimension:
    description: Only those of this dimension, such as V(ecs:service:DesiredCount).
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All services of Amazon ECS that are scaled
  bidops.platform.application_autoscaling_target_info:
    service_namespace: ecs
  register: found
"""

RETURN = r"""
scalable_targets:
  description: What was found, each as DescribeScalableTargets describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    service_namespace:
      description: The service that the resource belongs to.
      type: str
    resource_id:
      description: The resource.
      type: str
    scalable_dimension:
      description: What of it is scaled.
      type: str
    min_capacity:
      description: The least that it is scaled in to.
      type: int
    max_capacity:
      description: The most that it is scaled out to.
      type: int
    tags:
      description: Tags of the target, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._application_autoscaling.target import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
