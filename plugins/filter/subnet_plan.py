# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: subnet_plan
short_description: The subnets of a VPC, a tier in each availability zone
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - Divides the VPC's block into 16 equal blocks (fewer where they would be smaller than the /28 that EC2 demands) and
    gives each tier a contiguous share of them.
  - Each tier keeps room for more zones, so a zone added at the end of the list moves no other subnet.
positional: _input, tiers, zones
options:
  _input:
    description: IPv4 block of the VPC, /16 to /25.
    type: str
    required: true
  tiers:
    description: Names of the tiers, for example V(public) and V(private-app).
    type: list
    elements: str
    required: true
  zones:
    description: Zones as P(bidops.platform.choose_zones#filter) returns them.
    type: list
    elements: dict
    required: true
"""

EXAMPLES = r"""
- name: Show the plan
  ansible.builtin.debug:
    msg: "{{ '10.0.0.0/16' | bidops.platform.subnet_plan(['public', 'private'], zones) }}"
  vars:
    zones:
      - {zone_id: use1-az1, zone_name: us-east-1c}
      - {zone_id: use1-az2, zone_name: us-east-1d}
"""

RETURN = r"""
_value:
  description: One dictionary a subnet.
  type: list
  elements: dict
  contains:
    key:
      description: Tier and zone id, for example V(public-use1-az1).
      type: str
    tier:
      description: The tier.
      type: str
    zone_id:
      description: Id of the zone.
      type: str
    zone_name:
      description: Name of the zone in this account.
      type: str
    cidr:
      description: Block of the subnet.
      type: str
"""

import ipaddress

from ansible.errors import AnsibleFilterError

BLOCKS_BITS = 4
LONGEST = 28


def subnet_plan(vpc_cidr, tiers, zones):
    try:
        vpc = ipaddress.IPv4Network(vpc_cidr)
    except ValueError as error:
        raise AnsibleFilterError(
            f"{vpc_cidr!r} is no IPv4 block: {error}. Give the network address and a length, such as 10.0.0.0/16."
        ) from error
    if not 16 <= vpc.prefixlen <= LONGEST:
        raise AnsibleFilterError(f"{vpc_cidr}: EC2 takes blocks from /16 to /{LONGEST} for a VPC")

    bits = min(BLOCKS_BITS, LONGEST - vpc.prefixlen)
    blocks = list(vpc.subnets(prefixlen_diff=bits))
    fits = len(blocks) // len(tiers)
    # A power of two, so that a tier can be written as one block in a rule.
    share = 1 << (fits.bit_length() - 1) if fits else 0
    if len(zones) > share:
        raise AnsibleFilterError(
            f"{vpc_cidr} is too small for {len(tiers)} tiers in {len(zones)} zones: it has room for {share} "
            f"zone(s) a tier, with subnets no smaller than /{LONGEST}. Take a larger block or fewer zones."
        )
    return [
        {
            "key": f"{tier}-{zone['zone_id']}",
            "tier": tier,
            "zone_id": zone["zone_id"],
            "zone_name": zone["zone_name"],
            "cidr": str(blocks[tier_index * share + zone_index]),
        }
        for tier_index, tier in enumerate(tiers)
        for zone_index, zone in enumerate(zones)
    ]


class FilterModule:
    def filters(self):
        return {"subnet_plan": subnet_plan}
