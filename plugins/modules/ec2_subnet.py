#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_subnet
version_added: 0.1.0
short_description: Manage subnets of a VPC
description:
  - Creates, changes and deletes subnets of Amazon EC2, each known by its VPC and its block of IPv4 addresses.
  - Uses the operations CreateSubnet, DescribeSubnets, ModifySubnetAttribute, DeleteSubnet, CreateTags and DeleteTags of
    C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  vpc_id:
    description: Id of the VPC.
    type: str
    required: true
  cidr_block:
    description: Block of addresses of the subnet, such as V(10.0.1.0/24).
    type: str
    required: true
  availability_zone:
    description:
      - Name of the Availability Zone in which it is created; EC2 chooses one by default.
      - A subnet cannot move, so where one lies that is there is only told, in RV(subnet.availability_zone).
    type: str
  map_public_ip_on_launch:
    description: Whether instances get a public address by themselves.
    type: bool
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A subnet for the application
  bidops.platform.ec2_subnet:
    vpc_id: "{{ network.vpc.id }}"
    cidr_block: 10.92.1.0/24
    availability_zone: us-east-1a
    tags:
      Name: application

- name: Remove it
  bidops.platform.ec2_subnet:
    vpc_id: "{{ network.vpc.id }}"
    cidr_block: 10.92.1.0/24
    state: absent
"""

RETURN = r"""
subnet:
  description: The subnet as DescribeSubnets tells it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    subnet_id:
      description: Id of the subnet.
      type: str
    availability_zone:
      description: Name of the Availability Zone in which it lies.
      type: str
    availability_zone_id:
      description: Id of that zone, which is the same in all accounts.
      type: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._subnet import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
