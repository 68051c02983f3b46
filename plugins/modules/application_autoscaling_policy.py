#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: application_autoscaling_policy
version_added: 0.1.0
short_description: Manage Application Auto Scaling policies
description:
  - Creates, changes and deletes a policy after which a scalable target is scaled, see
    M(bidops.platform.application_autoscaling_target).
  - What of a policy's configuration is not given stays as it is.
  - Uses the operations PutScalingPolicy, DescribeScalingPolicies and DeleteScalingPolicy of C(application-autoscaling).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Name of the policy, unique for the target; 1 to 256 characters.
    type: str
    required: true
  service_namespace:
    description: The service that the resource belongs to, such as V(ecs).
    type: str
    required: true
  resource_id:
    description: The resource, such as C(service/shop/api) for the service api in the cluster shop.
    type: str
    required: true
  scalable_dimension:
    description: What of it is scaled, such as V(ecs:service:DesiredCount).
    type: str
    required: true
  policy_type:
    description: Kind of policy. Only a new policy can have another. Required to create one.
    type: str
    choices: [StepScaling, TargetTrackingScaling, PredictiveScaling]
  target_tracking_scaling_policy_configuration:
    description:
      - Follows a metric, with C(target_value), one of C(predefined_metric_specification) and
        C(customized_metric_specification), C(scale_out_cooldown) and C(scale_in_cooldown) in seconds, and
        C(disable_scale_in).
    type: dict
  step_scaling_policy_configuration:
    description: Steps by how far a metric is off, with C(adjustment_type), C(step_adjustments) and C(cooldown) in
      seconds.
    type: dict
  predictive_scaling_policy_configuration:
    description: Follows a forecast, with C(metric_specifications) and C(mode).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Hold the average CPU at 60 percent
  bidops.platform.application_autoscaling_policy:
    name: api-cpu
    service_namespace: ecs
    resource_id: service/shop/api
    scalable_dimension: ecs:service:DesiredCount
    policy_type: TargetTrackingScaling
    target_tracking_scaling_policy_configuration:
      target_value: 60
      predefined_metric_specification:
        predefined_metric_type: ECSServiceAverageCPUUtilization
      scale_out_cooldown: 60
      scale_in_cooldown: 300

- name: Remove the policy
  bidops.platform.application_autoscaling_policy:
    name: api-cpu
    service_namespace: ecs
    resource_id: service/shop/api
    scalable_dimension: ecs:service:DesiredCount
    state: absent
"""

RETURN = r"""
scaling_policy:
  description: The policy as DescribeScalingPolicies describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
    alarms:
      description: The alarms that belong to it, each with C(alarm_name) and C(alarm_arn).
      type: list
      elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._application_autoscaling.policy import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
