# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Bedrock: requirements 10."""

from __future__ import annotations

import json
from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live

BEDROCK = Checks()
LAYER = "bedrock"
HARMFUL = ("SEXUAL", "VIOLENCE", "HATE", "INSULTS", "MISCONDUCT")
MODALITIES = ("document", "image", "audio", "video")


@BEDROCK.shows("10.a", "10.1.b")
def the_knowledge_base_keeps_vectors_in_opensearch(live: Live) -> Evidence:
    base = the_knowledge_base(live)
    need(base["status"] == "ACTIVE", f"the knowledge base {base['knowledgeBaseId']} is {base['status']}")
    domain = base["storageConfiguration"].get("opensearchManagedClusterConfiguration", {}).get("domainArn")
    need(domain, f"{base['knowledgeBaseId']} keeps its vectors in {base['storageConfiguration']['type']}")
    ours = live.one("search", "opensearch_domain")["arn"]
    need(domain == ours, f"{base['knowledgeBaseId']} keeps its vectors in {domain}, not {ours}")
    return {"knowledge_base": base["knowledgeBaseId"], "domain": domain}


@BEDROCK.shows("10.a", "10.1.a")
def the_knowledge_base_reads_a_bucket(live: Live) -> Evidence:
    sources = data_sources(live)
    bucket = the_documents_bucket(live)
    for source in sources:
        place = source["dataSourceConfiguration"].get("s3Configuration", {}).get("bucketArn", "no bucket")
        need(place.endswith(f":::{bucket}"), f"the data source {source['name']} reads {place}, not {bucket}")
        need(source["status"] == "AVAILABLE", f"the data source {source['name']} is {source['status']}")
    return {"data_sources": [source["dataSourceId"] for source in sources], "bucket": bucket}


@BEDROCK.shows("10.1.c")
def documents_are_embedded_by_a_model(live: Live) -> Evidence:
    vectors = the_knowledge_base(live)["knowledgeBaseConfiguration"].get("vectorKnowledgeBaseConfiguration", {})
    model = vectors.get("embeddingModelArn")
    need(model, "the knowledge base names no model of embeddings")
    told = vectors.get("embeddingModelConfiguration", {}).get("bedrockEmbeddingModelConfiguration", {})
    need(told.get("dimensions"), f"the knowledge base does not say how many dimensions {model} gives")
    return {"embedding_model": model, "dimensions": told["dimensions"]}


@BEDROCK.shows("10.1.d")
def every_data_source_is_read_once_a_day(live: Live) -> Evidence:
    base, synced = the_knowledge_base(live)["knowledgeBaseId"], {}
    group = live.one(LAYER, "schedule_group")["id"]
    for summary in live.list("scheduler", "ListSchedules", GroupName=group):
        schedule = live.ask("scheduler", "GetSchedule", Name=summary["Name"], GroupName=group)
        request = _sync_of(schedule)
        if request.get("KnowledgeBaseId") == base and schedule["State"] == "ENABLED" and _daily(schedule):
            synced[request.get("DataSourceId")] = schedule["ScheduleExpression"]
    for source in data_sources(live):
        need(source["dataSourceId"] in synced, f"no schedule reads the data source {source['name']} once a day")
    return {f"schedule of {source}": expression for source, expression in synced.items()}


@BEDROCK.shows("10.b")
def each_role_of_models_has_a_profile_that_can_be_called(live: Live) -> Evidence:
    found = live.some(LAYER, "bedrock_inference_profile", "model-")
    return {one["key"]: [one["id"], *_callable(live, one)] for one in found}


@BEDROCK.shows("10.b", "10.2.b")
def nova_micro_and_lite_can_be_called(live: Live) -> Evidence:
    evidence: dict[str, Any] = {}
    profiles = live.some(LAYER, "bedrock_inference_profile", "model-")
    for word in ("nova-micro", "nova-lite"):
        found = [one for one in profiles if word in _models(live, one)[0]]
        need(found, f"no profile leads to {word}")
        evidence[word] = [found[0]["id"], *_callable(live, found[0])]
    return evidence


@BEDROCK.shows("10.d", "10.2.c")
def the_published_guardrail_filters_content(live: Live) -> Evidence:
    guardrail = the_guardrail(live)
    _filtered(guardrail, "PROMPT_ATTACK", ("inputStrength",))
    return {**_named(guardrail), "filters": _strengths(guardrail)}


@BEDROCK.shows("10.2.d")
def the_published_guardrail_stops_toxicity_and_personal_data(live: Live) -> Evidence:
    guardrail = the_guardrail(live)
    for kind in HARMFUL:
        _filtered(guardrail, kind, ("inputStrength", "outputStrength"))
    acts = {
        one["type"]: one["action"]
        for one in guardrail.get("sensitiveInformationPolicy", {}).get("piiEntities", [])
        if one["action"] != "NONE"
    }
    need(acts, f"the newest version of {guardrail['guardrailId']} lets all personal data through")
    return {**_named(guardrail), "personal data": acts}


@BEDROCK.shows("10.c", "10.3.a")
def an_upload_starts_data_automation(live: Live) -> Evidence:
    rule, step = _rule(live), _step(live)
    need(rule["State"] == "ENABLED", f"the rule {rule['Name']} is {rule['State']}")
    wanted, project = step["dataAutomationConfiguration"]["dataAutomationProjectArn"], the_project(live)["projectArn"]
    need(wanted == project, f"the runbook has uploads read by {wanted}, not {project}")
    return {"rule": rule["Arn"], "project": project, "profile": step["dataAutomationProfileArn"]}


@BEDROCK.shows("10.3.b")
def data_automation_reads_and_writes_the_bucket(live: Live) -> Evidence:
    bucket, step = the_documents_bucket(live), _step(live)
    told = live.ask("s3", "GetBucketNotificationConfiguration", Bucket=bucket)
    need("EventBridgeConfiguration" in told, f"{bucket} does not tell EventBridge of uploads")
    watched = json.loads(_rule(live)["EventPattern"])["detail"]["bucket"]["name"]
    need(watched == [bucket], f"uploads are looked for in {watched}, not {bucket}")
    places = {side: step[f"{side}Configuration"]["s3Uri"] for side in ("input", "output")}
    for side, place in places.items():
        need(place.startswith(f"s3://{bucket}/"), f"the {side} of data automation is {place}, not in {bucket}")
    need(places["input"] != places["output"], f"data automation writes where it reads, {places['input']}")
    return places


@BEDROCK.shows("10.3.d")
def results_are_structured_json(live: Live) -> Evidence:
    """Standard output is JSON for every modality; blueprints say which fields it has."""
    project, evidence = the_project(live), {}
    lacking = [word for word in MODALITIES if word not in project["standardOutputConfiguration"]]
    need(not lacking, f"{project['projectArn']} has no output for {', '.join(lacking)}")
    used = [entry["blueprintArn"] for entry in project.get("customOutputConfiguration", {}).get("blueprints", [])]
    ours = live.some(LAYER, "data_automation_blueprint", "blueprint-")
    for one in ours:
        need(one["arn"] in used, f"{project['projectArn']} does not use the blueprint {one['id']}")
        blueprint = live.ask("bedrock-data-automation", "GetBlueprint", blueprintArn=one["arn"])["blueprint"]
        fields = json.loads(blueprint["schema"]).get("properties", {})
        need(fields, f"the blueprint {one['id']} has no fields")
        evidence[one["id"]] = sorted(fields)
    return evidence


def the_knowledge_base(live: Live) -> dict[str, Any]:
    identity = live.one(LAYER, "bedrock_knowledge_base")["id"]
    return live.ask("bedrock-agent", "GetKnowledgeBase", knowledgeBaseId=identity)["knowledgeBase"]


def data_sources(live: Live) -> list[dict[str, Any]]:
    base = the_knowledge_base(live)["knowledgeBaseId"]
    found = live.list("bedrock-agent", "ListDataSources", knowledgeBaseId=base)
    need(found, f"the knowledge base {base} has no data source")
    ids = [one["dataSourceId"] for one in found]
    return [
        live.ask("bedrock-agent", "GetDataSource", knowledgeBaseId=base, dataSourceId=one)["dataSource"] for one in ids
    ]


def the_documents_bucket(live: Live) -> str:
    return live.one("storage", "s3_bucket", "bucket-documents")["id"]


def the_guardrail(live: Live) -> dict[str, Any]:
    """The newest version: the draft is nothing that applications name."""
    identity = live.one(LAYER, "bedrock_guardrail")["id"]
    listed = live.list("bedrock", "ListGuardrails", guardrailIdentifier=identity)
    versions = [int(one["version"]) for one in listed if one["version"].isdecimal()]
    need(versions, f"the guardrail {identity} has no published version")
    return live.ask("bedrock", "GetGuardrail", guardrailIdentifier=identity, guardrailVersion=str(max(versions)))


def the_project(live: Live) -> dict[str, Any]:
    arn = live.one(LAYER, "data_automation_project")["arn"]
    return live.ask("bedrock-data-automation", "GetDataAutomationProject", projectArn=arn)["project"]


def _sync_of(schedule: dict[str, Any]) -> dict[str, Any]:
    """What a schedule asks of the knowledge base; nothing, when it does something else."""
    if not schedule["Target"]["Arn"].endswith(":aws-sdk:bedrockagent:startIngestionJob"):
        return {}
    return json.loads(schedule["Target"].get("Input") or "{}")


def _daily(schedule: dict[str, Any]) -> bool:
    """rate(1 day), or a cron expression of one minute and hour on any day."""
    expression = schedule["ScheduleExpression"]
    parts = expression.removeprefix("cron(").removesuffix(")").split()
    at_one_time = len(parts) == 6 and parts[0].isdecimal() and parts[1].isdecimal()
    any_day = parts[2:] in (["*", "*", "?", "*"], ["?", "*", "*", "*"])
    return expression in ("rate(1 day)", "rate(24 hours)") or (at_one_time and any_day)


def _models(live: Live, profile: dict[str, str]) -> list[str]:
    told = live.ask("bedrock", "GetInferenceProfile", inferenceProfileIdentifier=profile["arn"])
    need(told["status"] == "ACTIVE", f"the profile {profile['key']} is {told['status']}")
    return sorted({model["modelArn"].rpartition("/")[2] for model in told["models"]})


def _callable(live: Live, profile: dict[str, str]) -> list[str]:
    """The models behind a profile, each of them offered here, agreed to and not yet ended."""
    offered = {model["modelId"] for model in live.list("bedrock", "ListFoundationModels")}
    models = _models(live, profile)
    for model in models:
        need(model in offered, f"{model} of the profile {profile['key']} is not offered in {live.region}")
        told = live.ask("bedrock", "GetFoundationModelAvailability", modelId=model)
        states = {
            "agreement": told["agreementAvailability"]["status"],
            "authorization": told["authorizationStatus"],
            "region": told["regionAvailability"],
        }
        bad = {name: state for name, state in states.items() if state not in ("AVAILABLE", "AUTHORIZED")}
        if bad:
            why = ", ".join(f"{name} {state}" for name, state in bad.items())
            raise Broken(f"{model} cannot be called: {why}. bedrock_model_agreements makes agreements")
    return models


def _filtered(guardrail: dict[str, Any], kind: str, sides: tuple[str, ...]) -> None:
    filters = {one["type"]: one for one in guardrail.get("contentPolicy", {}).get("filters", [])}
    strengths = [filters.get(kind, {}).get(side, "NONE") for side in sides]
    where = f"the newest version of {guardrail['guardrailId']}"
    need("NONE" not in strengths, f"{where} does not filter {kind}")


def _strengths(guardrail: dict[str, Any]) -> dict[str, str]:
    return {one["type"]: one["inputStrength"] for one in guardrail["contentPolicy"]["filters"]}


def _named(guardrail: dict[str, Any]) -> Evidence:
    return {"guardrail": guardrail["guardrailId"], "version": guardrail["version"]}


def _rule(live: Live) -> dict[str, Any]:
    return live.ask("events", "DescribeRule", Name=live.one(LAYER, "events_rule")["id"])


def _step(live: Live) -> dict[str, Any]:
    """What the runbook that the rule starts asks of data automation."""
    rule = _rule(live)["Name"]
    started = [target["Arn"] for target in live.ask("events", "ListTargetsByRule", Rule=rule)["Targets"]]
    runbook = live.one(LAYER, "ssm_document", "runbook-process-upload")["id"]
    need(any(f":automation-definition/{runbook}:" in arn for arn in started), f"{rule} starts {started}, not {runbook}")
    content = json.loads(live.ask("ssm", "GetDocument", Name=runbook)["Content"])
    asked = [step["inputs"] for step in content["mainSteps"] if step["action"] == "aws:executeAwsApi"]
    ours = [one for one in asked if one["Api"] == "InvokeDataAutomationAsync"]
    need(ours, f"the runbook {runbook} does not call data automation")
    return ours[0]
