# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Schedules."""

from __future__ import annotations

import datetime
from typing import Any

from .._engine.context import Context
from .._engine.diff import same_time
from .._engine.resource import Resource

Members = dict[str, Any]


def _same_start(wanted: Any, current: Any) -> bool:
    """Whether a schedule starts as wanted; one that has started already need not be told when it was to start."""
    return same_time(wanted, current) or (current is None and _is_over(wanted))


def _is_over(moment: Any) -> bool:
    now = datetime.datetime.now(datetime.UTC)
    given = datetime.datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return (given if given.tzinfo else given.replace(tzinfo=datetime.UTC)) < now


def _update_request(_context: Context, _live: Members, request: Members, changes: Members) -> Members:
    """The update takes the whole schedule, except for a start in the past, which it refuses."""
    if "StartDate" in request and "StartDate" not in changes and _is_over(request["StartDate"]):
        del request["StartDate"]
    return request


RESOURCE = Resource(
    service="scheduler",
    noun="Schedule",
    returns="schedule",
    ids={"Name": "Name", "GroupName": "GroupName"},
    renames={"schedule_state": "State"},
    defaults={"FlexibleTimeWindow": {"Mode": "OFF"}},
    compare={"StartDate": _same_start, "EndDate": same_time},
    update_request=_update_request,
    # IAM takes a moment to spread a new role.
    transient={"ValidationException": "role"},
    name_family="scheduler",
)
