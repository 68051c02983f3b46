#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_subnets
version_added: 0.1.0
short_description: Manage many subnets at once
description:
  - Creates, changes and deletes a list of subnets of Amazon EC2 in one task, each as M(bidops.platform.ec2_subnet) does
    it. All of them are read with one request, and several are changed at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.ec2_subnet) uses, of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  subnets:
    description:
      - The subnets, each with the options of M(bidops.platform.ec2_subnet).
    type: list
    elements: dict
    required: true
    suboptions:
      vpc_id:
        description: See O(bidops.platform.ec2_subnet#module:vpc_id).
        type: str
        required: true
      cidr_block:
        description: See O(bidops.platform.ec2_subnet#module:cidr_block).
        type: str
        required: true
      availability_zone:
        description: See O(bidops.platform.ec2_subnet#module:availability_zone).
        type: str
      map_public_ip_on_launch:
        description: See O(bidops.platform.ec2_subnet#module:map_public_ip_on_launch).
        type: bool
      tags:
        description: Tags that it has beside O(tags).
        type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Subnets in two zones
  bidops.platform.ec2_subnets:
    subnets:
      - {vpc_id: "{{ network.vpc.id }}", cidr_block: 10.92.1.0/24, availability_zone: us-east-1a}
      - {vpc_id: "{{ network.vpc.id }}", cidr_block: 10.92.2.0/24, availability_zone: us-east-1b}
    tags:
      project: assistant

- name: Remove both
  bidops.platform.ec2_subnets:
    subnets:
      - {vpc_id: "{{ network.vpc.id }}", cidr_block: 10.92.1.0/24}
      - {vpc_id: "{{ network.vpc.id }}", cidr_block: 10.92.2.0/24}
    state: absent
"""

RETURN = r"""
subnets:
  description:
    - Id of the VPC and block, joined by a colon, to subnet as M(bidops.platform.ec2_subnet) returns it, in the order of
      the list.
  returned: always
  type: dict
results:
  description: What became of each subnet, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(subnets).
      type: str
    changed:
      description: Whether it was changed.
      type: bool
    failed:
      description: That it failed.
      type: bool
    msg:
      description: Why it failed.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._subnet import READ_ALL, RESOURCE


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=READ_ALL)


if __name__ == "__main__":
    main()
