#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_vpc_endpoint_info
version_added: 0.1.0
short_description: List VPC endpoints
description:
  - Lists VPC endpoints in the form in which M(bidops.platform.ec2_vpc_endpoint) returns them, gateways and interfaces.
  - Uses the operation DescribeVpcEndpoints of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  vpc_id:
    description: Only those in the VPC with this id.
    type: str
  service_name:
    description: Only those to the service with this name, such as V(com.amazonaws.us-east-1.ssm).
    type: str
  vpc_endpoint_type:
    description: Only those of this type.
    type: str
    choices: [Gateway, Interface]
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which services can be reached from inside
  bidops.platform.ec2_vpc_endpoint_info:
    vpc_id: "{{ vpc.id }}"
  register: found

- name: Show them
  ansible.builtin.debug:
    msg: "{{ found.vpc_endpoints | map(attribute='service_name') }}"
"""

RETURN = r"""
vpc_endpoints:
  description: What was found, each as DescribeVpcEndpoints describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    vpc_endpoint_id:
      description: Id of the endpoint.
      type: str
    vpc_endpoint_type:
      description: Type of the endpoint.
      type: str
    service_name:
      description: Service that it leads to.
      type: str
    state:
      description: State of the endpoint, such as V(available).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._vpc_endpoint import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
