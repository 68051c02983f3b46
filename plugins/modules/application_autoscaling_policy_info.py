#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: application_autoscaling_policy_info
version_added: 0.1.0
short_description: List Application Auto Scaling policies
description:
  - Lists the scaling policies of a service's resources.
  - Uses the operation DescribeScalingPolicies of C(application-autoscaling).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Only policies with this name.
    type: str
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
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The policies of a service
  bidops.platform.application_autoscaling_policy_info:
    service_namespace: ecs
    resource_id: service/shop/api
  register: found
"""

RETURN = r"""
scaling_policies:
  description: What was found, each as DescribeScalingPolicies describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    policy_name:
      description: Name of the policy.
      type: str
    policy_arn:
      description: ARN of the policy.
      type: str
    service_namespace:
      description: The service that the resource belongs to.
      type: str
    resource_id:
      description: The resource.
      type: str
    scalable_dimension:
      description: What of it is scaled.
      type: str
    policy_type:
      description: Kind of policy.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._application_autoscaling.policy import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
