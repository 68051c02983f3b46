# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Strategies of an AgentCore memory: three forms of the same thing in create, read and update.

Creating takes a list of unions, one member a kind of strategy. Reading gives a flat list with a type. Updating takes
what to add, modify and delete, by id.
"""

from __future__ import annotations

from typing import Any

from .._engine.diff import Comparison

_KINDS = {
    "SEMANTIC": "semanticMemoryStrategy",
    "SUMMARIZATION": "summaryMemoryStrategy",
    "USER_PREFERENCE": "userPreferenceMemoryStrategy",
    "EPISODIC": "episodicMemoryStrategy",
    "CUSTOM": "customMemoryStrategy",
}
_SHARED = ("name", "description", "namespaces", "namespaceTemplates", "memoryRecordSchema")
_UNREADABLE = ("configuration", "reflectionConfiguration")  # given and read back in different forms
_MODIFIABLE = ("description", "namespaces", "namespaceTemplates", "memoryRecordSchema", "recordExpirySpecification")
_NO_EXPIRY = {"action": "REMOVE"}

_comparison = Comparison(ignore=_UNREADABLE)


def observe(context: Any, live: dict[str, Any]) -> dict[str, Any]:
    """The live memory with its strategies in the form of the create request."""
    return {**live, "memoryStrategies": [_as_created(strategy) for strategy in _present(live)]}


def same(wanted: Any, current: Any) -> bool:
    """Whether two lists of strategies, in the form of the create request, mean the same, whatever their order."""
    mine, theirs = _by_name(wanted), _by_name(current)
    return set(mine) == set(theirs) and not any(_differs(mine[name], theirs[name]) for name in mine)


def update_request(
    context: Any, live: dict[str, Any], request: dict[str, Any], changes: dict[str, tuple[Any, Any]]
) -> dict[str, Any]:
    """The update request with the strategies as additions, modifications and deletions."""
    request.pop("memoryStrategies", None)
    if "memoryStrategies" not in changes:
        return request
    wanted = context.wanted["memoryStrategies"]
    mine, theirs = _by_name(wanted), _by_name(observe(context, live)["memoryStrategies"])
    ids = {strategy["name"]: strategy["strategyId"] for strategy in _present(live)}
    # A strategy that changed its kind keeps nothing: it is deleted and added.
    kept = {name for name in mine if name in theirs and mine[name][0] == theirs[name][0]}
    work = {
        "addMemoryStrategies": [entry for entry in wanted if _name(entry) not in kept],
        "modifyMemoryStrategies": [
            {"memoryStrategyId": ids[name], **{key: mine[name][1][key] for key in _MODIFIABLE if key in mine[name][1]}}
            for name in sorted(kept)
            if _differs(mine[name], theirs[name])
        ],
        "deleteMemoryStrategies": [{"memoryStrategyId": ids[name]} for name in sorted(set(theirs) - kept)],
    }
    request["memoryStrategies"] = {key: entries for key, entries in work.items() if entries}
    return request


def _present(live: dict[str, Any]) -> list[dict[str, Any]]:
    return [strategy for strategy in live.get("strategies") or [] if strategy.get("status") != "DELETING"]


def _as_created(strategy: dict[str, Any]) -> dict[str, Any]:
    body = {key: strategy[key] for key in _SHARED if strategy.get(key)}
    if strategy.get("recordExpiryDurationDays"):
        body["recordExpirySpecification"] = {"recordExpiryDurationDays": strategy["recordExpiryDurationDays"]}
    return {_KINDS.get(strategy["type"], strategy["type"]): body}


def _name(entry: dict[str, Any]) -> str:
    return next(iter(entry.values()))["name"]


def _by_name(entries: Any) -> dict[str, tuple[str, dict[str, Any]]]:
    """Name -> (kind, body)."""
    return {body["name"]: (kind, body) for entry in entries or [] for kind, body in entry.items()}


def _differs(mine: tuple[str, dict[str, Any]], theirs: tuple[str, dict[str, Any]]) -> bool:
    wanted = {key: {} if value == _NO_EXPIRY else value for key, value in mine[1].items()}
    return mine[0] != theirs[0] or bool(_comparison.difference(None, wanted, theirs[1]))
