#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_route_tables
version_added: 0.1.0
short_description: Manage many route tables at once
description:
  - Creates, changes and deletes a list of route tables of Amazon EC2 in one task, each as
    M(bidops.platform.ec2_route_table) does it. All of them are read with one request, and several are changed at a
    time.
  - A subnet can be moved from one table of the list to another, whichever comes first.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.ec2_route_table) uses, of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  route_tables:
    description:
      - The route tables, each with the options of M(bidops.platform.ec2_route_table).
    type: list
    elements: dict
    required: true
    suboptions:
      vpc_id:
        description: See O(bidops.platform.ec2_route_table#module:vpc_id).
        type: str
        required: true
      name:
        description: See O(bidops.platform.ec2_route_table#module:name).
        type: str
        required: true
      routes:
        description: See O(bidops.platform.ec2_route_table#module:routes).
        type: list
        elements: dict
      subnet_ids:
        description: See O(bidops.platform.ec2_route_table#module:subnet_ids).
        type: list
        elements: str
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
- name: A table with a way to the internet, and one without
  bidops.platform.ec2_route_tables:
    route_tables:
      - vpc_id: "{{ network.vpc.id }}"
        name: shop-public
        routes:
          - destination_cidr_block: 0.0.0.0/0
            gateway_id: "{{ internet_gateway.gateway_id }}"
        subnet_ids: ["{{ public_subnet.subnet_id }}"]
      - vpc_id: "{{ network.vpc.id }}"
        name: shop-private
        routes: []
        subnet_ids: ["{{ private_subnet.subnet_id }}"]
    tags:
      project: assistant

- name: Remove both
  bidops.platform.ec2_route_tables:
    route_tables:
      - {vpc_id: "{{ network.vpc.id }}", name: shop-public}
      - {vpc_id: "{{ network.vpc.id }}", name: shop-private}
    state: absent
"""

RETURN = r"""
route_tables:
  description:
    - Id of the VPC and name, joined by a colon, to route table as M(bidops.platform.ec2_route_table) returns it, in the
      order of the list. Its C(associations) may still name a subnet that another table of the list is about to take.
  returned: always
  type: dict
results:
  description: What became of each route table, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(route_tables).
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
from ansible_collections.bidops.platform.plugins.module_utils._route_table import READ_ALL, RESOURCE


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=READ_ALL)


if __name__ == "__main__":
    main()
