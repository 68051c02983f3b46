# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Flows, and the preparation that each change of them needs."""

from __future__ import annotations

from typing import Any

from .._engine import lookup
from .._engine.changes import changed_members
from .._engine.context import Context
from .._engine.resource import ByList, Facet, Resource
from .._engine.state import FAILED, State, from_status, wait_until_ready
from .._engine.tags import Tagging

_PREPARED = "Prepared"


def _state(live: dict[str, Any]) -> State:
    """A flow that failed says why in its validations."""
    state = from_status(live, "status")
    if state.kind != FAILED:
        return state
    errors = [found["message"] for found in live.get("validations") or [] if found.get("severity") == "Error"]
    return State(FAILED, state.status, "; ".join(errors))


def _is_prepared(context: Context, live: dict[str, Any]) -> bool | None:
    """Whether the flow is prepared, and still will be when this run has changed it."""
    return (live.get("status") == _PREPARED and not changed_members(context, live)) or None


def _prepare(context: Context, live: dict[str, Any], _current: Any, wanted: bool) -> None:
    if wanted:
        context.api.call("PrepareFlow", flowIdentifier=live["id"])
        wait_until_ready(context.what, lambda: lookup.refresh(context, live), RESOURCE.state_of, context.deadline())


RESOURCE = Resource(
    service="bedrock-agent",
    noun="Flow",
    returns="flow",
    find=ByList(match={"name": "name"}),
    ids={"flowIdentifier": "id"},
    state=_state,
    facets=(
        Facet("prepare", _is_prepared, _prepare, same=lambda wanted, current: not wanted or bool(current), told=False),
    ),
    tagging=Tagging(target={"resourceArn": "arn"}),
    # IAM takes a moment to spread a new role.
    transient={"ValidationException": "role"},
    name_family="bedrock_flow",
)
