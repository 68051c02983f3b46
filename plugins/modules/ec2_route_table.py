#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_route_table
version_added: 0.1.0
short_description: Manage route tables of a VPC by name
description:
  - Creates, changes and deletes route tables of Amazon EC2 with their routes, and says which subnets use them. A table
    is found by its VPC and its tag C(Name).
  - The local route, propagated routes and those that gateway endpoints keep for themselves are never touched, and
    neither is which table is the main one of the VPC.
  - A route whose target changes is replaced in place, and a subnet that has another table is moved, so that traffic
    always has its way. A deletion first takes the table from its subnets, which then use the main table of the VPC.
  - Uses the operations CreateRouteTable, DescribeRouteTables, DeleteRouteTable, CreateRoute, ReplaceRoute, DeleteRoute,
    AssociateRouteTable, ReplaceRouteTableAssociation, DisassociateRouteTable, CreateTags and DeleteTags of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  vpc_id:
    description: Id of the VPC.
    type: str
    required: true
  name:
    description: Value of the tag C(Name), by which the table is found in its VPC; 255 characters at most.
    type: str
    required: true
  routes:
    description:
      - All routes that the table is to have beside those that it has by itself. Left out, they stay as they are.
      - Each has exactly one destination, which is C(destination_cidr_block), C(destination_ipv6_cidr_block) or
        C(destination_prefix_list_id), and exactly one target, which is C(gateway_id) for an internet gateway or a
        virtual private gateway, C(nat_gateway_id), C(transit_gateway_id), C(vpc_peering_connection_id),
        C(network_interface_id), C(egress_only_internet_gateway_id), C(vpc_endpoint_id) for an endpoint of a Gateway
        Load Balancer, C(carrier_gateway_id), C(local_gateway_id), C(core_network_arn) or C(odb_network_arn).
      - An instance is named by its network interface.
    type: list
    elements: dict
  subnet_ids:
    description:
      - Ids of all subnets that use the table. Left out, they stay as they are.
      - A subnet that has another table is moved; one that is no longer in the list gets the main table of the VPC.
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A way to the internet for the public subnets
  bidops.platform.ec2_route_table:
    vpc_id: "{{ network.vpc.id }}"
    name: shop-public
    routes:
      - destination_cidr_block: 0.0.0.0/0
        gateway_id: "{{ internet_gateway.gateway_id }}"
    subnet_ids: ["{{ subnet.subnet.subnet_id }}"]

- name: Remove it
  bidops.platform.ec2_route_table:
    vpc_id: "{{ network.vpc.id }}"
    name: shop-public
    state: absent
"""

RETURN = r"""
route_table:
  description: The table as DescribeRouteTables tells it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    route_table_id:
      description: Id of the table.
      type: str
      sample: rtb-0123456789abcdef0
    vpc_id:
      description: Id of the VPC.
      type: str
    routes:
      description: All its routes, each with C(origin) and C(state); check mode does not foretell them.
      type: list
      elements: dict
    associations:
      description: What it is associated with; check mode does not foretell it.
      type: list
      elements: dict
    subnet_ids:
      description: The subnets that use it, where O(subnet_ids) is given.
      type: list
      elements: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._route_table import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
