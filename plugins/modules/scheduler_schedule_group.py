#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: scheduler_schedule_group
version_added: 0.1.0
short_description: Manage groups of Amazon EventBridge schedules
description:
  - Creates and deletes a group of Amazon EventBridge Scheduler. Its tags tell what its schedules cost and whose they
    are; schedules themselves have none.
  - Only its tags can change. A group is deleted together with all schedules in it.
  - Uses the operations CreateScheduleGroup, GetScheduleGroup and DeleteScheduleGroup of C(scheduler), and its tag
    operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the group; 1 to 64 letters, digits and C(_.-). V(default) is there in every region.
    type: str
    required: true
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A group for all that the platform does by the clock
  bidops.platform.scheduler_schedule_group:
    name: platform
    tags:
      team: platform

- name: Remove it and its schedules
  bidops.platform.scheduler_schedule_group:
    name: platform
    state: absent
"""

RETURN = r"""
schedule_group:
  description: The group as GetScheduleGroup describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Name of the group.
      type: str
    arn:
      description: ARN of the group.
      type: str
    state:
      description: V(ACTIVE), or V(DELETING) while it goes.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.schedule_group import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
