# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Subnets of a VPC, each known by its block of addresses."""

from __future__ import annotations

from typing import Any

from ._engine.context import Context
from ._engine.resource import ByList, Facet, Resource
from ._engine.tags import Tagging
from ._engine.together import by_list


def _write_public(context: Context, live: dict[str, Any], _current: Any, wanted: bool) -> None:
    context.api.call("ModifySubnetAttribute", SubnetId=live["SubnetId"], MapPublicIpOnLaunch={"Value": wanted})


RESOURCE = Resource(
    service="ec2",
    noun="Subnet",
    returns="subnet",
    read="",
    update="",
    listing="DescribeSubnets",
    find=ByList(filters={"vpc-id": "VpcId", "cidr-block": "CidrBlock"}),
    ids={"SubnetId": "SubnetId"},
    # A subnet cannot move.
    ignore=("AvailabilityZone",),
    status="State",
    facets=(
        Facet(
            "map_public_ip_on_launch",
            lambda _context, live: live.get("MapPublicIpOnLaunch", False),
            _write_public,
        ),
    ),
    tagging=Tagging(
        target={"Resources": "SubnetId"},
        tag="CreateTags",
        untag="DeleteTags",
        inline="Tags",
        resource_type="subnet",
    ),
)

READ_ALL = by_list("VpcId", "CidrBlock", filters=("vpc-id", "cidr-block"))
