# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether two lists of container definitions mean the same: the service fills in much, and keeps no order of names."""

from __future__ import annotations

import re
from typing import Any

from .._engine.unknown import has_unknown

# What the service fills in for members that are left out.
_FILLED_IN = {
    "cpu": (0,),
    "essential": (True,),
    "protocol": ("tcp",),
    "interval": (30,),
    "timeout": (5,),
    "retries": (3,),
    "hostPort": (0,),
    "versionConsistency": ("enabled",),
}
_AMOUNT = re.compile(r"([\d.]+)\s*(vcpu|gb)?", re.IGNORECASE)


def same_containers(wanted: Any, current: Any) -> bool:
    """Whether the wanted containers are those that are there, member by member.

    A member that is left out has to be missing there, too, or to be what the service fills in.
    """
    return _same(wanted or [], current or [])


def same_amount(wanted: Any, current: Any) -> bool:
    """Whether two amounts of CPU or memory are equal, such as 1 vCPU and 1024, or 2 GB and 2048."""
    return not has_unknown(wanted) and _units(wanted) == _units(current)


def _units(value: Any) -> Any:
    match = _AMOUNT.fullmatch(str(value).strip())
    return value if match is None else float(match[1]) * (1024 if match[2] else 1)


def _same(wanted: Any, current: Any) -> bool:
    if has_unknown(wanted):
        return False
    if isinstance(wanted, dict) and isinstance(current, dict):
        names = {*wanted, *current}
        return all(_same_member(name, wanted.get(name), current.get(name), current) for name in names)
    if isinstance(wanted, list) and isinstance(current, list):
        pairs = zip(_in_order(wanted), _in_order(current), strict=False)
        return len(wanted) == len(current) and all(_same(one, other) for one, other in pairs)
    return wanted == current


def _same_member(name: str, wanted: Any, current: Any, around: dict[str, Any]) -> bool:
    if _empty(wanted) and _empty(current):
        return True
    filled_in = _FILLED_IN.get(name, ())
    if name == "hostPort":
        filled_in = (*filled_in, around.get("containerPort"))
    if wanted is None:
        return current in filled_in
    if current is None:
        return wanted in filled_in
    return _same(wanted, current)


def _in_order(entries: list[Any]) -> list[Any]:
    """Entries with names are told apart by them; others stay in their order."""
    named = all(isinstance(entry, dict) and entry.get("name") for entry in entries)
    return sorted(entries, key=lambda entry: str(entry["name"])) if named else entries


def _empty(value: Any) -> bool:
    return value is None or value in ([], {}, "")
