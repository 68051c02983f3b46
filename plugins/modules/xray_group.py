#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: xray_group
version_added: 0.1.0
short_description: Manage AWS X-Ray groups
description:
  - Creates, changes and deletes a group of AWS X-Ray, the traces that an expression filters out.
  - Uses the operations CreateGroup, UpdateGroup, GetGroups and DeleteGroup of C(xray), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the group, 1 to 32 characters.
    type: str
    required: true
  filter_expression:
    description:
      - Which traces are in the group, such as V(service("api"\) AND responsetime > 5).
    type: str
  insights_configuration:
    description:
      - Whether X-Ray looks for incidents in the group, C(insights_enabled), and tells EventBridge of them,
        C(notifications_enabled).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Traces of slow answers
  bidops.platform.xray_group:
    name: slow
    filter_expression: responsetime > 5
    insights_configuration:
      insights_enabled: true
      notifications_enabled: true

- name: Remove the group
  bidops.platform.xray_group:
    name: slow
    state: absent
"""

RETURN = r"""
group:
  description: The group as GetGroups describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    group_name:
      description: Name of the group.
      type: str
    group_arn:
      description: ARN of the group.
      type: str
    filter_expression:
      description: Which traces are in it.
      type: str
    insights_configuration:
      description: Whether insights are made and told of.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.xray_group import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
