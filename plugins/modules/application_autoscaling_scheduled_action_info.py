#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: application_autoscaling_scheduled_action_info
version_added: 0.1.0
short_description: List Application Auto Scaling scheduled actions
description:
  - Lists the scheduled actions of a service's resources.
  - Uses the operation DescribeScheduledActions of C(application-autoscaling).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Only actions with this name.
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
- name: The scheduled actions of a service
  bidops.platform.application_autoscaling_scheduled_action_info:
    service_namespace: ecs
    resource_id: service/shop/api
  register: found
"""

RETURN = r"""
scheduled_actions:
  description: What was found, each as DescribeScheduledActions describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    scheduled_action_name:
      description: Name of the action.
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
    schedule:
      description: When it happens.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._application_autoscaling.scheduled_action import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
