#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_vpc_endpoint
version_added: 0.1.0
short_description: Manage VPC endpoints
description:
  - Creates, changes and deletes a gateway or interface endpoint, through which a VPC reaches a service without the
    internet. The endpoint is found by VPC, service and type; there should be one of each.
  - Uses the operations CreateVpcEndpoint, DescribeVpcEndpoints, ModifyVpcEndpoint, DeleteVpcEndpoints, CreateTags and
    DeleteTags of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  vpc_id:
    description: Id of the VPC.
    type: str
    required: true
  service_name:
    description: Name of the service, such as C(com.amazonaws.us-east-1.s3).
    type: str
    required: true
  vpc_endpoint_type:
    description: Whether it is an entry in route tables (V(Gateway)) or a network interface in subnets (V(Interface)).
    type: str
    default: Gateway
    choices: [Gateway, Interface]
  subnet_ids:
    description: Ids of the subnets of an interface endpoint, one a zone. The list is the whole wish.
    type: list
    elements: str
  security_group_ids:
    description: Ids of the security groups of an interface endpoint. The list is the whole wish.
    type: list
    elements: str
  route_table_ids:
    description: Ids of the route tables of a gateway endpoint. The list is the whole wish.
    type: list
    elements: str
  private_dns_enabled:
    description: Let the service's usual host name lead to an interface endpoint.
    type: bool
  policy_document:
    description: What may be done through the endpoint. AWS allows everything when it creates one without.
    type: json
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
- name: S3 without the internet
  bidops.platform.ec2_vpc_endpoint:
    vpc_id: "{{ vpc.id }}"
    service_name: com.amazonaws.us-east-1.s3
    route_table_ids: "{{ private_route_table_ids }}"

- name: Systems Manager without the internet
  bidops.platform.ec2_vpc_endpoint:
    vpc_id: "{{ vpc.id }}"
    service_name: com.amazonaws.us-east-1.ssm
    vpc_endpoint_type: Interface
    subnet_ids: "{{ private_subnet_ids }}"
    security_group_ids: ["{{ endpoints_security_group.group_id }}"]
    private_dns_enabled: true
"""

RETURN = r"""
vpc_endpoint:
  description: The endpoint as DescribeVpcEndpoints describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    vpc_endpoint_id:
      description: Id of the endpoint.
      type: str
      sample: vpce-0123456789abcdef0
    state:
      description: State of the endpoint, such as V(available). V(pendingAcceptance) waits for the service's owner.
      type: str
    dns_entries:
      description: Host names of an interface endpoint, each with C(dns_name) and C(hosted_zone_id).
      type: list
      elements: dict
    tags:
      description: Tags of the endpoint.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._vpc_endpoint import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
