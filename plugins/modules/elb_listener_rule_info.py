#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_listener_rule_info
version_added: 0.1.0
short_description: List rules of a listener
description:
  - Lists rules of a listener in the form in which M(bidops.platform.elb_listener_rule) returns them.
  - Uses the operation DescribeRules of C(elbv2), and DescribeTags where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  listener_arn:
    description:
      - ARN of the listener.
    type: str
    required: true
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which rules there are
  bidops.platform.elb_listener_rule_info:
    listener_arn: "{{ listener.listener_arn }}"
  register: found
"""

RETURN = r"""
listener_rules:
  description: What was found, each as DescribeRules describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
