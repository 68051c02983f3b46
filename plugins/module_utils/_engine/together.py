# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reading many resources of a list module with few requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import tags
from .api import failure
from .context import Context
from .lookup import list_member, only_one
from .many import ReadAll
from .sdk import botocore
from .unknown import has_unknown

Members = dict[str, Any]


def by_names(operation: str, names: str, name: str, **request: Any) -> ReadAll:
    """Reads by an operation whose request member I(names) takes several names; entries tell theirs as I(name).

    I(request) is sent each time. Where the service refuses all names for one that is not there, each is asked for.
    """

    def ask(context: Context, some: list[str]) -> list[Members] | None:
        return _entries(context, operation, {names: some, **request})

    def read(context: Context, wanted: list[str]) -> dict[str, Members]:
        found: list[Members] = []
        for some in context.api.batches(operation, names, _known(wanted)):
            entries = ask(context, some)
            found += [entry for one in some for entry in ask(context, [one]) or ()] if entries is None else entries
        # Not every endpoint heeds the names; one that tells of all there are has told of these, too.
        return {entry[name]: entry for entry in found if entry[name] in wanted}

    return read


def by_list(*members: str, filters: Sequence[str] = ()) -> ReadAll:
    """Reads by listing all that there are, where that tells all of them.

    I(members) of an entry say what the suboptions that tell one from another say, in the order of those. I(filters) are
    the names of EC2-style filters for the same, where the list would tell of others' as well. A name that is a tag (see
    Tagging) comes last.
    """

    def read(context: Context, wanted: list[str]) -> dict[str, Members]:
        resource, tag = context.resource, context.resource.name_tag

        def name_of(entry: Members) -> str:
            named = [tags.read(context.api, entry, resource.tagging).get(tag, "")] if tag else []
            return ":".join([*(entry[member] for member in members), *named])

        known = _known(wanted)
        by = [*filters, f"tag:{tag}"] if tag else filters
        values = zip(*(name.split(":", len(members) - (not tag)) for name in known), strict=True)
        chosen = [{"Name": name, "Values": sorted(set(some))} for name, some in zip(by, values, strict=False)]
        request = {"Filters": chosen} if chosen else {}
        told: dict[str, list[Members]] = {name: [] for name in wanted}
        for entry in _entries(context, resource.operation("listing"), request) or () if known else ():
            told.setdefault(name_of(entry), []).append(entry)
        words = resource.returns.replace("_", " ")
        found = {name: only_one(context, f"{words} '{name}'", told[name]) for name in wanted}
        return {name: live for name, live in found.items() if live is not None}

    return read


def _known(names: list[str]) -> list[str]:
    """Those that do not hang on what check mode only foretells, and that can be there already."""
    return [name for name in names if not has_unknown(name)]


def _entries(context: Context, operation: str, request: Members) -> list[Members] | None:
    """What the answer lists; None where the service says that something is not there."""
    try:
        return context.api.items(operation, list_member(context, operation), **request)
    except botocore.exceptions.ClientError as exception:
        if context.api.is_missing(exception):
            return None
        raise failure(f"look for the {context.resource.several.replace('_', ' ')}", exception) from exception
