# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Finding the live resource: by its key, or in a list by what the user says of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import tags
from .api import failure
from .context import Context
from .errors import EngineError
from .request import keys
from .resource import ByKey
from .sdk import botocore
from .shapes import is_document, opened, snake
from .state import GONE
from .unknown import has_unknown


def find(context: Context) -> dict[str, Any] | None:
    """The live resource that the options mean, or None.

    Raises EngineError when several match: changing one of them by guess would be worse than stopping.
    """
    if isinstance(context.resource.find, ByKey):
        return refresh(context, {})
    found: list[dict[str, Any]] = []
    listed = entries(context)
    unlikely = [not context.resource.find.likely(entry, context.wanted) for entry in listed]
    for late, entry in sorted(zip(unlikely, listed, strict=True), key=lambda pair: pair[0]):
        if late and found:
            break
        live = _matching(context, entry)
        found += [live] if live is not None else []
    return only_one(context, context.what, found)


def only_one(context: Context, what: str, found: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The one of I(found) that I(what) means, None where there is none; EngineError where there are several."""
    # One that is being deleted does not stand in the way of its successor.
    found = [live for live in found if context.resource.state_of(live).kind != GONE] or found
    if len(found) > 1:
        raise EngineError(
            f"{len(found)} resources match {what}; nothing was changed. Remove or rename all but one.",
            matches=[keys(context, context.resource.operation("delete"), live) for live in found],
        )
    return found[0] if found else None


def entries(context: Context) -> list[dict[str, Any]]:
    """The entries of the list operation inside the wanted parents, without those that only linger."""
    resource, api = context.resource, context.api
    operation, lookup = resource.operation("listing"), resource.find
    request = {name: context.wanted[name] for name in resource.parents if name in api.members(operation)}
    request.update(lookup.request)
    filters = [
        {"Name": name, "Values": [value]}
        for name, member in getattr(lookup, "filters", {}).items()
        if (value := context.wanted.get(member, context.params.get(member))) is not None
    ]
    if resource.name_tag and context.params.get("name"):
        filters.append({"Name": f"tag:{resource.name_tag}", "Values": [context.params["name"]]})
    if getattr(lookup, "prefix", "") and context.params.get("name"):
        request[lookup.prefix] = context.params["name"]
    if has_unknown(request) or has_unknown(filters):
        return []
    if filters:
        request[next(name for name in api.members(operation) if name in ("Filters", "Filter"))] = filters
    try:
        found = api.items(operation, list_member(context, operation), **request)
    except botocore.exceptions.ClientError as exception:
        # Without its parent a resource is certainly absent. Nor can it be created, unless, in check mode, the parent is
        # only foretold.
        if api.is_missing(exception) and (context.params.get("state") == "absent" or context.check_mode):
            return []
        raise failure(f"look for {context.what}", exception, resource.explain) from exception
    if any(not isinstance(entry, dict) for entry in found):  # a list of bare ids
        found = [{next(iter(resource.ids.values())): entry} for entry in found]
    if resource.wrapper in getattr(entry_shape(context, operation), "members", ()):
        inner = [entry.pop(resource.wrapper) for entry in found]
        found = [{**entry, **told} for entry, told in zip(found, inner, strict=True)]
    lasting = [entry for entry in found if str(entry.get(resource.status)) not in getattr(lookup, "gone", ())]
    return [{**_long_ids(resource.ids.values(), entry), **entry} for entry in lasting]


def list_member(context: Context, operation: str) -> str:
    """The member of the answer that lists the resources: the declared wrapper where there are several lists."""
    wrapper = context.resource.wrapper
    return wrapper if wrapper in context.api.output(operation).members else context.api.list_member(operation)


def entry_shape(context: Context, operation: str) -> Any:
    """The shape of the entries of a list operation."""
    return context.api.output(operation).members[list_member(context, operation)].member


def _long_ids(names: Iterable[str], entry: dict[str, Any]) -> dict[str, Any]:
    """Some lists say C(id) where all other answers name the noun as well, as in C(guardrailId)."""
    short = {name: snake(name).rpartition("_")[2] for name in names}
    told = {name.lower(): value for name, value in entry.items()}
    return {name: told[end] for name, end in short.items() if end in told}


def _matching(context: Context, entry: dict[str, Any]) -> dict[str, Any] | None:
    """The live resource behind a list entry if it is the wanted one; entries that say too little are read first."""
    lookup, wanted = context.resource.find, context.wanted
    if not _named_so(context, entry):
        return None
    told = {member: entry[member] for member in lookup.match if member in entry}
    if any(value != wanted.get(lookup.match[member]) for member, value in told.items()):
        return None
    live = refresh(context, entry) if context.resource.operation("read") else entry
    if live is None or any(live.get(member) != wanted.get(source) for member, source in lookup.match.items()):
        return None
    return live if lookup.agrees(live, wanted) else None


def _named_so(context: Context, entry: dict[str, Any]) -> bool:
    name_tag = context.resource.name_tag
    if not name_tag:
        return True
    return tags.read(context.api, entry, context.resource.tagging).get(name_tag) == context.params["name"]


def refresh(context: Context, known: dict[str, Any]) -> dict[str, Any] | None:
    """Read the resource anew; I(known) is what an entry or an earlier answer says of it. None when it is gone."""
    resource = context.resource
    operation = resource.operation("read")
    if not operation:
        return _again_in_list(context, known)
    request = keys(context, operation, known)
    if resource.read_request:
        request = resource.read_request(context, request)
    if has_unknown(request):
        return None
    answer = context.api.find(operation, **request)
    if answer is None:
        return None
    wrapper = wrapper_of(context, operation)
    listed = wrapper and context.api.output(operation).members[wrapper].type_name == "list"
    if wrapper and (answer.get(wrapper) == {} or (listed and not answer.get(wrapper))):  # nothing of what was asked for
        return None
    # What only the list or the create answer tells (an id under another name, say) stays known.
    live = {
        **{name: value for name, value in request.items() if name != wrapper and not isinstance(value, list)},
        **{name: known[name] for name in resource.ids.values() if name in known},
        **{name: answer[name] for name in resource.beside if name in answer},
        **unwrap(context, operation, answer),
    }
    for further in resource.also_read:
        live = {**_told_by(context, further, live), **live}
    return live if resource.exists(live) else None


def _told_by(context: Context, operation: str, live: dict[str, Any]) -> dict[str, Any]:
    """What another operation says of the resource, which may be the only entry of a list."""
    answer = context.api.find(operation, **keys(context, operation, live)) or {}
    if context.api.output(operation) is not None and wrapper_of(context, operation):
        return unwrap(context, operation, answer)
    lists = [value for value in answer.values() if isinstance(value, list)]
    return next(iter(lists[0]), {}) if lists else answer


def _again_in_list(context: Context, known: dict[str, Any]) -> dict[str, Any] | None:
    """For APIs whose list entries are complete: the entry with the same id in a new list.

    Where an answer told no id, what the user says of the resource has to do.
    """
    ids = keys(context, context.resource.operation("delete"), known)
    if not ids:
        return find(context)
    for entry in entries(context):
        if keys(context, context.resource.operation("delete"), entry) == ids:
            return entry
    return None


def unwrap(context: Context, operation: str, answer: dict[str, Any]) -> dict[str, Any]:
    """The resource inside an answer: below the declared wrapper, or below the only member if that is a structure.

    A list below the declared wrapper is the answer to an operation on several, which was asked for one.
    """
    wrapper = wrapper_of(context, operation)
    inner = answer.get(wrapper) if wrapper else answer
    return (inner[0] if isinstance(inner, list) and inner else inner) or {}


def wrapper_of(context: Context, operation: str) -> str:
    shape = context.api.output(operation)
    if shape is None:
        return ""
    if context.resource.wrapper in shape.members:
        return context.resource.wrapper
    if len(shape.members) != 1:
        return ""
    name, inner = next(iter(shape.members.items()))
    return name if inner.type_name == "structure" and not is_document(inner) else ""


def live_shape(context: Context) -> Any:
    """The shape of what find and refresh return."""
    operation = context.resource.operation("read")
    if not operation:
        shape = entry_shape(context, context.resource.operation("listing"))
        return opened(shape, context.resource.wrapper) if context.resource.wrapper in shape.members else shape
    shape = context.api.output(operation)
    wrapper = wrapper_of(context, operation)
    inner = shape.members[wrapper] if wrapper else shape
    return inner.member if inner.type_name == "list" else inner
