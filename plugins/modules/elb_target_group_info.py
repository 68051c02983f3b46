#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_target_group_info
version_added: 0.1.0
short_description: List target groups
description:
  - Lists target groups in the form in which M(bidops.platform.elb_target_group) returns them.
  - Uses the operation DescribeTargetGroups of C(elbv2), and DescribeTags where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the target group with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which target groups there are
  bidops.platform.elb_target_group_info:
  register: found
"""

RETURN = r"""
target_groups:
  description: What was found, each as DescribeTargetGroups describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    target_group_arn:
      description: ARN of the target group.
      type: str
    target_group_name:
      description: Name of the target group.
      type: str
    protocol:
      description: How requests are sent on.
      type: str
    port:
      description: Port of the targets.
      type: int
    vpc_id:
      description: Id of the VPC that the targets lie in.
      type: str
    target_type:
      description: What the targets are.
      type: str
    load_balancer_arns:
      description: ARNs of the load balancers that send requests to it.
      type: list
      elements: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.target_group import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
