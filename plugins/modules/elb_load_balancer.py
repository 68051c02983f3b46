#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_load_balancer
version_added: 0.1.0
short_description: Manage load balancers
description:
  - Creates, changes and deletes a load balancer of Elastic Load Balancing, without its listeners, which are in
    M(bidops.platform.elb_listener).
  - Its attributes are set by M(bidops.platform.elb_load_balancer_attributes).
  - Uses the operations CreateLoadBalancer, DescribeLoadBalancers, SetSubnets, SetSecurityGroups, SetIpAddressType,
    DeleteLoadBalancer, AddTags, RemoveTags and DescribeTags of C(elbv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the load balancer, 1 to 32 letters, digits and hyphens.
    type: str
    required: true
  type:
    description:
      - Kind of the load balancer. Only a new one can have another.
    type: str
    choices: [application, network, gateway]
  scheme:
    description:
      - Whether the internet reaches it, or only its VPC. Only a new one can have another.
    type: str
    choices: [internet-facing, internal]
  subnets:
    description:
      - Ids of its subnets, of one zone each. The list is the whole wish.
    type: list
    elements: str
  security_groups:
    description:
      - Ids of its security groups. The list is the whole wish.
    type: list
    elements: str
  ip_address_type:
    description:
      - Kinds of addresses under which it is reached.
    type: str
    choices: [ipv4, dualstack, dualstack-without-public-ipv4]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A load balancer that the internet reaches
  bidops.platform.elb_load_balancer:
    name: shop-dev
    scheme: internet-facing
    subnets: "{{ public_subnet_ids }}"
    security_groups: ["{{ security_group.group_id }}"]

- name: Remove it with its listeners
  bidops.platform.elb_load_balancer:
    name: shop-dev
    state: absent
"""

RETURN = r"""
load_balancer:
  description: The load balancer as DescribeLoadBalancers describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
