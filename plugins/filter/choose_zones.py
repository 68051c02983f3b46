# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: choose_zones
short_description: Availability zones of a region, chosen by their id
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - A zone's name (C(us-east-1a)) means another place in every account, its id (C(use1-az1)) the same in all of them.
    This filter chooses by id and gives both.
  - Without O(wanted), the first O(count) zones by id are taken, of those in O(supported) if that is given.
  - A wanted id that the region does not have, or that is not supported, is an error with the table of the region's
    zones.
positional: _input
options:
  _input:
    description: The C(availability_zones) that M(amazon.aws.aws_az_info) returns.
    type: list
    elements: dict
    required: true
  wanted:
    description: Zone ids to take, in this order; empty to choose.
    type: list
    elements: str
    default: []
  supported:
    description: Zone ids that the platform's services can use; empty if there is no such limit.
    type: list
    elements: str
    default: []
  count:
    description: How many zones to choose where none is wanted by id.
    type: int
    default: 2
"""

EXAMPLES = r"""
- name: Take two zones that AgentCore can use
  ansible.builtin.debug:
    msg: "{{ zones.availability_zones | bidops.platform.choose_zones(supported=['use1-az1', 'use1-az2', 'use1-az4']) }}"
"""

RETURN = r"""
_value:
  description: One dictionary a zone, with RV(_value[].zone_id) and RV(_value[].zone_name).
  type: list
  elements: dict
  contains:
    zone_id:
      description: Id of the zone, the same place in every account.
      type: str
    zone_name:
      description: Name of the zone in this account.
      type: str
"""

from ansible.errors import AnsibleFilterError


def choose_zones(offered, wanted=None, supported=None, count=2):
    zones = [
        {"zone_id": zone["zone_id"], "zone_name": zone["zone_name"]}
        for zone in offered
        if zone.get("zone_type", "availability-zone") == "availability-zone"
    ]
    by_id = {zone["zone_id"]: zone for zone in sorted(zones, key=lambda zone: zone["zone_id"])}
    usable = [zone_id for zone_id in by_id if not supported or zone_id in supported]
    table = ", ".join(
        f"{zone_id} = {zone['zone_name']}{'' if zone_id in usable else ' (not supported)'}"
        for zone_id, zone in by_id.items()
    )

    refused = [zone_id for zone_id in wanted or [] if zone_id not in usable]
    if refused:
        raise AnsibleFilterError(
            f"availability zones {', '.join(refused)} can't be used: the region has {table or 'none'}. "
            "Name zones by id, choose them from this table, or leave the list empty."
        )
    if wanted:
        if len(set(wanted)) < len(wanted):
            raise AnsibleFilterError(f"availability zones {', '.join(wanted)}: a zone is named twice")
        return [by_id[zone_id] for zone_id in wanted]
    if len(usable) < count:
        raise AnsibleFilterError(f"{count} availability zones are needed, but the region has {table or 'none'}")
    return [by_id[zone_id] for zone_id in usable[:count]]


class FilterModule:
    def filters(self):
        return {"choose_zones": choose_zones}
