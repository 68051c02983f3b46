# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rules of EventBridge, and what they start."""

from __future__ import annotations

import json
from typing import Any

from .._engine.context import Context
from .._engine.diff import same_entries
from .._engine.errors import EngineError
from .._engine.resource import Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_PUT = "PutRule"
_ONLY_TOLD = ("Arn", "CreatedBy", "ManagedBy")


def _sendable(_context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    return {name: value for name, value in request.items() if name not in _ONLY_TOLD}


def same_json(wanted: str, current: str | None) -> bool:
    """Whether two texts of JSON say the same."""
    return current is not None and json.loads(wanted) == json.loads(current)


def _place(live: Members) -> Members:
    return {"Rule": live["Name"], "EventBusName": live.get("EventBusName", "default")}


def _targets(context: Context, live: Members) -> list[Members]:
    return context.api.items("ListTargetsByRule", "Targets", **_place(live))


def _set_targets(context: Context, live: Members, current: list[Members], wanted: list[Members]) -> None:
    """Those that are no longer wanted go first: a rule has five at most."""
    kept = {target["Id"] for target in wanted}
    gone = [target["Id"] for target in current or [] if target["Id"] not in kept]
    if gone:
        _all_done(context, "RemoveTargets", **_place(live), Ids=gone)
    if wanted:
        _all_done(context, "PutTargets", **_place(live), Targets=wanted)


def _all_done(context: Context, operation: str, **request: Any) -> None:
    """Each target can fail by itself, in an answer that is none of an error."""
    failed = context.api.call(operation, **request).get("FailedEntries") or []
    if failed:
        told = "; ".join(f"{entry['TargetId']}: {entry['ErrorCode']}: {entry['ErrorMessage']}" for entry in failed)
        raise EngineError(f"Targets of {context.what} could not be changed. {told}")


def _without_targets(context: Context, live: Members) -> None:
    _set_targets(context, live, _targets(context, live), [])


RESOURCE = Resource(
    service="events",
    noun="Rule",
    returns="rule",
    create=_PUT,
    read="DescribeRule",
    update=_PUT,
    ids={"Name": "Name", "EventBusName": "EventBusName"},
    renames={"rule_state": "State"},
    compare={"EventPattern": same_json},
    update_request=_sendable,
    before_delete=_without_targets,
    facets=(Facet("targets", _targets, _set_targets, "PutTargets.Targets", same_entries("Id")),),
    tagging=Tagging(target={"ResourceARN": "Arn"}),
    name_family="events_rule",
)
