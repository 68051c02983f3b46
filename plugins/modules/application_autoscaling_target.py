#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: application_autoscaling_target
version_added: 0.1.0
short_description: Manage Application Auto Scaling targets
description:
  - Registers what may be scaled, such as an Amazon ECS service, and between which bounds, and takes it off again.
  - Uses the operations RegisterScalableTarget, DescribeScalableTargets and DeregisterScalableTarget of
    C(application-autoscaling), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_id:
    description: The resource, such as C(service/shop/api) for the service api in the cluster shop.
    type: str
    required: true
  service_namespace:
    description: The service that the resource belongs to, such as V(ecs).
    type: str
    required: true
  scalable_dimension:
    description: What of it is scaled, such as V(ecs:service:DesiredCount).
    type: str
    required: true
  min_capacity:
    description: The least that it is scaled in to. Required for a new target.
    type: int
  max_capacity:
    description: The most that it is scaled out to. Required for a new target.
    type: int
  role_arn:
    description:
      - ARN of the role that scales, for services that have no role of their own for it. Those that have one, such as
        ECS, take no other.
    type: str
  suspended_state:
    description:
      - What is suspended, with C(dynamic_scaling_in_suspended), C(dynamic_scaling_out_suspended) and
        C(scheduled_scaling_suspended).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - With a target its policies and scheduled actions go, too.
"""

EXAMPLES = r"""
- name: Let the service have two to ten tasks
  bidops.platform.application_autoscaling_target:
    service_namespace: ecs
    resource_id: service/shop/api
    scalable_dimension: ecs:service:DesiredCount
    min_capacity: 2
    max_capacity: 10

- name: No longer scale it
  bidops.platform.application_autoscaling_target:
    service_namespace: ecs
    resource_id: service/shop/api
    scalable_dimension: ecs:service:DesiredCount
    state: absent
"""

RETURN = r"""
scalable_target:
  description: The target as DescribeScalableTargets describes it, in snake_case.
  returned: when it exists, and in check mode when it would be registered
  type: dict
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
    scalable_target_arn:
      description: ARN of the target.
      type: str
    min_capacity:
      description: The least that it is scaled in to.
      type: int
    max_capacity:
      description: The most that it is scaled out to.
      type: int
    suspended_state:
      description: What is suspended.
      type: dict
    tags:
      description: Tags of the target, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._application_autoscaling.target import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
