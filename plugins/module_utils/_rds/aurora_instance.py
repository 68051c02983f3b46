# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Instances of Aurora clusters."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import Resource
from .._engine.state import FAILED, GONE, PENDING, READY, State
from .._engine.tags import Tagging

Members = dict[str, Any]

_READY = ("available", "stopped", "storage-optimization", "backing-up")
_BROKEN = ("failed", "inaccessible", "incompatible", "restore-error", "storage-full", "insufficient-capacity")


def state(live: Members) -> State:
    """The state by the status; an instance has many words for being changed."""
    status = live.get("DBInstanceStatus") or ""
    if status in _READY:
        return State(READY, status)
    if any(word in status for word in _BROKEN):
        return State(FAILED, status)
    return State(GONE if status in ("deleting", "deleted") else PENDING, status)


def observe(_context: Context, live: Members) -> Members:
    """The live instance in the words of the create request, with what waits for the maintenance window."""
    now = {**live, **(live.get("PendingModifiedValues") or {})}
    groups = [group["DBParameterGroupName"] for group in now.get("DBParameterGroups") or []]
    return {
        **now,
        "DBParameterGroupName": groups[0] if groups else None,
        "EnablePerformanceInsights": now.get("PerformanceInsightsEnabled"),
        "MonitoringInterval": now.get("MonitoringInterval") or 0,
    }


def update_request(context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    return {**request, "ApplyImmediately": context.params["apply_immediately"]}


RESOURCE = Resource(
    service="rds",
    noun="DBInstance",
    returns="instance",
    read="DescribeDBInstances",
    update="ModifyDBInstance",
    listing="DescribeDBInstances",
    wrapper="DBInstances",
    ids={"DBInstanceIdentifier": "DBInstanceIdentifier"},
    renames={"name": "DBInstanceIdentifier"},
    local=("apply_immediately",),
    observe=observe,
    state=state,
    update_sends="changed",
    update_request=update_request,
    tagging=Tagging(target={"ResourceName": "DBInstanceArn"}, tag="AddTagsToResource", untag="RemoveTagsFromResource"),
    name_family="rds_instance",
)
