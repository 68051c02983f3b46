# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The parameters below one path, read in one go and written as far as they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from ._engine import tags
from ._engine.context import Context
from ._engine.errors import EngineError
from ._engine.shapes import plain_text
from ._engine.tags import Tagging
from ._engine.unknown import has_unknown
from ._tags_of_many import confirmed

TAGGING = Tagging(
    target={"ResourceType": "ResourceType", "ResourceId": "Name"},
    tag="AddTagsToResource",
    untag="RemoveTagsFromResource",
)
_WRITERS = 5  # the service allows few writes a second; more threads would only wait for its throttling
_DELETE_AT_ONCE = 10
_LONGEST = 4096  # bytes of a standard parameter
_SECURE = "SecureString"

Found = dict[str, dict[str, Any]]


def keep(context: Context) -> dict[str, Any]:
    """Make the parameters below the path what the options say; the module's result."""
    if context.params["state"] == "absent":
        return _remove(context)
    wanted = _wanted(context)
    found = read(context)
    surplus = sorted(set(found) - set(wanted)) if context.params["purge"] else []
    changed = [name for name, value in wanted.items() if _differs(context, found.get(name), value)]
    tagged = _tag_changes(context, found, [name for name in wanted if name in found])
    _refuse_unless_ours(context, found, [*surplus, *(name for name in changed if name in found), *tagged])
    if not context.check_mode:
        _each(changed, lambda name: _put(context, name, wanted[name], new=name not in found))
        _each(tagged, lambda name: tags.write(context.api, _target(context, name), TAGGING, *tagged[name][1:]))
        _delete(context, surplus)
    before = _shown(context, {name: found[name]["Value"] for name in [*changed, *surplus] if name in found})
    after = _shown(context, {name: wanted[name] for name in changed})
    kept = {name: entry["Value"] for name, entry in found.items() if name not in surplus}
    return {
        "changed": bool(changed or surplus or tagged),
        "parameters": _shown(context, dict(sorted({**kept, **wanted}.items()))),
        "diff": _diff(before, after, {name: values[0] for name, values in tagged.items()}),
    }


def read(context: Context) -> Found:
    """Relative name -> parameter, for everything below the path; empty when there is nothing."""
    path = _path(context)
    entries = context.api.items("GetParametersByPath", "Parameters", Path=path, Recursive=True, WithDecryption=True)
    return {entry["Name"][len(path) + 1 :]: entry for entry in entries}


def _remove(context: Context) -> dict[str, Any]:
    """Delete the named parameters, or all below the path when none are named."""
    found = read(context)
    named = context.params["parameters"]
    names = sorted(found if named is None else set(found) & set(named))
    _refuse_unless_ours(context, found, names)
    if not context.check_mode:
        _delete(context, names)
    removed = {name: found[name]["Value"] for name in names}
    left = {name: entry["Value"] for name, entry in sorted(found.items()) if name not in removed}
    return {
        "changed": bool(names),
        "parameters": _shown(context, left),
        "diff": _diff(_shown(context, removed), {}, {}),
    }


def _path(context: Context) -> str:
    path = context.params["path"].rstrip("/")
    if not path.startswith("/"):
        raise EngineError(f"path is '{context.params['path']}': it must start with / and say more, such as /app/dev.")
    return path


def _wanted(context: Context) -> dict[str, str]:
    """The values as text. What Parameter Store would refuse is refused before anything is written."""
    wanted = {}
    for name, value in (context.params["parameters"] or {}).items():
        if value is None or isinstance(value, (dict, list)):
            kind = "nothing" if value is None else f"a {type(value).__name__}"
            raise EngineError(f"parameters.{name}: expected text, got {kind}. Join lists by commas, dump dictionaries.")
        text = plain_text(value)
        size = len(text.encode())
        if not 1 <= size <= _LONGEST:
            raise EngineError(f"parameters.{name} has {size} bytes; a standard parameter has 1 to {_LONGEST}.")
        if has_unknown(text) and not context.check_mode:
            raise EngineError(f"parameters.{name} is '{text}', which is known in no real run: it cannot be stored.")
        wanted[str(name).strip("/")] = text
        context.api.check("PutParameter", _request(context, name, text))
    return wanted


def _differs(context: Context, entry: dict[str, Any] | None, value: str) -> bool:
    if entry is None or has_unknown(value):
        return True
    return entry["Value"] != value or entry["Type"] != context.params["type"]


def _tag_changes(context: Context, found: Found, names: list[str]) -> dict[str, tuple]:
    """Name -> (for the diff, tags to set, tags to remove), for existing parameters whose tags differ."""
    if context.tags is None:
        return {}
    right = confirmed(context.module.client, {found[name]["ARN"]: context.tags for name in names}, context.purge_tags)
    names = [name for name in names if found[name]["ARN"] not in right]
    result = {}
    for name, current in zip(names, _each(names, partial(_tags, context)), strict=True):
        setting, removing = tags.change(current, context.tags, context.purge_tags)
        if setting or removing:
            kept = {key: value for key, value in current.items() if key not in removing}
            result[name] = ((current, {**kept, **setting}), setting, removing)
    return result


def _refuse_unless_ours(context: Context, found: Found, names: Iterable[str]) -> None:
    required = context.params["required_tags"]
    names = sorted(set(names))
    if required:
        for name, current in zip(names, _each(names, partial(_tags, context)), strict=True):
            tags.require(current, required, f"parameter '{found[name]['Name']}'")


def _tags(context: Context, name: str) -> dict[str, str]:
    return tags.read(context.api, _target(context, name), TAGGING)


def _target(context: Context, name: str) -> dict[str, str]:
    return {"ResourceType": "Parameter", "Name": f"{_path(context)}/{name}"}


def _request(context: Context, name: str, value: str) -> dict[str, Any]:
    request = {"Name": f"{_path(context)}/{name}", "Value": value, "Type": context.params["type"]}
    if context.params["type"] == _SECURE and context.params["kms_key_id"]:
        request["KeyId"] = context.params["kms_key_id"]
    return request


def _put(context: Context, name: str, value: str, new: bool) -> None:
    """Write one parameter. The service takes tags only with a new one."""
    extra = tags.in_request(context.api, "PutParameter", context.tags or {}, TAGGING) if new else {"Overwrite": True}
    context.api.call("PutParameter", **_request(context, name, value), **extra)


def _delete(context: Context, names: list[str]) -> None:
    full = [f"{_path(context)}/{name}" for name in names]
    for start in range(0, len(full), _DELETE_AT_ONCE):
        context.api.call("DeleteParameters", Names=full[start : start + _DELETE_AT_ONCE])


def _each(names: Iterable[str], work: Callable[[str], Any]) -> list[Any]:
    with ThreadPoolExecutor(max_workers=_WRITERS) as pool:
        return list(pool.map(work, names))


def _shown(context: Context, values: dict[str, str]) -> dict[str, str]:
    """Values as they may be shown: encrypted ones are not."""
    return dict.fromkeys(values, "(secret)") if context.params["type"] == _SECURE else values


def _diff(before: dict[str, str], after: dict[str, str], tagged: dict[str, tuple]) -> dict[str, Any]:
    diff: dict[str, Any] = {"before": {"parameters": before}, "after": {"parameters": after}}
    if tagged:
        diff["before"]["tags"] = {name: current for name, (current, _wanted) in tagged.items()}
        diff["after"]["tags"] = {name: wanted for name, (_current, wanted) in tagged.items()}
    return diff
