# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rules of a security group in their three forms: as options list them, one by one, and as EC2 groups them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from ipaddress import IPv4Network, IPv6Network
from typing import Any, NamedTuple

from ._engine.errors import EngineError
from ._engine.unknown import is_unknown

Entry = dict[str, Any]
Names = Callable[[], Mapping[str, str]]
"""Names of groups of the VPC by their ids; only asked where a rule has to do with a group."""

_PLACES = {
    "cidr_ips": ("IpRanges", "CidrIp"),
    "cidr_ipv6s": ("Ipv6Ranges", "CidrIpv6"),
    "group_ids": ("UserIdGroupPairs", "GroupId"),
    "prefix_list_ids": ("PrefixListIds", "PrefixListId"),
}
_KINDS = ("cidr_ips", "cidr_ipv6s", "group_ids", "group_names", "prefix_list_ids")
_NETWORKS: dict[str, Callable[..., Any]] = {"cidr_ips": IPv4Network, "cidr_ipv6s": IPv6Network}
_IDS = {"group_ids": re.compile(r"(\d{12}/)?sg-\w+"), "prefix_list_ids": re.compile(r"pl-\w+")}
# EC2 knows some protocols by name, whatever they are called when they are given to it.
_NAMED = {"all": "-1", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}
_WITH_PORTS, _WITH_TYPES = ("tcp", "udp"), ("icmp", "icmpv6")
_DESCRIPTION = re.compile(r"[A-Za-z0-9 ._\-:/()#,@\[\]+=&;{}!$*]{0,255}")


class Rule(NamedTuple):
    """What one rule lets through. For ICMP the ports are type and code; protocols without ports have None."""

    protocol: str
    from_port: int | None
    to_port: int | None
    kind: str
    other: str

    def __str__(self) -> str:
        ports = "" if self.from_port is None else f" {self.from_port}-{self.to_port}"
        return f"{self.protocol}{ports} for {self.other}"


Rules = dict[Rule, str]
"""Each with its description, which may be empty."""


def given(option: str, entries: Iterable[Entry], names: Names = dict) -> Rules:
    """The rules that an option lists; EngineError for one that EC2 would refuse."""
    rules: Rules = {}
    for number, entry in enumerate(entries):
        where = f"{option}[{number}]"
        what = _what(where, entry)
        others = {kind: entry[kind] for kind in _KINDS if entry.get(kind) is not None}
        if not others:
            raise EngineError(f"{where} is for nobody: give it one of {', '.join(_KINDS)}.")
        description = described(f"{where}.description", entry.get("description"))
        for kind, other in ((kind, other) for kind, some in others.items() for other in some):
            _refuse_bad(f"{where}.{kind}", kind, other)
            rule = Rule(*what, *_other(kind, other, names))
            if rules.setdefault(rule, description) != description and not is_unknown(other):
                raise EngineError(f"{where}: {rule} is there with another description as well. EC2 keeps one for each.")
    return rules


def told(permissions: Iterable[Entry], owner: str | None, names: Names = dict) -> Rules:
    """The rules that EC2 tells of a group that belongs to the account I(owner)."""
    rules: Rules = {}
    for permission in permissions:
        protocol = _protocol(permission["IpProtocol"])
        has_ports = protocol in _WITH_PORTS or protocol in _WITH_TYPES
        ports = [permission.get(member, -1) if has_ports else None for member in ("FromPort", "ToPort")]
        for kind, (place, member) in _PLACES.items():
            for entry in permission.get(place) or []:
                foreign = entry.get("UserId") not in (None, owner)
                other = f"{entry['UserId']}/{entry[member]}" if foreign else entry[member]
                rules[Rule(protocol, *ports, *_other(kind, other, names))] = entry.get("Description") or ""
    return rules


def listed(rules: Rules) -> list[Entry]:
    """The rules as an option would list them: in an order of their own, alike ones together."""
    entries: dict[tuple, Entry] = {}
    for rule, description in sorted(rules.items()):
        ports = {} if rule.from_port is None else {"from_port": rule.from_port, "to_port": rule.to_port}
        head = {"protocol": rule.protocol, **ports, **({"description": description} if description else {})}
        entries.setdefault((*rule[:3], description), head).setdefault(rule.kind, []).append(rule.other)
    return list(entries.values())


def opened(entries: Iterable[Entry]) -> Rules:
    """The rules of which listed() has made the entries."""
    return {
        Rule(entry["protocol"], entry.get("from_port"), entry.get("to_port"), kind, other): entry.get("description", "")
        for entry in entries
        for kind in _KINDS
        for other in entry.get(kind, ())
    }


def permissions(rules: Rules, ids: Mapping[str, str]) -> list[Entry]:
    """The rules as EC2 takes them; I(ids) are those of groups by their names."""
    result: dict[tuple, Entry] = {}
    for rule, description in sorted(rules.items()):
        named = rule.kind == "group_names"
        place, member = _PLACES["group_ids" if named else rule.kind]
        entry = {member: ids[rule.other] if named else rule.other}
        if rule.kind == "group_ids" and "/" in rule.other:
            entry["UserId"], _slash, entry[member] = rule.other.partition("/")
        if description:
            entry["Description"] = description
        ports = {} if rule.from_port is None else {"FromPort": rule.from_port, "ToPort": rule.to_port}
        permission = result.setdefault(rule[:3], {"IpProtocol": rule.protocol, **ports})
        permission.setdefault(place, []).append(entry)
    return list(result.values())


def described(where: str, text: str | None) -> str:
    """A description, if EC2 takes it."""
    if text and not is_unknown(text) and not _DESCRIPTION.fullmatch(text):
        raise EngineError(
            f"{where} is '{text}'; EC2 takes at most 255 letters without accents, digits, spaces and "
            "._-:/()#,@[]+=&;{}!$*"
        )
    return text or ""


def _protocol(text: str) -> str:
    return _NAMED.get(text.lower(), text.lower())


def _what(where: str, entry: Entry) -> tuple[str, int | None, int | None]:
    """Protocol and ports of an entry."""
    protocol, first, last = _protocol(entry["protocol"]), entry.get("from_port"), entry.get("to_port")
    if protocol in _WITH_PORTS:
        last = first if last is None else last
        if first is None or not 0 <= first <= last <= 65535:
            raise EngineError(f"{where}: {protocol} needs ports from 0 to 65535, from_port not above to_port.")
    elif protocol in _WITH_TYPES:
        first, last = (-1 if port is None else port for port in (first, last))
        if not (-1 <= first <= 255 and -1 <= last <= 255) or (first == -1 and last != -1):
            raise EngineError(
                f"{where}: from_port is the type of {protocol} and to_port the code, 0 to 255 each, or -1 for all; "
                "all types go with all codes only."
            )
    elif protocol != "-1" and not (protocol.isdigit() and int(protocol) < 256):
        raise EngineError(
            f"{where}.protocol is '{protocol}', must be one of: tcp, udp, icmp, icmpv6, all, -1, or a number of IANA."
        )
    elif (first, last) != (None, None):
        raise EngineError(f"{where}: the protocol {protocol} has no ports; leave out from_port and to_port.")
    return protocol, first, last


def _refuse_bad(where: str, kind: str, other: str) -> None:
    if is_unknown(other):
        return
    if kind in _NETWORKS:
        try:
            if "/" not in other:
                raise ValueError("the length of its prefix is missing")
            _NETWORKS[kind](other, strict=False)
        except ValueError as error:
            raise EngineError(f"{where}: '{other}' is no block of addresses: {error}.") from error
    if kind in _IDS and not _IDS[kind].fullmatch(other):
        raise EngineError(f"{where}: '{other}' is no id; it looks like {_IDS[kind].pattern}.")


def _other(kind: str, other: str, names: Names) -> tuple[str, str]:
    """What the traffic comes from or goes to, as EC2 writes it; a group by its name, where that is known."""
    if kind in _NETWORKS and not is_unknown(other):
        return kind, str(_NETWORKS[kind](other, strict=False))
    name = names().get(other) if kind == "group_ids" else None
    return (kind, other) if name is None else ("group_names", name)
