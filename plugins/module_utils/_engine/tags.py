# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tags in the shapes that the APIs use: maps and lists, at creation, in answers, and through their own operations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .api import Api
from .errors import EngineError

CREATE_MEMBERS = ("tags", "Tags", "TagList", "tagList", "ResourceTags", "TagSpecifications")


@dataclass(frozen=True)
class Tagging:
    """How a type of resource is tagged.

    I(target) maps request members of the tag operations to members of the live resource, usually one ARN; where no
    answer tells it, to a function (api, live) that puts it together.
    I(inline) names the member of the live resource that holds its tags; without it they are read by I(listing).
    I(resource_type) is the TagSpecifications type for APIs that tag that way.
    I(name) is the tag that holds the option "name", for resources that have no name of their own.
    I(given) is the member of the create request, where it has none of the usual names.
    I(whole) says that the tag operation replaces all tags, and that the untag operation removes all.
    """

    target: Mapping[str, str | Callable[[Api, dict[str, Any]], Any]]
    tag: str = "TagResource"
    untag: str = "UntagResource"
    listing: str = "ListTagsForResource"
    inline: str = ""
    resource_type: str = ""
    name: str = ""
    given: str = ""
    whole: bool = False


def in_request(api: Api, operation: str, tags: dict[str, str], tagging: Tagging) -> dict[str, Any]:
    """The member of a create request that sets I(tags); empty when the operation takes no tags."""
    usual = next((name for name in (tagging.inline, *CREATE_MEMBERS) if name in api.members(operation)), None)
    member = tagging.given or usual
    if not tags or member is None:
        return {}
    if member == "TagSpecifications":
        return {member: [{"ResourceType": tagging.resource_type, "Tags": _as_list(tags, "Key", "Value")}]}
    return {member: _shaped(api.input(operation).members[member], tags)}


def read(api: Api, live: dict[str, Any], tagging: Tagging) -> dict[str, str]:
    """The tags that the live resource carries; those that AWS itself sets (aws:...) are left out."""
    if tagging.inline:
        value = live.get(tagging.inline)
    else:
        answer = api.find(tagging.listing, **_target(api, tagging.listing, live, tagging)) or {}
        value = _held(api.output(tagging.listing), answer)
    return {key: text for key, text in _as_map(value).items() if not key.startswith("aws:")}


def told(api: Api, live: dict[str, Any], tagging: Tagging | None) -> dict[str, Any]:
    """The live resource with the tags that it holds itself as a map C(tags), whatever form the API has for them.

    What a run makes of them is told already, and stays.
    """
    if tagging is None or tagging.inline not in live:
        return live
    rest = {name: value for name, value in live.items() if name != tagging.inline}
    return {"tags": read(api, live, tagging), **rest}


def _held(shape: Any, answer: dict[str, Any]) -> Any:
    """The map or list of tags in an answer, which may be one level further down.

    Some operations are asked of several resources at once and answer with an entry for each; they were asked of one.
    """
    for name, member in shape.members.items():
        if name not in answer or member.type_name not in ("map", "list", "structure"):
            continue
        if member.type_name == "structure":
            return _held(member, answer[name])
        if member.type_name == "list" and _has_lists(member.member):
            return _held(member.member, answer[name][0]) if answer[name] else None
        return answer[name]
    return None


def _has_lists(shape: Any) -> bool:
    return shape.type_name == "structure" and any(part.type_name == "list" for part in shape.members.values())


def refuse_reserved(wanted: Mapping[str, str] | None) -> None:
    """Refuse keys that only AWS may set, before some of the other tags are changed."""
    reserved = sorted(key for key in wanted or {} if key.lower().startswith("aws:"))
    if reserved:
        raise EngineError(
            f"tags: {', '.join(reserved)} starts with aws:, which AWS keeps for itself. Choose another key."
        )


def change(
    current: Mapping[str, str], wanted: Mapping[str, str] | None, purge: bool
) -> tuple[dict[str, str], list[str]]:
    """Which tags to set and which keys to remove; nothing when I(wanted) is None."""
    if wanted is None:
        return {}, []
    setting = {key: value for key, value in wanted.items() if current.get(key) != value}
    return setting, [key for key in current if key not in wanted] if purge else []


def write(api: Api, live: dict[str, Any], tagging: Tagging, setting: dict[str, str], removing: list[str]) -> None:
    """Set and remove tags through the service's tag operations."""
    if tagging.whole:
        _write_whole(api, live, tagging, setting, removing)
        return
    if removing:
        request = _target(api, tagging.untag, live, tagging)
        api.call(tagging.untag, **request, **_keys(api, tagging.untag, request, removing))
    if setting:
        request = _target(api, tagging.tag, live, tagging)
        member = _other_member(api, tagging.tag, request)
        api.call(tagging.tag, **request, **{member: _shaped(api.input(tagging.tag).members[member], setting)})


def _write_whole(
    api: Api, live: dict[str, Any], tagging: Tagging, setting: dict[str, str], removing: list[str]
) -> None:
    kept = {key: value for key, value in read(api, live, tagging).items() if key not in removing}
    final = {**kept, **setting}
    operation = tagging.tag if final else tagging.untag
    request = _target(api, operation, live, tagging)
    if final:
        member = next(name for name in api.required(operation) if name not in request)
        structure = api.input(operation).members[member]
        inner = next(iter(structure.members))
        request[member] = {inner: _shaped(structure.members[inner], final)}
    api.call(operation, **request)


def require(live_tags: Mapping[str, str], required: Mapping[str, str] | None, what: str) -> None:
    """Refuse to touch a resource that does not carry the tags which mark it as the caller's."""
    wrong = {key: value for key, value in (required or {}).items() if live_tags.get(key) != value}
    if wrong:
        asked = ", ".join(f"{key}={value}" for key, value in sorted(wrong.items()))
        found = ", ".join(f"{key}={live_tags[key]}" for key in sorted(wrong) if key in live_tags) or "none of them"
        raise EngineError(
            f"{what} exists but is not marked as yours: required_tags asks for {asked}, it carries {found}. "
            "Nothing was changed. Choose another name, or add the tags to adopt it.",
            live_tags=dict(live_tags),
        )


def arn_of(api: Api, live: dict[str, Any], tagging: Tagging) -> str | None:
    """The ARN by which it is tagged; None where that is something else."""
    values = (_value(api, source, live) for source in tagging.target.values())
    return next((value for value in values if str(value).startswith("arn:")), None)


def _value(api: Api, source: str | Callable[[Api, dict[str, Any]], Any], live: dict[str, Any]) -> Any:
    return source(api, live) if callable(source) else live[source]


def _target(api: Api, operation: str, live: dict[str, Any], tagging: Tagging) -> dict[str, Any]:
    shapes = api.input(operation).members
    values = {member: _value(api, source, live) for member, source in tagging.target.items()}
    return {name: [value] if shapes[name].type_name == "list" else value for name, value in values.items()}


def _other_member(api: Api, operation: str, request: dict[str, Any]) -> str:
    """The member that carries the tags or keys: the map or list that the target does not fill."""
    shapes = api.input(operation).members
    return next(name for name, shape in shapes.items() if name not in request and shape.type_name in ("map", "list"))


def _keys(api: Api, operation: str, request: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    # One operation may take both, tags to set and keys to remove.
    named = (name for name in api.members(operation) if name.lower().endswith("tagkeys"))
    member = next(named, None) or _other_member(api, operation, request)
    inner = api.input(operation).members[member].member
    if inner.type_name == "structure":
        return {member: [{_named(inner, "key"): key} for key in keys]}
    return {member: list(keys)}


def _named(structure: Any, word: str) -> str:
    """The member that is called Key, key, TagKey and the like."""
    return next(name for name in structure.members if name.lower().endswith(word))


def _shaped(shape: Any, tags: Mapping[str, str]) -> Any:
    if shape.type_name == "map":
        return dict(tags)
    return _as_list(tags, _named(shape.member, "key"), _named(shape.member, "value"))


def _as_list(tags: Mapping[str, str], key: str, value: str) -> list[dict[str, str]]:
    return [{key: name, value: text} for name, text in tags.items()]


def _as_map(tags: Any) -> dict[str, str]:
    if isinstance(tags, dict):
        return dict(tags)
    return {_ending(item, "key"): _ending(item, "value") or "" for item in tags or []}


def _ending(item: dict[str, Any], word: str) -> Any:
    """The value of Key, key, TagKey and the like."""
    return next((value for name, value in item.items() if name.lower().endswith(word)), None)
