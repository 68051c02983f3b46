# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Vector indexes of Amazon S3 Vectors."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import Comparison, same_set
from .._engine.resource import Resource
from .._engine.state import PENDING, READY, State
from .._engine.tags import Tagging

Members = dict[str, Any]


def _searches(live: Members) -> list[Members]:
    return (live.get("metadataConfiguration") or {}).get("textSearchConfigurations") or []


def _steps(wanted: list[Members], current: list[Members]) -> tuple[list[str], list[Members]]:
    """The metadata keys that must no longer be searched in the way they are, and the searches to add."""
    before = {entry["metadataKey"]: entry.get("language") for entry in current}
    kept = {
        entry["metadataKey"]
        for entry in wanted
        if entry["metadataKey"] in before
        and entry.get("language", before[entry["metadataKey"]]) == before[entry["metadataKey"]]
    }
    return [key for key in before if key not in kept], [entry for entry in wanted if entry["metadataKey"] not in kept]


def _same_searches(wanted: list[Members] | None, current: list[Members] | None) -> bool:
    return not any(_steps(wanted or [], current or []))


def _update_searches(context: Context, live: Members, wanted: Members) -> None:
    """Take away, then add: one call does not take both."""
    key = {name: live[name] for name in RESOURCE.ids}
    gone, new = _steps(wanted["textSearchConfigurations"], _searches(live))
    if gone:
        entries = [{"metadataKey": name} for name in gone]
        context.api.call("UpdateMetadataConfiguration", **key, delete={"textSearchConfigurations": entries})
    if new:
        context.api.call("UpdateMetadataConfiguration", **key, add={"textSearchConfigurations": new})


def _locked(context: Context, live: Members, changes: Any) -> list[str]:
    """Which metadata keys can be filtered by is settled for good, which can be searched is not."""
    before, after = changes.get("metadataConfiguration", ({}, {}))
    member = "nonFilterableMetadataKeys"
    pick = [{member: side[member]} if member in (side or {}) else {} for side in (after, before)]
    return ["metadataConfiguration"] if Comparison({member: same_set}).difference(None, *pick) else []


def _state(live: Members) -> State:
    """An index is there at once, but text can be searched only when its analyzers are built."""
    building = [entry["metadataKey"] for entry in _searches(live) if entry.get("status") == "BUILDING"]
    return State(PENDING, "BUILDING", f"text search in {', '.join(building)}") if building else State(READY)


RESOURCE = Resource(
    service="s3vectors",
    noun="Index",
    returns="vector_index",
    plural="vector_indexes",
    listing="ListIndexes",
    parents=("vectorBucketName",),
    ids={"vectorBucketName": "vectorBucketName", "indexName": "indexName"},
    renames={"name": "indexName"},
    update="UpdateIndexMode",
    update_sends="changed",
    updaters={"metadataConfiguration": _update_searches},
    locked=_locked,
    compare={"textSearchConfigurations": _same_searches, "nonFilterableMetadataKeys": same_set},
    state=_state,
    tagging=Tagging(target={"resourceArn": "indexArn"}),
    name_family="s3vectors_index",
)
