#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_load_balancer_info
version_added: 0.1.0
short_description: List load balancers
description:
  - Lists load balancers in the form in which M(bidops.platform.elb_load_balancer) returns them.
  - Uses the operation DescribeLoadBalancers of C(elbv2), and DescribeTags where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the load balancer with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which load balancers there are
  bidops.platform.elb_load_balancer_info:
  register: found
"""

RETURN = r"""
load_balancers:
  description: What was found, each as DescribeLoadBalancers describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    load_balancer_arn:
      description: ARN of the load balancer.
      type: str
    load_balancer_name:
      description: Name of the load balancer.
      type: str
    dns_name:
      description: Host name under which it answers.
      type: str
    canonical_hosted_zone_id:
      description: Id of the hosted zone of that name, for records that are aliases.
      type: str
    vpc_id:
      description: Id of the VPC it lies in.
      type: str
    scheme:
      description: Whether the internet reaches it, or only its VPC.
      type: str
    state:
      description: Its state, C(code) and C(reason).
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.load_balancer import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
