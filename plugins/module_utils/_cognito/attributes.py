# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The attributes of a user pool's users: they can be added, and neither changed nor removed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._engine.diff import same_given

Members = dict[str, Any]


def observe(context: Any, live: Members) -> Members:
    """Of all attributes those that are one's own, by the names that requests have for them, or asked for."""
    asked = {entry.get("Name") for entry in context.wanted.get("Schema", [])}
    named = {_plain(entry): entry for entry in live.get("SchemaAttributes", [])}
    shown = [{**entry, "Name": name} for name, entry in named.items() if name != entry["Name"] or name in asked]
    return {**live, "Schema": shown}


def _plain(entry: Members) -> str:
    return str(entry["Name"]).removeprefix("dev:").removeprefix("custom:")


def has_all(wanted: list[Members], current: list[Members] | None) -> bool:
    there = {entry["Name"]: entry for entry in current or []}
    return all(same_given(entry, there.get(entry.get("Name", ""))) for entry in wanted)


def locked(_context: Any, _live: Members, changes: Mapping[str, Any]) -> list[str]:
    before, after = changes.get("Schema", ([], []))
    there = {entry["Name"]: entry for entry in before or []}
    differs = any(not same_given(entry, there[entry["Name"]]) for entry in after if entry.get("Name") in there)
    return ["Schema"] if differs else []


def add(context: Any, live: Members, wanted: list[Members]) -> None:
    there = {entry["Name"] for entry in observe(context, live)["Schema"]}
    new = [entry for entry in wanted if entry.get("Name") not in there]
    context.api.call("AddCustomAttributes", UserPoolId=live["Id"], CustomAttributes=new)
