"""Costs and usage: nothing, for each period that is asked for."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation

COSTS = ("AmortizedCost", "BlendedCost", "NetAmortizedCost", "NetUnblendedCost", "UnblendedCost")
QUANTITIES = ("NormalizedUsageAmount", "UsageQuantity")
MOST_GROUPS = 2


def get(call: Call) -> dict[str, Any]:
    unknown = sorted(set(call.params["Metrics"]) - {*COSTS, *QUANTITIES})
    if unknown:
        raise validation(f"Metrics must be some of {', '.join((*COSTS, *QUANTITIES))}, not {', '.join(unknown)}")
    groups = call.params.get("GroupBy", [])
    if len(groups) > MOST_GROUPS:
        raise validation(f"GroupBy can have {MOST_GROUPS} entries")
    if call.params["Granularity"] == "HOURLY":
        raise validation("Hourly data is not enabled for the account")
    total = {metric: {"Amount": "0", "Unit": "USD" if metric in COSTS else "N/A"} for metric in call.params["Metrics"]}
    told = [
        {
            "TimePeriod": {"Start": start.isoformat(), "End": end.isoformat()},
            "Total": {} if groups else total,
            "Groups": [],
            "Estimated": end > call.cloud.timestamp().date(),
        }
        for start, end in periods(call)
    ]
    return call.answer({"ResultsByTime": told, **({"GroupDefinitions": groups} if groups else {})})


def periods(call: Call) -> Iterator[tuple[date, date]]:
    given = call.params["TimePeriod"]
    try:
        start, last = date.fromisoformat(given["Start"]), date.fromisoformat(given["End"])
    except ValueError:
        raise validation("Start and End must be days") from None
    if start >= last:
        raise validation("Start date (and hour) should be before end date (and hour)")
    while start < last:
        after = start + timedelta(days=1) if call.params["Granularity"] == "DAILY" else next_month(start)
        yield start, min(after, last)
        start = after


def next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
