# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What differs between what the user asked for and what is there.

Only what the user gave is compared (a subset diff), so that what the service fills in can never look like drift:
members of structures that were not given are ignored, and nothing given equals nothing there (None, "", [] and {}).
Maps are the user's own and compare as a whole. Values unknown before a run always count as a change.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ansible_collections.amazon.aws.plugins.module_utils.policy import compare_policies

from .shapes import is_document
from .unknown import has_unknown

Same = Callable[[Any, Any], bool]
_MISSING = object()


def same_policy(wanted: Any, current: Any) -> bool:
    """Whether two IAM policy documents (text or dict) mean the same."""
    wanted, current = _document(wanted), _document(current)
    if not wanted or not current or has_unknown(wanted):
        return (wanted or None) == (current or None)
    return not compare_policies(current, wanted)


def same_json(wanted: Any, current: Any) -> bool:
    """Whether two JSON documents (text or dict) are equal once parsed."""
    return _document(wanted) == _document(current)


def same_set(wanted: Any, current: Any) -> bool:
    """Whether two lists hold the same entries, in whatever order."""
    return sorted(map(_canonical, wanted or [])) == sorted(map(_canonical, current or []))


def same_given(wanted: Any, current: Any) -> bool:
    """Whether a map has all that is wanted, at any depth, whatever else is in it."""
    if isinstance(wanted, dict) and isinstance(current, dict):
        return all(same_given(item, current.get(key)) for key, item in wanted.items())
    return (_empty(wanted) and _empty(current)) or wanted == current


def same_entries(*keys: str) -> Same:
    """Compares lists that are sets, whose entries are told apart by the members I(keys); only what the wanted entries
    say is compared, for the service fills in the rest."""

    def same(wanted: Any, current: Any) -> bool:
        there = {_key(entry, keys): entry for entry in current or []}
        return len(wanted or []) == len(there) and all(
            same_given(entry, there.get(_key(entry, keys))) for entry in wanted
        )

    return same


def same_number(wanted: Any, current: Any) -> bool:
    """Whether two numbers, be they text, are the same: services write 500 as 500.0."""
    try:
        return float(wanted) == float(current)
    except (TypeError, ValueError):
        return bool(wanted == current)


def same_time(wanted: Any, current: Any) -> bool:
    """Whether two points in time, be they text in ISO 8601, are the same. Without a time zone it is UTC."""
    try:
        return bool(_moment(wanted) == _moment(current))
    except ValueError:
        return bool(wanted == current)


def _moment(value: Any) -> Any:
    moment = datetime.datetime.fromisoformat(value) if isinstance(value, str) else value
    naive = isinstance(moment, datetime.datetime) and moment.tzinfo is None
    return moment.replace(tzinfo=datetime.UTC) if naive else moment


def _key(entry: dict[str, Any], keys: Iterable[str]) -> str:
    return _canonical([entry.get(key) for key in keys])


def _always(wanted: Any, current: Any) -> bool:
    return True


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


def _document(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _empty(value: Any) -> bool:
    return value is None or value is _MISSING or (isinstance(value, (str, list, dict, tuple)) and not value)


class Comparison:
    """Compares request members with observed ones.

    I(compare) maps the name of a member, at any depth, to the function that says whether two values of it are the
    same; without one, text that holds a JSON object compares by content and all else by equality.
    Members named in I(ignore) are never compared.
    """

    def __init__(self, compare: Mapping[str, Same] | None = None, ignore: Iterable[str] = ()) -> None:
        self._compare = {**dict.fromkeys(ignore, _always), **(compare or {})}

    def difference(self, shape: Any, wanted: dict[str, Any], current: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
        """The top-level members that differ, each as (before, after) reduced to what the user asked for.

        What compares in a way of its own is shown whole: what was not asked for may count there.
        """
        result = {}
        for member, after in wanted.items():
            before = current.get(member, _MISSING)
            inner = shape.members.get(member) if shape else None
            if not self._same(member, inner, after, before):
                result[member] = (_excerpt(None if member in self._compare else inner, after, before), after)
        return result

    def _same(self, name: str, shape: Any, wanted: Any, current: Any) -> bool:
        if wanted is None or (_empty(wanted) and _empty(current)):
            return True
        if name in self._compare:
            return self._compare[name](wanted, None if current is _MISSING else current)
        if isinstance(wanted, dict) and isinstance(current, dict):
            if _is_structure(shape):
                return all(
                    self._same(key, shape.members.get(key), item, current.get(key, _MISSING))
                    for key, item in wanted.items()
                )
            return self._same_map(shape, wanted, current)
        if isinstance(wanted, (list, tuple)) and isinstance(current, (list, tuple)):
            member = getattr(shape, "member", None)
            return len(wanted) == len(current) and all(
                self._same(name, member, one, other) for one, other in zip(wanted, current, strict=True)
            )
        if isinstance(wanted, str) and isinstance(current, str) and wanted[:1] in ("{", "["):
            return same_json(wanted, current)
        return not has_unknown(wanted) and wanted == current

    def _same_map(self, shape: Any, wanted: dict[str, Any], current: dict[str, Any]) -> bool:
        value = getattr(shape, "value", None)
        return set(wanted) == set(current) and all(
            self._same(key, value, item, current[key]) for key, item in wanted.items()
        )


def _excerpt(shape: Any, wanted: Any, current: Any) -> Any:
    """The part of I(current) that I(wanted) speaks about: what a reader needs to see beside it.

    An empty wish speaks about all of it, for all of it goes.
    """
    if current is _MISSING:
        return None
    if wanted and _is_structure(shape) and isinstance(wanted, dict) and isinstance(current, dict):
        return {
            key: _excerpt(shape.members.get(key), item, current[key]) for key, item in wanted.items() if key in current
        }
    return current


def _is_structure(shape: Any) -> bool:
    return shape is not None and shape.type_name == "structure" and not is_document(shape)
