"""What the requirements say of Bedrock, asked of the services themselves."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.journey import Target
from tests.e2e.looks.database import outputs


def _guardrail(target: Target) -> dict[str, Any]:
    """The published version, which applications name."""
    ours = outputs(target, "bedrock")
    return target.client("bedrock").get_guardrail(
        guardrailIdentifier=ours["guardrail_id"], guardrailVersion=ours["guardrail_version"]
    )


def _schedules(target: Target) -> dict[str, dict[str, Any]]:
    scheduler, group = target.client("scheduler"), f"{target.prefix}-{target.environment}-bedrock"
    names = [found["Name"] for found in scheduler.list_schedules(GroupName=group)["Schedules"]]
    return {name: scheduler.get_schedule(Name=name, GroupName=group) for name in names}


def _project(target: Target) -> dict[str, Any]:
    arn = outputs(target, "bedrock")["data_automation_project_arn"]
    return target.client("bedrock-data-automation").get_data_automation_project(projectArn=arn)["project"]


def the_knowledge_base_stands_on_the_search_domain(target: Target) -> None:
    """10.a, 10.1.b, 10.1.c: managed OpenSearch holds the vectors, with the dimension that the model gives."""
    base = target.client("bedrock-agent").get_knowledge_base(
        knowledgeBaseId=outputs(target, "bedrock")["knowledge_base_id"]
    )["knowledgeBase"]
    assert base["status"] == "ACTIVE"
    store = base["storageConfiguration"]
    assert store["type"] == "OPENSEARCH_MANAGED_CLUSTER"
    assert store["opensearchManagedClusterConfiguration"]["domainArn"] == outputs(target, "search")["domain_arn"]
    vectors = base["knowledgeBaseConfiguration"]["vectorKnowledgeBaseConfiguration"]
    assert ":foundation-model/" in vectors["embeddingModelArn"]
    told = vectors["embeddingModelConfiguration"]["bedrockEmbeddingModelConfiguration"]
    assert str(told["dimensions"]) == outputs(target, "search")["vector_dimension"]


def it_reads_documents_and_uploads(target: Target) -> None:
    """10.1.a, 10.3.c: two places in the bucket; spreadsheets among the uploads are read here."""
    agent, ours = target.client("bedrock-agent"), outputs(target, "bedrock")
    places = set()
    for name in ("data_source_id", "uploads_data_source_id"):
        source = agent.get_data_source(knowledgeBaseId=ours["knowledge_base_id"], dataSourceId=ours[name])["dataSource"]
        assert source["status"] == "AVAILABLE"
        told = source["dataSourceConfiguration"]["s3Configuration"]
        assert told["bucketArn"].endswith(f":s3:::{outputs(target, 'storage')['documents_bucket']}")
        places |= set(told["inclusionPrefixes"])
    assert len(places) == 2
    assert f"s3://{outputs(target, 'storage')['documents_bucket']}/{sorted(places)[1]}" == ours["uploads_location"]


def each_source_is_read_once_a_day(target: Target) -> None:
    """10.1.d, 17.2.b: with a role that may start jobs of the platform's knowledge base, and nothing else."""
    ours, found = outputs(target, "bedrock"), _schedules(target)
    asked = set()
    for schedule in found.values():
        assert schedule["State"] == "ENABLED"
        assert schedule["ScheduleExpression"].endswith(" * * ? *)")
        assert schedule["Target"]["Arn"].endswith(":scheduler:::aws-sdk:bedrockagent:startIngestionJob")
        request = json.loads(schedule["Target"]["Input"])
        assert request["KnowledgeBaseId"] == ours["knowledge_base_id"]
        asked.add(request["DataSourceId"])
        role = schedule["Target"]["RoleArn"].rpartition("/")[2]
        iam = target.client("iam")
        (name,) = iam.list_role_policies(RoleName=role)["PolicyNames"]
        (statement,) = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]["Statement"]
        assert statement["Action"] == "bedrock:StartIngestionJob"
        assert statement["Condition"]["StringEquals"]["aws:ResourceTag/bidops:platform"] == target.prefix
    assert asked == {ours["data_source_id"], ours["uploads_data_source_id"]}


def there_is_a_profile_for_each_role_of_models(target: Target) -> None:
    """10.b, 10.2.a, 10.2.b, 17.4.d: its tags tell costs apart, and its models can be used."""
    bedrock, ours = target.client("bedrock"), outputs(target, "bedrock")
    offered = {model["modelId"]: model for model in bedrock.list_foundation_models()["modelSummaries"]}
    words = {"fast": "claude-haiku", "chat": "claude-sonnet", "lite": "nova-lite", "micro": "nova-micro"}
    for role, word in words.items():
        profile = bedrock.get_inference_profile(inferenceProfileIdentifier=ours[f"{role}_profile_arn"])
        assert (profile["type"], profile["status"]) == ("APPLICATION", "ACTIVE")
        (model,) = {entry["modelArn"].rpartition("/")[2] for entry in profile["models"]}
        assert word in model
        assert offered[model]["modelLifecycle"]["status"] == "ACTIVE"
        assert (
            bedrock.get_foundation_model_availability(modelId=model)["agreementAvailability"]["status"] == "AVAILABLE"
        )
        tags = bedrock.list_tags_for_resource(resourceARN=profile["inferenceProfileArn"])["tags"]
        assert {"key": "bidops:key", "value": f"model-{role}"} in tags


def the_published_guardrail_filters(target: Target) -> None:
    """10.d, 10.2.c, 10.2.d, 17.4.c"""
    guardrail = _guardrail(target)
    assert guardrail["version"].isdecimal()
    filters = {one["type"]: one for one in guardrail["contentPolicy"]["filters"]}
    assert set(filters) == {"SEXUAL", "VIOLENCE", "HATE", "INSULTS", "MISCONDUCT", "PROMPT_ATTACK"}
    assert all(one["inputStrength"] != "NONE" for one in filters.values())
    assert all(one["outputStrength"] != "NONE" for kind, one in filters.items() if kind != "PROMPT_ATTACK")
    personal = {one["type"]: one["action"] for one in guardrail["sensitiveInformationPolicy"]["piiEntities"]}
    assert personal["EMAIL"] == "ANONYMIZE"
    assert personal["CREDIT_DEBIT_CARD_NUMBER"] == "BLOCK"
    assert guardrail["topicPolicy"]["topics"]
    assert [one["type"] for one in guardrail["wordPolicy"]["managedWordLists"]] == ["PROFANITY"]
    assert {one["type"] for one in guardrail["contextualGroundingPolicy"]["filters"]} == {"GROUNDING", "RELEVANCE"}


def data_automation_writes_structured_json(target: Target) -> None:
    """10.c, 10.3.a, 10.3.c, 10.3.d: every modality is read, documents and calls by blueprints of the platform."""
    project = _project(target)
    assert project["status"] == "COMPLETED"
    standard = project["standardOutputConfiguration"]
    assert set(standard) == {"document", "image", "video", "audio"}
    assert "TRANSCRIPT" in standard["audio"]["extraction"]["category"]["types"]
    types = set()
    for entry in project["customOutputConfiguration"]["blueprints"]:
        automation = target.client("bedrock-data-automation")
        blueprint = automation.get_blueprint(blueprintArn=entry["blueprintArn"])["blueprint"]
        types.add(blueprint["type"])
        assert all("type" in field for field in json.loads(blueprint["schema"])["properties"].values())
    assert types == {"DOCUMENT", "AUDIO"}


def an_upload_is_read_without_a_hand(target: Target) -> None:
    """10.3.a, 10.3.b, 10.3.c: an event of the bucket starts the runbook, which reads there and writes there."""
    events, ssm = target.client("events"), target.client("ssm")
    name = f"{target.prefix}-{target.environment}-uploads"
    bucket = outputs(target, "storage")["documents_bucket"]
    rule = events.describe_rule(Name=name)
    pattern = json.loads(rule["EventPattern"])
    assert rule["State"] == "ENABLED"
    assert pattern["detail"]["bucket"]["name"] == [bucket]
    endings = {one["wildcard"].rpartition(".")[2] for one in pattern["detail"]["object"]["key"]}
    assert endings >= {"pdf", "docx", "mp3", "mp4"}
    assert not endings & {"xls", "xlsx"}
    (started,) = events.list_targets_by_rule(Rule=name)["Targets"]
    runbook = started["Arn"].split("automation-definition/")[1].split(":")[0]
    content = json.loads(ssm.get_document(Name=runbook)["Content"])
    inputs = content["mainSteps"][0]["inputs"]
    ours = outputs(target, "bedrock")
    assert inputs["dataAutomationConfiguration"]["dataAutomationProjectArn"] == ours["data_automation_project_arn"]
    assert inputs["inputConfiguration"]["s3Uri"] == f"s3://{bucket}/{{{{ Key }}}}"
    assert inputs["outputConfiguration"]["s3Uri"] == f"{ours['results_location']}{{{{ Key }}}}"


def what_models_are_asked_is_logged(target: Target) -> None:
    """17.2.d, 17.4.d: where it is switched on, into an encrypted group."""
    told = target.client("bedrock").get_model_invocation_logging_configuration()["loggingConfig"]
    name = told["cloudWatchConfig"]["logGroupName"]
    (group,) = target.client("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    assert group["kmsKeyId"] == outputs(target, "security")["logs_key_arn"]
