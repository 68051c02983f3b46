# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which request members the options mean, and what each operation is to be sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .context import Context
from .errors import EngineError
from .resource import ByKey
from .shapes import merge, prune, snake, to_api
from .tags import CREATE_MEMBERS

_OPTIONAL_VALUE = "optionalValue"


def settable(context: Context) -> dict[str, Any]:
    """Request member -> shape, for every member that creating or updating can set."""
    members: dict[str, Any] = {}
    for verb in ("update", "create"):
        operation = context.resource.operation(verb)
        if context.api.has(operation):
            members.update(context.api.input(operation).members)
    for parent_operation in (context.resource.operation("read"), context.resource.operation("listing")):
        if context.api.has(parent_operation):
            for name, shape in context.api.input(parent_operation).members.items():
                members.setdefault(name, shape)
    return members


def member_of(context: Context, option: str, members: Iterable[str]) -> str:
    """The request member that an option stands for."""
    renamed = context.resource.renames.get(option)
    found = renamed or next((name for name in members if snake(name) == option), None)
    if found is None:
        raise EngineError(f"The option {option} stands for no member of the API that the installed botocore knows.")
    return found


def option_of(context: Context, member: str) -> str:
    """The option that sets a request member."""
    return next((option for option, name in context.resource.renames.items() if name == member), snake(member))


def wanted(context: Context, options: Iterable[str]) -> dict[str, Any]:
    """The request members that the user's options ask for, converted and named as the API wants them."""
    members = settable(context)
    result = {}
    for option in options:
        value = context.params.get(option)
        if value is not None:
            member = member_of(context, option, members)
            result[member] = to_api(members[member], value, option)
    supplied = {member: find(context) for member, find in context.resource.supplied.items()}
    return {**result, **{member: value for member, value in supplied.items() if value is not None}}


def keys(context: Context, operation: str, live: dict[str, Any]) -> dict[str, Any]:
    """The members that tell an operation which resource is meant."""
    resource, api = context.resource, context.api
    shapes = api.input(operation).members
    result = {}
    for member in [*api.required(operation), *(name for name in resource.ids if name in shapes)]:
        told = resource.ids.get(member, member)
        value = live.get(told)
        if member in resource.parents or isinstance(resource.find, ByKey):
            value = context.wanted.get(member, context.wanted.get(told, value))
        if value is not None:
            is_list = shapes[member].type_name == "list" and not isinstance(value, list)
            result[member] = [value] if is_list else value
    return result


def for_create(context: Context) -> dict[str, Any]:
    """The create request, without tags."""
    members = context.api.members(context.resource.operation("create"))
    request = {**context.resource.defaults, **context.wanted}
    request = {name: value for name, value in request.items() if name in members}
    hook = context.resource.create_request
    return hook(context, request) if hook else request


def for_update(context: Context, live: dict[str, Any], observed: dict[str, Any], changes: dict) -> dict[str, Any]:
    """The update request: current values with the wanted ones laid over, as the declaration says.

    An update that replaces the resource gets everything that is there, so that nothing is lost that the user
    did not speak of.
    """
    resource, api = context.resource, context.api
    operation = resource.operation("update")
    shape = api.input(operation)
    needed = set(api.required(operation)) | set(changes)
    names = shape.members if resource.update_sends == "all" else [name for name in shape.members if name in needed]
    wrapped = {name for name, member in shape.members.items() if _is_optional_value(member)}
    # A put takes tags only when it creates; afterwards they have operations of their own.
    kept_apart = CREATE_MEMBERS if operation == resource.operation("create") and resource.tagging else ()
    plain = [name for name in names if name not in wrapped and name not in kept_apart]
    current = {name: prune(shape.members[name], observed[name]) for name in plain if observed.get(name) is not None}
    target = {name: value for name, value in context.wanted.items() if name in plain}
    # Such a member is only sent to change it: its value, or nothing to remove it.
    set_anew = {name: {_OPTIONAL_VALUE: context.wanted[name]} for name in sorted(wrapped) if name in changes}
    # An update requires more than what names the resource; a role, say, may be just what is to change. Only ids always
    # come from the live resource.
    address = keys(context, operation, live)
    ids = {name: value for name, value in address.items() if name in resource.ids}
    request = {**address, **merge(shape, current, target), **set_anew, **ids, **_steps(shape, changes)}
    hook = resource.update_request
    return hook(context, live, request, changes) if hook else request


def _is_optional_value(member: Any) -> bool:
    """Whether a member of an update wraps the value, to tell "leave it alone" from "remove it"."""
    return member.type_name == "structure" and list(member.members) == [_OPTIONAL_VALUE]


def _steps(shape: Any, changes: dict) -> dict[str, Any]:
    """Changed lists that the update takes as what to add and what to remove (AddX, RemoveX), not as a whole."""
    steps = {}
    for name, (before, after) in changes.items():
        if f"Add{name}" in shape.members:
            steps[f"Add{name}"] = [entry for entry in after or [] if entry not in (before or [])]
            steps[f"Remove{name}"] = [entry for entry in before or [] if entry not in (after or [])]
    return {name: entries for name, entries in steps.items() if entries}


def create_only(context: Context, live: dict[str, Any], changes: dict[str, Any]) -> list[str]:
    """Those of the changed members that only a new resource can have."""
    resource = context.resource
    members = context.api.members(resource.operation("update"))
    stepwise = {name.removeprefix("Add") for name in members if name.startswith("Add")}
    updatable = {*members, *stepwise, *resource.updaters} - set(resource.immutable)
    locked = set(resource.locked(context, live, changes)) if resource.locked else set()
    return [member for member in changes if member not in updatable or member in locked]
