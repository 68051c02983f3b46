#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_security_groups
version_added: 0.1.0
short_description: Manage many security groups at once
description:
  - Creates, changes and deletes a list of security groups of Amazon EC2 in one task, each as
    M(bidops.platform.ec2_security_group) does it. All of them are read with one request, and several are changed at a
    time.
  - They may name one another in their rules, also each other and themselves. All are there before rules are written.
    Before any of them is deleted, the rules by which they name one another are removed; those of one that then cannot
    be deleted, because something still uses it, are gone nevertheless.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.ec2_security_group) uses, of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  security_groups:
    description:
      - The groups, each with the options of M(bidops.platform.ec2_security_group).
    type: list
    elements: dict
    required: true
    suboptions:
      vpc_id:
        description: See O(bidops.platform.ec2_security_group#module:vpc_id).
        type: str
        required: true
      name:
        description: See O(bidops.platform.ec2_security_group#module:name).
        type: str
        required: true
      description:
        description: See O(bidops.platform.ec2_security_group#module:description).
        type: str
      ingress:
        description: See O(bidops.platform.ec2_security_group#module:ingress).
        type: list
        elements: dict
        suboptions: &rule
          protocol:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].protocol).
            type: str
            required: true
          from_port:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].from_port).
            type: int
          to_port:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].to_port).
            type: int
          cidr_ips:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].cidr_ips).
            type: list
            elements: str
          cidr_ipv6s:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].cidr_ipv6s).
            type: list
            elements: str
          prefix_list_ids:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].prefix_list_ids).
            type: list
            elements: str
          group_ids:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].group_ids).
            type: list
            elements: str
          group_names:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].group_names).
            type: list
            elements: str
          description:
            description: See O(bidops.platform.ec2_security_group#module:ingress[].description).
            type: str
      egress:
        description: See O(bidops.platform.ec2_security_group#module:egress).
        type: list
        elements: dict
        suboptions: *rule
      tags:
        description: Tags that it has beside O(tags).
        type: dict
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
- name: What the world reaches, and what only that reaches
  bidops.platform.ec2_security_groups:
    security_groups:
      - vpc_id: "{{ network.vpc.id }}"
        name: front
        description: The load balancer
        ingress:
          - {protocol: tcp, from_port: 443, cidr_ips: [0.0.0.0/0], description: HTTPS from anywhere}
        egress:
          - {protocol: tcp, from_port: 8080, group_names: [back], description: To the application}
      - vpc_id: "{{ network.vpc.id }}"
        name: back
        description: The application
        ingress:
          - {protocol: tcp, from_port: 8080, group_names: [front], description: From the load balancer}
        egress: []
    tags:
      project: assistant
  register: made

- name: Say what the application's group is called by EC2
  ansible.builtin.debug:
    msg: "{{ made.security_groups[network.vpc.id ~ ':back'].group_id }}"

- name: Remove both
  bidops.platform.ec2_security_groups:
    security_groups:
      - {vpc_id: "{{ network.vpc.id }}", name: front}
      - {vpc_id: "{{ network.vpc.id }}", name: back}
    state: absent
"""

RETURN = r"""
security_groups:
  description:
    - Id of the VPC and name, joined by a colon, to group as M(bidops.platform.ec2_security_group) returns it, in the
      order of the list.
  returned: always
  type: dict
results:
  description: What became of each group, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(security_groups).
      type: str
    changed:
      description: Whether it was changed.
      type: bool
    replaced:
      description: That it was deleted and created anew.
      type: bool
    failed:
      description: That it failed.
      type: bool
    msg:
      description: Why it failed.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._security_group import RESOURCE, read_all


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=read_all)


if __name__ == "__main__":
    main()
