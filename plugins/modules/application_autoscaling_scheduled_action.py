#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: application_autoscaling_scheduled_action
version_added: 0.1.0
short_description: Manage Application Auto Scaling scheduled actions
description:
  - Creates, changes and deletes an action that gives a scalable target other bounds at certain times, see
    M(bidops.platform.application_autoscaling_target).
  - Uses the operations PutScheduledAction, DescribeScheduledActions and DeleteScheduledAction of
    C(application-autoscaling).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Name of the action, unique for the target; 1 to 256 characters, without C(:/|).
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
  schedule:
    description:
      - When it happens, as C(at(2026-12-24T18:00:00\)), C(rate(1 day\)) or C(cron(0 20 ? * MON-FRI *\)). Required to
        create the action.
    type: str
  timezone:
    description: Time zone that the schedule speaks of, such as V(Europe/Berlin). A new action takes V(UTC).
    type: str
  start_time:
    description: When the schedule begins to hold, ISO 8601; without a zone it is UTC.
    type: str
  end_time:
    description: When it ends to hold, ISO 8601; without a zone it is UTC.
    type: str
  scalable_target_action:
    description: The new bounds, with C(min_capacity), C(max_capacity) or both. Required to create the action.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - Times that were set stay until the action is made anew; the module does not take them off.
"""

EXAMPLES = r"""
- name: At least four tasks on working days
  bidops.platform.application_autoscaling_scheduled_action:
    name: working-hours
    service_namespace: ecs
    resource_id: service/shop/api
    scalable_dimension: ecs:service:DesiredCount
    schedule: cron(0 7 ? * MON-FRI *)
    timezone: Europe/Berlin
    scalable_target_action:
      min_capacity: 4
      max_capacity: 10

- name: Remove the action
  bidops.platform.application_autoscaling_scheduled_action:
    name: working-hours
    service_namespace: ecs
    resource_id: service/shop/api
    scalable_dimension: ecs:service:DesiredCount
    state: absent
"""

RETURN = r"""
scheduled_action:
  description: The action as DescribeScheduledActions describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    scheduled_action_name:
      description: Name of the action.
      type: str
    scheduled_action_arn:
      description: ARN of the action.
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
    scalable_target_action:
      description: The bounds that it sets.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._application_autoscaling.scheduled_action import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
