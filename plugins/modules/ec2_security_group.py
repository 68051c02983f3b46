#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_security_group
version_added: 0.1.0
short_description: Manage security groups of a VPC
description:
  - Creates, changes and deletes security groups of Amazon EC2 and their rules, each known by its VPC and its name.
  - New rules are added before old ones go, so that no traffic is cut that both let through. A changed description is
    changed in place.
  - The group V(default), which every VPC has, can be given rules and tags. It can be neither created nor deleted.
  - In differences other groups of the VPC are called by their names, whether a rule names them by name or by id.
  - Groups that name each other are best made, and deleted, by M(bidops.platform.ec2_security_groups).
  - Uses the operations CreateSecurityGroup, DescribeSecurityGroups, DeleteSecurityGroup, AuthorizeSecurityGroupIngress,
    AuthorizeSecurityGroupEgress, RevokeSecurityGroupIngress, RevokeSecurityGroupEgress,
    UpdateSecurityGroupRuleDescriptionsIngress, UpdateSecurityGroupRuleDescriptionsEgress, CreateTags and DeleteTags of
    C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  vpc_id:
    description: Id of the VPC.
    type: str
    required: true
  name:
    description: Name of the group, 255 characters at most; it cannot start with C(sg-).
    type: str
    required: true
  description:
    description:
      - What the group is for. Needed for a new group.
      - It cannot change on an existing group, see O(force_replace).
    type: str
  ingress:
    description:
      - The rules for what comes in, all of them. Others are removed; an empty list removes all.
      - Without this option they stay as they are.
    type: list
    elements: dict
    suboptions: &rule
      protocol:
        description:
          - V(tcp), V(udp), V(icmp), V(icmpv6), the number of another protocol, or V(all), which EC2 calls V(-1).
        type: str
        required: true
      from_port:
        description:
          - The first port, which V(tcp) and V(udp) need; the type for V(icmp) and V(icmpv6), by default V(-1) for all.
          - Other protocols have no ports.
        type: int
      to_port:
        description: The last port, by default the first; the code for V(icmp) and V(icmpv6), by default V(-1) for all.
        type: int
      cidr_ips:
        description:
          - Blocks of IPv4 addresses that the traffic comes from or goes to.
          - A rule needs one option at least that says where the traffic comes from or goes to. It stands for as many
            rules of EC2 as there are entries in all of those; a list may be empty.
        type: list
        elements: str
      cidr_ipv6s:
        description: Blocks of IPv6 addresses.
        type: list
        elements: str
      prefix_list_ids:
        description: Ids of prefix lists.
        type: list
        elements: str
      group_ids:
        description:
          - Ids of security groups. That of another account, in a peered VPC, stands behind the number of the account,
            as in V(123456789012/sg-0123456789abcdef0).
        type: list
        elements: str
      group_names:
        description: Names of security groups of the same VPC, which may be the group's own.
        type: list
        elements: str
      description:
        description: What the rule is for.
        type: str
  egress:
    description:
      - The rules for what goes out, all of them. Others are removed; an empty list removes all, also the one that a new
        group has, by which everything goes out.
      - Without this option they stay as they are.
    type: list
    elements: dict
    suboptions: *rule
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
- name: What the world reaches
  bidops.platform.ec2_security_group:
    vpc_id: "{{ network.vpc.id }}"
    name: front
    description: The load balancer
    ingress:
      - description: HTTPS from anywhere
        protocol: tcp
        from_port: 443
        cidr_ips: [0.0.0.0/0]
        cidr_ipv6s: ["::/0"]
    egress:
      - description: To others of its kind
        protocol: tcp
        from_port: 8000
        to_port: 8080
        group_names: [front]
    tags:
      project: assistant

- name: Close the group that is used where none is named
  bidops.platform.ec2_security_group:
    vpc_id: "{{ network.vpc.id }}"
    name: default
    ingress: []
    egress: []

- name: Remove the first one
  bidops.platform.ec2_security_group:
    vpc_id: "{{ network.vpc.id }}"
    name: front
    state: absent
"""

RETURN = r"""
security_group:
  description: The group as DescribeSecurityGroups tells it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    group_id:
      description: Id of the group.
      type: str
      sample: sg-0123456789abcdef0
    group_name:
      description: Its name.
      type: str
    ingress:
      description: The rules for what comes in, as the option says them, if it was given.
      type: list
      elements: dict
    egress:
      description: The rules for what goes out, as the option says them, if it was given.
      type: list
      elements: dict
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._security_group import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
