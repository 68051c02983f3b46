# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Between Ansible's snake_case options and the API's members, guided by the botocore shapes.

The shape decides what a key is: a member of a structure has a snake_case name, a key of a map (an environment
variable, a tag) and everything inside a free document belong to the user and are never touched.
"""

from __future__ import annotations

import datetime
import difflib
import functools
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from .errors import EngineError
from .sdk import xform_name
from .unknown import is_unknown

_NUMBERS = {"integer": int, "long": int, "float": float, "double": float}
_QUANTIFIER = re.compile(r"[*+{?]")
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}


class Structure:
    """A structure put together from members of several shapes."""

    type_name = "structure"
    is_document_type = False
    required_members: tuple = ()
    metadata: dict[str, Any] = {}  # noqa: RUF012 (read only, as those of botocore)

    def __init__(self, members: dict[str, Any], required: Iterable[str] = ()) -> None:
        self.members = members
        self.required_members = list(required)
        self.metadata: dict[str, Any] = {}


class Several:
    """A list of what a shape describes."""

    type_name = "list"
    is_document_type = False
    metadata: dict[str, Any] = {}  # noqa: RUF012 (read only, as those of botocore)

    def __init__(self, member: Any) -> None:
        self.member = member


def snake(member: str) -> str:
    """The snake_case name of an API member, as boto3 itself forms its method names."""
    return xform_name(member)


@functools.cache
def _names(shape: Any) -> dict[str, str]:
    """Every accepted spelling of a structure's members: snake_case and the API's own."""
    names = {snake(member): member for member in shape.members}
    names.update((member, member) for member in shape.members)
    return names


def is_document(shape: Any) -> bool:
    """Whether the shape is a free-form JSON document, whose content no model describes."""
    return bool(getattr(shape, "is_document_type", False))


def is_union(shape: Any) -> bool:
    """Whether exactly one member of the structure may be set."""
    return bool(getattr(shape, "is_tagged_union", False))


def content_of(shape: Any) -> Any:
    """The structure that a member holds, be it in a list."""
    return shape.member if shape.type_name == "list" else shape


def opened(shape: Any, envelope: str) -> Structure:
    """A request's structure with what its member I(envelope) holds in the place of that member."""
    inner = content_of(shape.members[envelope])
    outside = {name: member for name, member in shape.members.items() if name != envelope}
    required = [name for name in shape.required_members if name != envelope]
    return Structure({**outside, **inner.members}, [*required, *inner.required_members])


def to_api(shape: Any, value: Any, path: str) -> Any:
    """Turn an option's value into the request member that I(shape) describes.

    Raises EngineError for a key that the structure lacks and for a value of another type, naming the path.
    """
    if value is None or is_unknown(value) or is_document(shape):
        return value
    return _TO_API.get(shape.type_name, _scalar_to_api)(shape, value, path)


def _structure_to_api(shape: Any, value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise EngineError(f"{path}: expected a dictionary, got {_show(value)}.")
    names = _names(shape)
    result = {}
    for key, item in value.items():
        if key not in names:
            raise EngineError(f"{path}: there is no '{key}' here. {_suggest(key, shape)}")
        if item is not None:
            result[names[key]] = to_api(shape.members[names[key]], item, f"{path}.{key}")
    return result


def _suggest(key: str, shape: Any) -> str:
    known = sorted(snake(member) for member in shape.members)
    near = difflib.get_close_matches(key, known, n=1)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    return f"{hint}Known: {', '.join(known)}."


def _list_to_api(shape: Any, value: Any, path: str) -> list:
    if not isinstance(value, (list, tuple)):
        raise EngineError(f"{path}: expected a list, got {_show(value)}.")
    return [to_api(shape.member, item, f"{path}[{index}]") for index, item in enumerate(value)]


def _map_to_api(shape: Any, value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise EngineError(f"{path}: expected a dictionary, got {_show(value)}.")
    return {str(key): to_api(shape.value, item, f"{path}.{key}") for key, item in value.items()}


def _scalar_to_api(shape: Any, value: Any, path: str) -> Any:
    """Jinja hands over numbers as text and account ids as numbers: take what is meant, refuse the rest."""
    kind = shape.type_name
    if kind == "string":
        if isinstance(value, (dict, list)):
            return json.dumps(value, sort_keys=True)
        return value if isinstance(value, str) else plain_text(value)
    if kind == "boolean":
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in _BOOLEANS:
            return _BOOLEANS[value.lower()]
        raise EngineError(f"{path}: expected true or false, got {_show(value)}.")
    if kind in _NUMBERS:
        try:
            if isinstance(value, bool):
                raise ValueError
            return _NUMBERS[kind](value)
        except (TypeError, ValueError):
            raise EngineError(f"{path}: expected a number, got {_show(value)}.") from None
    return value


def plain_text(value: Any) -> str:
    """A scalar as the APIs write it in text: booleans in lower case."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _show(value: Any) -> str:
    text = json.dumps(value, default=str)
    return f"{type(value).__name__} {text[:60]}{'...' if len(text) > 60 else ''}"


_TO_API = {"structure": _structure_to_api, "list": _list_to_api, "map": _map_to_api}


def from_api(shape: Any, value: Any) -> Any:
    """Turn an answer's member into what a module returns: snake_case members, maps and documents untouched."""
    if value is None or shape is None or is_document(shape):
        return _plain(value)
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        return {
            snake(key): from_api(shape.members.get(key), item)
            for key, item in value.items()
            if key != "ResponseMetadata"
        }
    if kind == "list" and isinstance(value, (list, tuple)):
        return [from_api(shape.member, item) for item in value]
    if kind == "map" and isinstance(value, dict):
        return {key: from_api(shape.value, item) for key, item in value.items()}
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def readable(value: Any) -> Any:
    """What text holds if it is JSON, such as a policy: people compare that better than the text."""
    if isinstance(value, str) and value.startswith(("{", "[{")):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def prune(shape: Any, value: Any) -> Any:
    """What of an answer may be sent back in a request: members that the input I(shape) knows, at any depth."""
    if is_document(shape):
        return value
    if shape.type_name == "structure" and isinstance(value, dict):
        return {
            key: prune(shape.members[key], item)
            for key, item in value.items()
            if key in shape.members and item is not None
        }
    if shape.type_name == "list" and isinstance(value, (list, tuple)):
        return [prune(shape.member, item) for item in value]
    if shape.type_name == "map" and isinstance(value, dict):
        return {key: prune(shape.value, item) for key, item in value.items()}
    return value


def merge(shape: Any, current: Any, wanted: Any) -> Any:
    """I(wanted) laid over I(current): structures member by member, everything else (maps, lists, unions) replaced."""
    if (
        shape.type_name != "structure"
        or is_union(shape)
        or is_document(shape)
        or not isinstance(current, dict)
        or not isinstance(wanted, dict)
    ):
        return wanted
    result = dict(current)
    for key, item in wanted.items():
        result[key] = merge(shape.members[key], current.get(key), item) if key in shape.members else item
    return result


def violations(shape: Any, value: Any, path: str = "") -> Iterator[str]:
    """What the service would refuse in a request: missing members, enums, patterns, lengths and ranges of the model."""
    if value is None or is_unknown(value) or is_document(shape):
        return
    where = path or "request"
    kind, rules = shape.type_name, shape.metadata
    if kind == "structure":
        prefix = f"{path}." if path else ""
        for member in shape.required_members:
            # botocore makes up the tokens by which a service knows a request that it was sent twice.
            if value.get(member) is None and not shape.members[member].metadata.get("idempotencyToken"):
                yield f"{prefix}{snake(member)} is required"
        if is_union(shape) and len(value) != 1:
            options = ", ".join(sorted(snake(member) for member in shape.members))
            yield f"{where} must have exactly one of: {options}"
        for member, item in value.items():
            if member in shape.members:
                yield from violations(shape.members[member], item, f"{prefix}{snake(member)}")
    elif kind == "list":
        yield from _size(rules, len(value), where, "entries")
        for index, item in enumerate(value):
            yield from violations(shape.member, item, f"{where}[{index}]")
    elif kind == "map":
        yield from _size(rules, len(value), where, "entries")
        for key, item in value.items():
            yield from violations(shape.key, key, f"{where} key '{key}'")
            yield from violations(shape.value, item, f"{where}.{key}")
    elif kind == "string":
        yield from _string_violations(shape, value, where)
    elif kind in _NUMBERS:
        yield from _size(rules, value, where, "")


def _string_violations(shape: Any, value: str, where: str) -> Iterator[str]:
    rules = shape.metadata
    if shape.enum and value not in shape.enum:
        yield f"{where} is '{value}', must be one of: {', '.join(shape.enum)}"
    yield from _size(rules, len(value), where, "characters")
    if rules.get("pattern") and not _matches(rules["pattern"], value):
        yield f"{where} is '{value}', must match {rules['pattern']}"


def _matches(pattern: str, value: str) -> bool:
    """Models mean the whole value, except where the pattern is one bare character class ("contains a non-space")."""
    match = re.fullmatch if _QUANTIFIER.search(pattern) else re.search
    try:
        return match(pattern, value, re.DOTALL) is not None
    except re.error:  # some models use syntax of other regular expression engines; the service decides then
        return True


def _size(rules: dict[str, Any], size: float, where: str, unit: str) -> Iterator[str]:
    low, high = rules.get("min"), rules.get("max")
    unit = f" {unit}" if unit else ""
    if low is not None and size < low:
        yield f"{where} has {size}{unit}, at least {low} needed" if unit else f"{where} is {size}, must be >= {low}"
    if high is not None and size > high:
        yield f"{where} has {size}{unit}, at most {high} allowed" if unit else f"{where} is {size}, must be <= {high}"
