# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a module returns: the resource, the diff of what was asked for, and the same as predictions in check mode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .context import Context
from .lookup import live_shape
from .request import option_of, settable
from .shapes import from_api, readable, snake
from .unknown import UNKNOWN

_ASSIGNED = ("id", "arn", "url", "uri", "endpoint")  # how members end that the service makes up
_HIDDEN = "(secret)"

Changes = Mapping[str, tuple[Any, Any]]


def predicted(context: Context) -> dict[str, Any]:
    """The live resource as it would be after its creation; what the service assigns is marked as unknown."""
    resource, api = context.resource, context.api
    given = {*api.members(resource.operation("create")), *api.members(resource.operation("update"))}
    assigned = {*api.required(resource.operation("delete")), *resource.ids.values()}
    live: dict[str, Any] = {}
    for member, shape in live_shape(context).members.items():
        if shape.type_name == "string" and (member in assigned or (member not in given and _is_assigned(member))):
            live[member] = UNKNOWN
    return {**live, **wished(context)}


def wished(context: Context) -> dict[str, Any]:
    """The wanted members as an answer will tell them, so far as that is known."""
    return {name: UNKNOWN if name in context.resource.rewritten else value for name, value in context.wanted.items()}


def _is_assigned(member: str) -> bool:
    return snake(member).rsplit("_", 1)[-1] in _ASSIGNED


def shown(context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """A live resource in the form that modules return: snake_case, JSON-ready, without secrets."""
    secret = set(context.resource.secret)
    shapes = {**settable(context), **live_shape(context).members}
    named = {context.resource.told.get(member, member): (member, value) for member, value in live.items()}
    plain = {snake(name): from_api(shapes.get(member), value) for name, (member, value) in named.items()}
    return _hidden(plain, secret)


def _hidden(value: Any, secret: set[str]) -> Any:
    """The value with the secrets in it, at any depth, struck out."""
    if isinstance(value, dict):
        return {key: _HIDDEN if key in secret else _hidden(item, secret) for key, item in value.items()}
    return [_hidden(item, secret) for item in value] if isinstance(value, list) else value


def diff(context: Context, changes: Changes) -> dict[str, dict[str, Any]]:
    """Ansible's before and after, for request members and options (tags, facets) alike."""
    shapes = settable(context)
    before, after = {}, {}
    for member, (old, new) in changes.items():
        name = option_of(context, member) if member in shapes else member
        if name in context.resource.secret:
            old, new = _HIDDEN if old else None, f"{_HIDDEN}, changed"
        if old is not None:
            before[name] = readable(from_api(shapes.get(member), old))
        if new is not None:
            after[name] = readable(from_api(shapes.get(member), new))
    return {"before": before, "after": after}
