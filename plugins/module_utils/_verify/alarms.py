# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Alarms and whom they tell: requirements 13.2."""

from __future__ import annotations

import json
from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live
from .policies import allowed, principals

ALARMS = Checks()
# What says that something is out of order, or runs short, by the layer that it watches. "monitoring" is the
# application, by what it logs.
CRITICAL = {
    "monitoring": ("application-errors",),
    "load_balancing": ("frontend-unhealthy", "backend-unhealthy"),
    "containers": ("frontend-not-running", "backend-not-running"),
    "database": ("database-cpu",),
    "search": ("search-red",),
    "bedrock": ("models-failing",),
    "agentcore": ("agent-failing",),
}
WARNING = {
    "monitoring": ("application-latency",),
    "load_balancing": ("frontend-latency", "backend-latency"),
    "containers": ("frontend-cpu", "frontend-memory", "backend-cpu", "backend-memory"),
    "database": ("database-capacity", "database-connections"),
    "search": ("search-cpu", "search-memory"),
    "bedrock": ("models-slow",),
    "agentcore": ("agent-slow",),
}
PUBLISHERS = {"cloudwatch.amazonaws.com", "budgets.amazonaws.com"}


@ALARMS.shows("13.a", "13.2.a")
def what_is_out_of_order_sets_off_an_alarm(live: Live) -> Evidence:
    return {"critical alarms": [alarm["AlarmName"] for alarm in _watching(live, CRITICAL)]}


@ALARMS.shows("13.2.a")
def one_alarm_tells_of_all_that_are_critical(live: Live) -> Evidence:
    health = live.one("monitoring", "cloudwatch_composite_alarm", "alarm-health")["id"]
    found = live.list("cloudwatch", "DescribeAlarms", "CompositeAlarms", AlarmTypes=["CompositeAlarm"])
    rule = next(alarm["AlarmRule"] for alarm in found if alarm["AlarmName"] == health)
    left_out = [name for name in _names(live, CRITICAL) if f'"{name}"' not in rule]
    need(not left_out, f"{health} does not follow {', '.join(left_out)}")
    return {"alarm of alarms": health}


@ALARMS.shows("13.a", "13.2.b")
def what_runs_short_sets_off_an_alarm(live: Live) -> Evidence:
    return {"warning alarms": [alarm["AlarmName"] for alarm in _watching(live, WARNING)]}


@ALARMS.shows("13.d", "13.2.d")
def alarms_tell_somebody(live: Live) -> Evidence:
    """Each leads to a topic of the platform, and those that are critical to the one for that."""
    topics = {one["id"] for one in live.some("monitoring", "sns_topic")}
    critical = live.one("monitoring", "sns_topic", "topic-critical")["id"]
    urgent = set(_names(live, CRITICAL))
    for name, alarm in alarms(live).items():
        told = set(alarm["AlarmActions"]) & ({critical} if name in urgent else topics)
        need(alarm["ActionsEnabled"], f"the actions of {name} are disabled")
        need(told, f"{name} tells {alarm['AlarmActions'] or 'nobody'}")
    return {"topics": sorted(topics), "alarms that lead there": len(alarms(live))}


@ALARMS.shows("13.d", "13.2.d")
def topics_are_encrypted_and_closed(live: Live) -> Evidence:
    """Only services of AWS publish, and they may use the key."""
    keys = {}
    for topic in live.some("monitoring", "sns_topic"):
        about = live.ask("sns", "GetTopicAttributes", TopicArn=topic["id"])["Attributes"]
        need(about.get("KmsMasterKeyId"), f"{topic['id']} is not encrypted with a key")
        publishers = principals(allowed(about["Policy"]))
        others = sorted(one for one in publishers if not one.endswith(".amazonaws.com"))
        need(not others, f"{topic['id']} lets {', '.join(others)} publish")
        need(publishers >= PUBLISHERS, f"{topic['id']} lets only {sorted(publishers)} publish")
        keys[topic["id"]] = about["KmsMasterKeyId"]
    for key in set(keys.values()):
        policy = live.ask("kms", "GetKeyPolicy", KeyId=key, PolicyName="default")["Policy"]
        users = principals([one for one in allowed(json.loads(policy)) if "Service" in one["Principal"]])
        need(
            users >= PUBLISHERS, f"{key} can be used by {sorted(users)}: alarms do not get into topics that it encrypts"
        )
    return {"keys of topics": keys}


def alarms(live: Live) -> dict[str, dict[str, Any]]:
    """The alarms of the layer monitoring by their names."""
    ours = {one["id"] for one in live.some("monitoring", "cloudwatch_alarm")}
    found = live.list("cloudwatch", "DescribeAlarms", "MetricAlarms", AlarmTypes=["MetricAlarm"])
    return {alarm["AlarmName"]: alarm for alarm in found if alarm["AlarmName"] in ours}


def alarm(live: Live, key: str) -> dict[str, Any]:
    """One of them; Broken when it is not there."""
    return alarms(live)[live.one("monitoring", "cloudwatch_alarm", f"alarm-{key}")["id"]]


def _watching(live: Live, wanted: dict[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """The alarms that are wanted for the layers that are there."""
    there = {one["layer"] for one in live.resources}
    found = [alarm(live, key) for layer, keys in wanted.items() if layer in there for key in keys]
    if not found:
        raise Broken("there is nothing to watch")
    return found


def _names(live: Live, wanted: dict[str, tuple[str, ...]]) -> list[str]:
    """The names of those of them that are there."""
    keys = {f"alarm-{key}" for keys in wanted.values() for key in keys}
    return [one["id"] for one in live.some("monitoring", "cloudwatch_alarm") if one["key"] in keys]
