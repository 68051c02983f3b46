# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Comparing the settings and mappings of an OpenSearch index.

The engine answers settings as text, nested where they were given flat, and adds its own. So both sides are brought to
flat names and text, and only what was asked for is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ._engine.context import Context

# Settings that can change on a living index; all others are fixed when it is created.
_DYNAMIC = ("number_of_replicas", "refresh_interval", "max_result_window", "knn.algo_param.ef_search")


def same(wanted: Any, current: Any) -> bool:
    """Whether everything in the wanted schema is so in the current one."""
    return not _differences(wanted, current)


def locked_in(member: str) -> Callable[[Context, dict[str, Any], dict[str, Any]], Iterable[str]]:
    """The hook that says when only a new index can have what I(member) of the request wants.

    Fields that exist keep their type, and static settings their value.
    """

    def locked(context: Context, live: dict[str, Any], changes: dict[str, Any]) -> Iterable[str]:
        if member not in changes:
            return []
        current = _flat(live.get(member))
        fixed = [name for name in _differences(context.wanted[member], live.get(member)) if name in current]
        statics = [name for name in fixed if name.startswith("settings.") and not _is_dynamic(name)]
        return [member] if statics or any(name.startswith("mappings.") for name in fixed) else []

    return locked


def _is_dynamic(name: str) -> bool:
    return name.endswith(_DYNAMIC) or ".slowlog." in name


def _differences(wanted: Any, current: Any) -> list[str]:
    there = _flat(current)
    return [name for name, value in _flat(wanted).items() if there.get(name) != value]


def _flat(schema: Any) -> dict[str, str]:
    """Dotted name -> text. Settings may leave out their first level, index."""
    flat: dict[str, str] = {}
    _walk(schema or {}, "", flat)
    return {_with_index_level(name): value for name, value in flat.items()}


def _with_index_level(name: str) -> str:
    head, _dot, rest = name.partition(".")
    return f"settings.index.{rest}" if head == "settings" and not rest.startswith("index.") else name


def _walk(value: Any, path: str, flat: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            _walk(item, f"{path}.{key}" if path else str(key), flat)
    else:
        flat[path] = str(value).lower() if isinstance(value, bool) else str(value)
