# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What was spent."""

from __future__ import annotations

import datetime
from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.sdk import botocore
from .._engine.shapes import from_api, to_api

RESOURCE = Resource(service="ce", noun="CostAndUsage", returns="results_by_time", create="", update="", delete="")
_OPTIONS = {"granularity": "Granularity", "metrics": "Metrics", "group_by": "GroupBy", "filter": "Filter"}


def look(context: Context) -> dict[str, Any]:
    """Work of ce_cost_usage_info. EngineError: a period that is none, or what the service refuses."""
    start, end = _period(context)
    operation = RESOURCE.operation("read")
    shapes = context.api.input(operation).members
    request: dict[str, Any] = {"TimePeriod": {"Start": start.isoformat(), "End": end.isoformat()}}
    for option, member in _OPTIONS.items():
        if context.params[option] is not None:
            request[member] = to_api(shapes[member], context.params[option], option)
    context.api.check(operation, request)
    try:
        found = context.api.items(operation, "ResultsByTime", **request)
    except botocore.exceptions.ClientError as exception:
        raise failure("read the costs", exception) from exception
    shape = context.api.output(operation).members["ResultsByTime"]
    return {
        "changed": False,
        "results_by_time": from_api(shape, found),
        "total": {metric: _total(found, metric) for metric in context.params["metrics"]},
    }


def _period(context: Context) -> tuple[datetime.date, datetime.date]:
    """From the first of this month to tomorrow, which is not counted any more, where the user says nothing."""
    today = datetime.datetime.now(datetime.UTC).date()
    start = _date(context, "start") or today.replace(day=1)
    end = _date(context, "end") or today + datetime.timedelta(days=1)
    if start >= end:
        raise EngineError(f"start ({start}) must be before end ({end}), which is the first day that does not count.")
    return start, end


def _date(context: Context, option: str) -> datetime.date | None:
    given = context.params[option]
    try:
        return datetime.date.fromisoformat(given) if given else None
    except ValueError as error:
        raise EngineError(f"{option}: {given!r} is no date. Give it as YYYY-MM-DD.") from error


def _total(found: list[dict[str, Any]], metric: str) -> dict[str, Any]:
    """The sum over all periods and groups; with groups, the service tells no total of its own."""
    told = [values for one in found for values in _values(one) if metric in values]
    units = {values[metric]["Unit"] for values in told if values[metric].get("Unit")}
    amount = round(sum(float(values[metric]["Amount"]) for values in told), 10)
    return {"amount": amount, "unit": units.pop() if len(units) == 1 else None}


def _values(one: dict[str, Any]) -> list[dict[str, Any]]:
    return [group["Metrics"] for group in one.get("Groups") or []] or [one.get("Total") or {}]
