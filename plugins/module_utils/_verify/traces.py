# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Traces: requirements 13.3."""

from __future__ import annotations

import json

from .broken import need
from .check import Checks, Evidence
from .containers import SERVICES, task_definition
from .live import Live
from .policies import inline, many

TRACES = Checks()


@TRACES.shows("13.b", "13.3.a")
def services_send_traces(live: Live) -> Evidence:
    """A collector of OpenTelemetry stands beside each and may write to X-Ray; X-Ray's own daemon is at its end."""
    collectors = {}
    for name in SERVICES:
        definition = task_definition(live, name)
        found = [one for one in definition["containerDefinitions"] if "otel-collector" in one["image"]]
        need(found, f"no collector of OpenTelemetry stands beside the {name}")
        settings = {one["name"]: one["value"] for one in found[0].get("environment", [])}
        pipelines = json.loads(settings.get("AOT_CONFIG_CONTENT", "{}")).get("service", {}).get("pipelines", {})
        need(pipelines.get("traces", {}).get("exporters"), f"the collector of the {name} sends traces nowhere")
        role = definition["taskRoleArn"].rpartition("/")[2]
        actions = {action for statement in inline(live, role) for action in many(statement["Action"])}
        need("xray:PutTraceSegments" in actions, f"{role} may not write to X-Ray")
        collectors[name] = found[0]["image"]
    return {"collectors": collectors}


@TRACES.shows("13.3.b")
def functions_are_traced(live: Live) -> Evidence:
    """The platform has none of its own; what is added to it is found by its tags."""
    wanted = {"bidops:platform": live.platform, "bidops:environment": live.environment}
    filters = [{"Key": key, "Values": [value]} for key, value in wanted.items()]
    found = live.list(
        "resourcegroupstaggingapi", "GetResources", ResourceTypeFilters=["lambda:function"], TagFilters=filters
    )
    tracing = {}
    for one in found:
        arn = one["ResourceARN"]
        mode = live.ask("lambda", "GetFunction", FunctionName=arn)["Configuration"]["TracingConfig"]["Mode"]
        need(mode == "Active", f"{arn} is traced {mode}, not Active")
        tracing[arn] = mode
    return {"functions": tracing or "the platform has none"}


@TRACES.shows("13.b", "13.3.c")
def traces_are_sampled_grouped_and_drawn(live: Live) -> Evidence:
    """The map of services is drawn from what is sampled, for each group of its own."""
    own = {one["id"] for one in live.some("monitoring", "xray_group")}
    groups = [group for group in live.list("xray", "GetGroups") if group["GroupName"] in own]
    for key in ("trace-group-errors", "trace-group-slow"):
        live.one("monitoring", "xray_group", key)
    named = {one["id"] for one in live.some("monitoring", "xray_sampling_rule", "sampling-services")}
    rules = [record["SamplingRule"] for record in live.list("xray", "GetSamplingRules")]
    sampled = {rule["RuleName"]: rule["FixedRate"] for rule in rules if rule["RuleName"] in named}
    for name, rate in sampled.items():
        need(rate > 0, f"{name} samples no requests")
    return {"groups": {group["GroupName"]: group["FilterExpression"] for group in groups}, "sampled": sampled}
