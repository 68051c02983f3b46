# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The twin of a module that keeps a resource: it lists what there is of that type, in the form that module returns.

Options that are parents say where to look, all others are filters.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NoReturn

from . import facets, lookup, request, result, tags
from .api import failure
from .context import Context
from .module import perform
from .resource import ByKey, ByList, Resource
from .sdk import botocore
from .state import GONE

_AT_ONCE = 8  # reads at the same time

Members = dict[str, Any]


def run_info(resource: Resource, documentation: str, **rules: Any) -> NoReturn:
    """Run a module that lists resources. The result has one key, the plural of I(resource.returns)."""
    perform(resource, documentation, list_resources, **rules)


def list_resources(context: Context) -> dict[str, Any]:
    """The resources that the options leave; raises EngineError when the service refuses to tell."""
    resource = context.resource
    context.wanted = request.wanted(context, [name for name in context.options if name not in resource.local])
    named = {member: told for told, member in getattr(resource.find, "match", {}).items()}
    filters = {named.get(name, name): value for name, value in context.wanted.items() if name not in resource.parents}
    try:
        found = _several(_candidates(context, filters), lambda live: _described(context, live, filters))
    except botocore.exceptions.ClientError as exception:
        raise failure(f"list {resource.several.replace('_', ' ')}", exception, resource.explain) from exception
    return {"changed": False, resource.several: [live for live in found if live is not None]}


def _candidates(context: Context, filters: Members) -> list[Members]:
    """What may match: one read when the filters are the whole key, the list otherwise."""
    resource, api = context.resource, context.api
    if isinstance(resource.find, ByKey):
        operation = resource.operation("read")
        named = {*api.required(operation), *(name for name in resource.ids if name in api.members(operation))}
        given = {*filters, *resource.parents}
        if {name if name in given else resource.ids.get(name, name) for name in named} <= given:
            return [{}]
    listed = lookup.entries(context)
    if isinstance(resource.find, ByList) and set(resource.find.match) <= set(filters):
        listed = [entry for entry in listed if resource.find.likely(entry, context.wanted)]
    return [entry for entry in listed if _agrees(entry, filters)]


def _described(context: Context, entry: Members, filters: Members) -> Members | None:
    """The resource behind an entry as the module returns it; None when it is gone, or not what was asked for."""
    resource = context.resource
    complete = entry and resource.operation("read") in ("", resource.operation("listing")) and not resource.also_read
    live = entry if complete else lookup.refresh(context, entry)
    if live is None or resource.state_of(live).kind == GONE:
        return None
    observed = resource.observed(context, live)
    if not _agrees({**live, **observed}, filters):
        return None
    if resource.tagging and context.params.get("tags") is not None:
        carried = tags.read(context.api, live, resource.tagging)
        if any(carried.get(key) != value for key, value in (context.tags or {}).items()):
            return None
        live = {**live, "tags": carried}
    live = tags.told(context.api, live, resource.tagging)
    computed = resource.computed(context, live) if resource.computed else {}
    return {**result.shown(context, live), **facets.listed(context, live), **computed}


def _agrees(told: Members, filters: Members) -> bool:
    """Whether what is told so far speaks against no filter."""
    return all(told.get(member, value) == value for member, value in filters.items())


def _several(items: Iterable[Any], work: Any) -> list[Any]:
    """The result of I(work) for each item, in order; each is a call of its own, so several run at the same time."""
    items = list(items)
    with ThreadPoolExecutor(max_workers=min(_AT_ONCE, len(items) or 1)) as pool:
        return list(pool.map(work, items))
