# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rules, what mends what breaks them, runbooks, and how changes are followed: requirements 17.c, 17.d and 17.1."""

from __future__ import annotations

import json
from typing import Any

from .broken import need
from .check import Checks, Evidence
from .live import Live
from .logs import dashboard

COMPLIANCE = Checks()
# Encryption, access, records and backups: without one of these rules nobody looks after that.
RULES = (
    "buckets-over-tls",
    "buckets-with-kms",
    "databases-encrypted",
    "databases-backed-up",
    "no-admin-policies",
    "keys-rotated",
    "images-scanned",
    "trail-validated",
)
RUNBOOKS = ("restart-service", "scale-out", "restore-database", "rotate-secret", "isolate-agent")
# The namespaces of metrics that watch the infrastructure, by the layer that they are about.
WATCHED = {
    "load_balancing": "AWS/ApplicationELB",
    "containers": "AWS/ECS",
    "database": "AWS/RDS",
    "search": "AWS/ES",
}


@COMPLIANCE.shows("17.c", "17.1.d")
def what_changes_is_recorded(live: Live) -> Evidence:
    """The configuration of everything, over time."""
    name = live.one("compliance", "config_recorder")["id"]
    found = [one for one in live.list("config", "DescribeConfigurationRecorders") if one["name"] == name]
    need(found, f"the recorder {name} is gone")
    group = found[0].get("recordingGroup", {})
    need(group.get("allSupported"), f"the recorder {name} leaves out all but {group.get('resourceTypes')}")
    states = live.list("config", "DescribeConfigurationRecorderStatus")
    need(any(one["name"] == name and one["recording"] for one in states), f"the recorder {name} is stopped")
    return {"recorder": name}


@COMPLIANCE.shows("17.1.d")
def who_changes_it_is_recorded(live: Live) -> Evidence:
    return {"who changed it": working_trail(live)["TrailARN"]}


@COMPLIANCE.shows("17.c")
def resources_are_held_against_rules(live: Live) -> Evidence:
    ours = {live.one("compliance", "config_rule", f"rule-{key}")["id"] for key in RULES}
    rules = [rule for rule in live.list("config", "DescribeConfigRules") if rule["ConfigRuleName"] in ours]
    asleep = [rule["ConfigRuleName"] for rule in rules if rule["ConfigRuleState"] != "ACTIVE"]
    need(not asleep, f"{', '.join(asleep)} of AWS Config are not active")
    return {"rules": len(live.all("compliance", "config_rule"))}


@COMPLIANCE.shows("17.c")
def what_is_recorded_is_delivered(live: Live) -> Evidence:
    name = live.one("compliance", "config_recorder")["id"]
    channels = [one for one in live.list("config", "DescribeDeliveryChannels") if one["name"] == name]
    need(channels, f"the recorder {name} has no delivery channel")
    ours = {one["id"] for one in live.some("storage", "s3_bucket")}
    bucket = channels[0]["s3BucketName"]
    need(bucket in ours, f"the recorder {name} delivers to {bucket}, which is not the platform's")
    return {"records go to": bucket}


@COMPLIANCE.shows("17.1.a")
def the_infrastructure_is_watched(live: Live) -> Evidence:
    """Each part that is there by some alarm; a dashboard shows them together."""
    shown = dashboard(live, "monitoring", "dashboard-platform", "alarm")["id"]
    there = {one["layer"] for one in live.resources}
    ours = {one["id"] for one in live.some("monitoring", "cloudwatch_alarm")}
    found = live.list("cloudwatch", "DescribeAlarms", "MetricAlarms", AlarmTypes=["MetricAlarm"])
    namespaces = [alarm.get("Namespace") for alarm in found if alarm["AlarmName"] in ours]
    numbers = {layer: namespaces.count(namespace) for layer, namespace in WATCHED.items() if layer in there}
    unwatched = sorted(layer for layer, number in numbers.items() if not number)
    need(not unwatched, f"no alarm watches {', '.join(unwatched)}")
    return {"alarms by what they watch": numbers, "dashboard of the platform": shown}


@COMPLIANCE.shows("17.d", "17.1.b")
def there_are_runbooks(live: Live) -> Evidence:
    """Each says what it is for and has steps."""
    described = {}
    for key in RUNBOOKS:
        name = live.one("compliance", "ssm_document", f"runbook-{key}")["id"]
        document = live.ask("ssm", "GetDocument", Name=name)
        content = json.loads(document["Content"])
        need(document["DocumentType"] == "Automation", f"{name} is no runbook but a {document['DocumentType']}")
        need(content.get("mainSteps") and content.get("description"), f"{name} has no steps, or does not say what for")
        described[name] = content["description"]
    return {"runbooks": described}


@COMPLIANCE.shows("17.1.c")
def what_breaks_a_rule_is_mended(live: Live) -> Evidence:
    role = live.one("security", "iam_role", "role-automation")["arn"]
    mended = {}
    for key in ("rule-buckets-not-read-by-all", "rule-buckets-not-written-by-all"):
        rule = live.one("compliance", "config_rule", key)["id"]
        found = live.ask("config", "DescribeRemediationConfigurations", ConfigRuleNames=[rule])
        need(found["RemediationConfigurations"], f"nothing mends what breaks {rule}")
        remediation = found["RemediationConfigurations"][0]
        acting = remediation["Parameters"].get("AutomationAssumeRole", {}).get("StaticValue", {}).get("Values", [])
        need(remediation.get("Automatic"), f"what breaks {rule} is mended only when somebody says so")
        need(acting == [role], f"what mends {rule} acts as {acting}, not as {role}")
        mended[rule] = remediation["TargetId"]
    return {"what mends": mended}


def working_trail(live: Live) -> dict[str, Any]:
    """The platform's trail; Broken when it does not log."""
    arn = live.one("compliance", "trail")["arn"]
    found: dict[str, Any] = live.ask("cloudtrail", "GetTrail", Name=arn)["Trail"]
    need(live.ask("cloudtrail", "GetTrailStatus", Name=arn)["IsLogging"], f"{arn} is stopped")
    return found
