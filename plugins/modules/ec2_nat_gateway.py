#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_nat_gateway
version_added: 0.1.0
short_description: Manage NAT gateways by name
description:
  - Creates and deletes a NAT gateway of Amazon EC2 in a subnet. The gateway is found by its tag C(Name).
  - Only its tags can change; any other change needs O(force_replace=true), and the gateway is away for minutes then.
  - Uses the operations CreateNatGateway, DescribeNatGateways, DeleteNatGateway, CreateTags and DeleteTags of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Value of the tag C(Name), by which the gateway is found in the region; 255 characters at most.
    type: str
    required: true
  subnet_id:
    description: Id of the subnet it lies in, a public one for a public gateway. Required with O(state=present).
    type: str
  allocation_id:
    description: Id of the Elastic IP address that traffic comes from; a public gateway needs one.
    type: str
  connectivity_type:
    description: Whether it leads to the internet (V(public)) or to other private networks (V(private)).
    type: str
    default: public
    choices: [public, private]
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
- name: A way to the internet for the private subnets
  bidops.platform.ec2_nat_gateway:
    name: shop-dev
    subnet_id: "{{ public_subnet.id }}"
    allocation_id: "{{ address.elastic_ip.allocation_id }}"

- name: Remove it
  bidops.platform.ec2_nat_gateway:
    name: shop-dev
    state: absent
"""

RETURN = r"""
nat_gateway:
  description: The gateway as DescribeNatGateways describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    nat_gateway_id:
      description: Id of the gateway.
      type: str
      sample: nat-0123456789abcdef0
    state:
      description: State of the gateway, such as V(available).
      type: str
    subnet_id:
      description: Id of the subnet it lies in.
      type: str
    vpc_id:
      description: Id of the VPC it lies in.
      type: str
    nat_gateway_addresses:
      description: Its addresses, each with C(allocation_id), C(public_ip) and C(private_ip).
      type: list
      elements: dict
    tags:
      description: Tags of the gateway.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils import _nat_gateway as nat_gateway
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging

RESOURCE = Resource(
    service="ec2",
    noun="NatGateway",
    returns="nat_gateway",
    read="",
    update="",
    listing="DescribeNatGateways",
    find=ByList(gone=("deleted",)),
    ids={"NatGatewayId": "NatGatewayId"},
    wrapper="NatGateway",
    local=("name",),
    observe=nat_gateway.observe,
    create_request=nat_gateway.create_request,
    status="State",
    tagging=Tagging(
        target={"Resources": "NatGatewayId"},
        tag="CreateTags",
        untag="DeleteTags",
        inline="Tags",
        resource_type="natgateway",
        name="Name",
    ),
    name_family="nat_gateway",
)


def main() -> None:
    run(RESOURCE, DOCUMENTATION, required_if=[("state", "present", ("subnet_id",))])


if __name__ == "__main__":
    main()
