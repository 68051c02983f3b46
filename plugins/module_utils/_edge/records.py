# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Records of a hosted zone, several at a time; other records of the zone stay as they are."""

from __future__ import annotations

from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.sdk import botocore
from .._engine.unknown import has_unknown, is_unknown
from .hosted_zone import bare

Members = dict[str, Any]
Key = tuple[str, str]


def keep(context: Context) -> dict[str, Any]:
    """Make the named records what the options say, or remove them; the module's result."""
    zone = bare(context.params["hosted_zone_id"])
    wanted = {_key(record): record for record in map(_record, context.params["records"])}
    try:
        found = {key: _find(context, zone, key) for key in wanted}
        if context.params["state"] == "absent":
            changes = {key: (found[key], None) for key in wanted if _is_it(found[key], wanted[key])}
        else:
            changes = {key: (found[key], wanted[key]) for key in wanted if not _same(found[key], wanted[key])}
            _refuse_overwriting(context, changes)
        if changes and not context.check_mode:
            _send(context, zone, changes)
    except botocore.exceptions.ClientError as exception:
        raise failure(f"keep records of the hosted zone {zone}", exception) from exception
    before = {_words(key): _shown(old) for key, (old, _new) in changes.items() if old}
    after = {_words(key): _shown(new) for key, (_old, new) in changes.items() if new}
    return {"changed": bool(changes), "diff": {"before": before, "after": after}, "records": context.params["records"]}


def _record(option: Members) -> Members:
    """A record as the API has it. EngineError where it says neither what it is nor where it leads."""
    alias, values = option.get("alias"), option.get("values")
    record: Members = {"Name": option["name"].rstrip(".").lower() + ".", "Type": option["type"]}
    if alias and values:
        raise EngineError(f"records: {option['name']} has values and an alias. Give one of them.")
    if alias:
        record["AliasTarget"] = {
            "HostedZoneId": alias["hosted_zone_id"],
            "DNSName": alias["dns_name"].rstrip(".").lower() + ".",
            "EvaluateTargetHealth": alias["evaluate_target_health"],
        }
    elif values:
        record.update(TTL=option["ttl"], ResourceRecords=[{"Value": value} for value in values])
    return record


def _key(record: Members) -> Key:
    return record["Name"], record["Type"]


def _find(context: Context, zone: str, key: Key) -> Members | None:
    """The record of this name and type; None where there is none, or cannot be one yet."""
    if is_unknown(zone) or has_unknown(list(key)):
        return None
    start = {"StartRecordName": key[0], "StartRecordType": key[1]}
    answer = context.api.find("ListResourceRecordSets", HostedZoneId=zone, MaxItems="1", **start)
    if answer is None:
        if context.params["state"] == "absent":
            return None
        raise EngineError(f"hosted_zone_id: there is no hosted zone {zone}.")
    return next((one for one in answer["ResourceRecordSets"] if (_plain(one["Name"]), one["Type"]) == key), None)


def _plain(name: str) -> str:
    """Answers write an asterisk as its number."""
    return name.replace("\\052", "*")


def _comparable(record: Members) -> Members:
    alias = record.get("AliasTarget")
    if alias:
        # For load balancers the console leads to the name for IPv4 and IPv6.
        name = alias["DNSName"].rstrip(".").lower().removeprefix("dualstack.")
        return {"alias": {**alias, "DNSName": name}}
    values = [value["Value"].rstrip(".") for value in record.get("ResourceRecords") or []]
    return {"ttl": record.get("TTL"), "values": sorted(values)}


def _same(found: Members | None, wanted: Members) -> bool:
    return found is not None and _comparable(found) == _comparable(wanted)


def _is_it(found: Members | None, wanted: Members) -> bool:
    """Whether a record may go: one that says something else than what was asked for is somebody else's."""
    if found is None:
        return False
    says_nothing = not wanted.get("AliasTarget") and not wanted.get("ResourceRecords")
    one, other = _comparable(found), _comparable(wanted)
    return says_nothing or {**one, "ttl": None} == {**other, "ttl": None}


def _refuse_overwriting(context: Context, changes: dict[Key, tuple[Members | None, Members]]) -> None:
    if any(not new.get("AliasTarget") and not new.get("ResourceRecords") for _old, new in changes.values()):
        raise EngineError("records: a record needs values or an alias with state=present.")
    foreign = {key: old for key, (old, _new) in changes.items() if old}
    if foreign and not context.params["overwrite"]:
        told = "; ".join(f"{_words(key)} is {_shown(old)}" for key, old in foreign.items())
        raise EngineError(
            f"There are records already that say something else: {told}. Nothing was changed. Set overwrite, or remove "
            "them first."
        )


def _send(context: Context, zone: str, changes: dict[Key, tuple[Members | None, Members | None]]) -> None:
    """All changes at once: the service makes all of them or none."""
    batch = [
        {"Action": "UPSERT" if new else "DELETE", "ResourceRecordSet": new or old} for old, new in changes.values()
    ]
    answer = context.api.call("ChangeResourceRecordSets", HostedZoneId=zone, ChangeBatch={"Changes": batch})
    number, deadline = answer["ChangeInfo"]["Id"], context.deadline()
    while context.params["wait"]:
        if context.api.call("GetChange", Id=number.removeprefix("/change/"))["ChangeInfo"]["Status"] == "INSYNC":
            return
        if not deadline.pause():
            raise EngineError(
                f"The records were changed, and after {deadline.timeout:g} seconds not all name servers of Route 53 "
                "know it. They soon will; run again, or raise wait_timeout."
            )


def _words(key: Key) -> str:
    return " ".join(key)


def _shown(record: Members | None) -> Any:
    if record is None:
        return None
    alias = record.get("AliasTarget")
    return alias["DNSName"] if alias else [value["Value"] for value in record.get("ResourceRecords") or []]
