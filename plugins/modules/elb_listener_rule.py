#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_listener_rule
version_added: 0.1.0
short_description: Manage rules of listeners
description:
  - Creates, changes and deletes a rule of a listener. A rule is found by its priority, which is unique in the listener.
  - Uses the operations CreateRule, DescribeRules, ModifyRule, DeleteRule, AddTags, RemoveTags and DescribeTags of
    C(elbv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  listener_arn:
    description:
      - ARN of the listener.
    type: str
    required: true
  priority:
    description:
      - Priority of the rule, 1 to 50000; the lowest one comes first.
    type: int
    required: true
  conditions:
    description:
      - Which requests it is for, each with C(field) and what that field needs. All of them must hold.
      - The list is the whole wish.
    type: list
    elements: dict
  actions:
    description:
      - What is done with them, in this order, each with C(type) and what that type needs. The list is the whole wish.
    type: list
    elements: dict
  transforms:
    description:
      - How host and path are rewritten before the request is sent on.
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: One path elsewhere
  bidops.platform.elb_listener_rule:
    listener_arn: "{{ listener.listener_arn }}"
    priority: 10
    conditions:
      - field: path-pattern
        path_pattern_config: {values: [/api/*]}
    actions:
      - type: forward
        target_group_arn: "{{ target_group.target_group_arn }}"

- name: Remove the rule
  bidops.platform.elb_listener_rule:
    listener_arn: "{{ listener.listener_arn }}"
    priority: 10
    state: absent
"""

RETURN = r"""
listener_rule:
  description: The rule as DescribeRules describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    rule_arn:
      description: ARN of the rule.
      type: str
    priority:
      description: Its priority, as text.
      type: str
    conditions:
      description: Which requests it is for.
      type: list
      elements: dict
    actions:
      description: What is done with them.
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.listener_rule import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
