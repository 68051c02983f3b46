# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Hosted zones of Route 53, public ones and those that only VPCs see."""

from __future__ import annotations

import uuid
from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .._engine.unknown import UNKNOWN, is_unknown

Members = dict[str, Any]
_PREFIX = "/hostedzone/"


def bare(zone_id: str) -> str:
    """The id as other services and tags take it."""
    return str(zone_id).removeprefix(_PREFIX)


def _is_wanted(live: Members, wanted: Members) -> bool:
    """Whether it is public or private as wanted. Private zones may share a name, each for VPCs of its own."""
    private = bool(live.get("Config", {}).get("PrivateZone"))
    if private != bool(wanted.get("VPC")):
        return False
    vpcs = [vpc.get("VPCId") for vpc in live.get("VPCs") or []]
    return not private or wanted["VPC"].get("VPCId") in vpcs


def _create_request(_context: Context, request: Members) -> Members:
    config = {**request.get("HostedZoneConfig", {}), "PrivateZone": "VPC" in request}
    return {**request, "HostedZoneConfig": config, "CallerReference": str(uuid.uuid4())}


def _set_comment(context: Context, live: Members, value: Members) -> None:
    context.api.call("UpdateHostedZoneComment", Id=bare(live["Id"]), Comment=value.get("Comment", ""))


def _refuse_delete(context: Context, live: Members) -> None:
    """EngineError for a zone that holds more than what every zone has."""
    found = context.api.items("ListResourceRecordSets", "ResourceRecordSets", HostedZoneId=bare(live["Id"]))
    more = [f"{one['Name']} {one['Type']}" for one in found if one["Type"] not in ("NS", "SOA")]
    more += [f"{one['Name']} NS" for one in found if one["Type"] == "NS" and one["Name"] != live["Name"]]
    if more:
        shown = ", ".join(more[:5]) + (" and others" if len(more) > 5 else "")
        raise EngineError(f"{context.what} still holds {shown}. Nothing was deleted. Remove these records first.")


def _told(_context: Context, live: Members) -> Members:
    """Id and name servers, which for a private zone are none that anybody could be told."""
    zone_id = live.get("Id", UNKNOWN)
    private = (live.get("Config") or {}).get("PrivateZone") or "VPC" in live or live.get("VPCs")
    if is_unknown(zone_id):
        return {"zone_id": UNKNOWN, "name_servers": [] if private else UNKNOWN}
    servers = (live.get("DelegationSet") or {}).get("NameServers") or []
    return {"zone_id": bare(zone_id), "name_servers": [] if private else servers}


RESOURCE = Resource(
    service="route53",
    noun="HostedZone",
    returns="hosted_zone",
    find=ByList(match={"Name": "Name"}, agrees=_is_wanted),
    update="",
    ids={"Id": "Id"},
    wrapper="HostedZone",
    beside=("DelegationSet", "VPCs"),
    supplied={"Name": lambda context: context.params["name"].rstrip(".").lower() + "."},
    local=("name",),
    observe=lambda _context, live: {
        **live,
        "HostedZoneConfig": live.get("Config"),
        "VPC": next(iter(live.get("VPCs") or []), None),
    },
    create_request=_create_request,
    updaters={"HostedZoneConfig": _set_comment},
    refuse_delete=_refuse_delete,
    computed=_told,
    tagging=Tagging(
        target={"ResourceType": lambda _api, _live: "hostedzone", "ResourceId": lambda _api, live: bare(live["Id"])},
        tag="ChangeTagsForResource",
        untag="ChangeTagsForResource",
    ),
)
