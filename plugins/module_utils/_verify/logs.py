# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Logs, numbers that are made of them, and dashboards: requirements 13.1 and 13.c."""

from __future__ import annotations

import json
from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live

LOGS = Checks()
# Log groups without which something could not tell what it does, by layer.
GROUPS = {
    "monitoring": ("log-group-application", "log-group-audit"),
    "containers": ("log-group-frontend", "log-group-backend", "log-group-collector"),
}
# What counts errors, how long requests take, and what people do.
METRICS = {"Errors", "RequestDuration", "Conversations", "Answers"}
# What the dashboards show, by their keys.
DASHBOARDS = {"dashboard-platform": "Errors", "dashboard-ai": "OutputTokenCount"}


@LOGS.shows("13.a", "13.1.a")
def services_have_log_groups(live: Live) -> Evidence:
    return {
        key.removeprefix("log-group-"): live.one(layer, "log_group", key)["id"]
        for layer, keys in GROUPS.items()
        for key in keys
    }


@LOGS.shows("13.1.c")
def logs_end(live: Live) -> Evidence:
    days = {name: group.get("retentionInDays") for name, group in _groups(live).items()}
    endless = sorted(name for name, kept in days.items() if not kept)
    need(not endless, f"{', '.join(endless)} {'is' if len(endless) == 1 else 'are'} kept for ever")
    return {"days that logs are kept": days}


@LOGS.shows("13.a", "13.c", "13.1.b")
def what_is_logged_becomes_metrics(live: Live) -> Evidence:
    made = {name: transformation for name, (_pattern, transformation) in metric_filters(live).items()}
    missing = sorted(METRICS - set(made))
    need(not missing, f"no metric filter makes {', '.join(missing)}")
    return {"metrics": {name: transformation["metricNamespace"] for name, transformation in made.items()}}


@LOGS.shows("13.1.d")
def logs_are_structured_and_can_be_asked(live: Live) -> Evidence:
    """Filters take fields out of JSON, and saved queries ask several log groups."""
    of_json = {name: pattern for name, (pattern, _made) in metric_filters(live).items() if pattern.startswith("{")}
    need(of_json, "no metric filter reads structured logs")
    group = live.one("monitoring", "log_group", "log-group-application")["id"]
    found: list[dict[str, Any]] = live.list("logs", "DescribeQueryDefinitions")
    queries = [query["name"] for query in found if group in query.get("logGroupNames", [])]
    for word in ("errors", "one-request"):
        need(any(name.rpartition("/")[2] == word for name in queries), f"{group} has no saved query {word}")
    return {"saved queries": sorted(queries), "patterns": of_json}


@LOGS.shows("13.c")
def dashboards_show_it(live: Live) -> Evidence:
    return {key: dashboard(live, "monitoring", key, word)["id"] for key, word in DASHBOARDS.items()}


def dashboard(live: Live, layer: str, key: str, word: str) -> dict[str, Any]:
    """A dashboard that shows something of that name; Broken when there is none."""
    found = live.one(layer, "cloudwatch_dashboard", key)
    body = live.ask("cloudwatch", "GetDashboard", DashboardName=found["id"])["DashboardBody"]
    need(json.loads(body).get("widgets"), f"{found['id']} is empty")
    need(word in body, f"{found['id']} does not show {word}")
    return found


def metric_filters(live: Live) -> dict[str, tuple[str, dict[str, Any]]]:
    """Pattern and first metric of each filter over the monitoring layer's log groups, by its name."""
    ours = {one["id"] for one in live.some("monitoring", "log_group")}
    return {
        one["filterName"]: (one["filterPattern"], one["metricTransformations"][0])
        for one in live.list("logs", "DescribeMetricFilters")
        if one["logGroupName"] in ours
    }


def _groups(live: Live) -> dict[str, dict[str, Any]]:
    ours = {one["id"] for one in live.resources if one["type"] == "log_group"}
    if not ours:
        raise Broken("the platform has no log groups")
    found: list[dict[str, Any]] = live.list("logs", "DescribeLogGroups")
    return {group["logGroupName"]: group for group in found if group["logGroupName"] in ours}
