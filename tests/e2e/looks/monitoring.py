"""What the layer monitoring promises, asked of the services themselves."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.journey import Target


def _start(target: Target) -> str:
    return f"{target.prefix}-{target.environment}-"


def _groups(target: Target) -> dict[str, Any]:
    prefix = f"/{target.prefix}/{target.environment}/"
    found = target.client("logs").describe_log_groups(logGroupNamePrefix=prefix)["logGroups"]
    return {group["logGroupName"].removeprefix(prefix): group for group in found}


def _alarms(target: Target) -> dict[str, Any]:
    start = _start(target)
    pages = target.client("cloudwatch").get_paginator("describe_alarms").paginate(AlarmNamePrefix=start)
    return {alarm["AlarmName"].removeprefix(start): alarm for page in pages for alarm in page["MetricAlarms"]}


def _topics(target: Target) -> dict[str, dict[str, str]]:
    sns = target.client("sns")
    arns = {topic["TopicArn"].rsplit(":", 1)[1]: topic["TopicArn"] for topic in sns.list_topics()["Topics"]}
    return {
        key: sns.get_topic_attributes(TopicArn=arns[f"{_start(target)}{key}"])["Attributes"]
        for key in ("critical", "warning")
    }


def every_log_group_is_encrypted_and_ends(target: Target) -> None:
    """13.1.a, 13.1.c: log groups for application and audit, each with a key and a retention."""
    groups = _groups(target)
    assert {"application", "audit"} <= set(groups)
    for name, group in groups.items():
        assert group.get("kmsKeyId"), name
        assert group.get("retentionInDays"), name


def what_is_logged_becomes_metrics(target: Target) -> None:
    """13.1.b, 13.1.d, 13.c: filters over structured logs count errors, durations and business events."""
    namespace = f"{target.prefix}/{target.environment}"
    filters = target.client("logs").describe_metric_filters(logGroupName=f"/{namespace}/application")["metricFilters"]
    made = {found["filterName"]: found["metricTransformations"][0] for found in filters}
    assert {"Errors", "RequestDuration", "ModelTokens", "Conversations", "Answers"} <= set(made)
    assert all(one["metricNamespace"] == namespace for one in made.values())
    assert all(found["filterPattern"].startswith("{") for found in filters)


def logs_can_be_asked(target: Target) -> None:
    """13.1.d: saved queries over the log groups."""
    start = f"{target.prefix}/{target.environment}/"
    found = target.client("logs").describe_query_definitions(queryDefinitionNamePrefix=start)["queryDefinitions"]
    assert {"errors", "one-request", "business-events"} <= {query["name"].removeprefix(start) for query in found}


def personal_data_is_masked(target: Target) -> None:
    """17.4.c: a data protection policy on what applications log."""
    name = f"/{target.prefix}/{target.environment}/application"
    policy = target.client("logs").get_data_protection_policy(logGroupIdentifier=name)["policyDocument"]
    operations = [next(iter(statement["Operation"])) for statement in json.loads(policy)["Statement"]]
    assert operations == ["Audit", "Deidentify"]


def topics_are_encrypted_and_closed(target: Target) -> None:
    """13.d, 13.2.d: two topics with the layer's key, to which only AWS's services publish, for this account."""
    keys = {key["KeyArn"] for key in target.client("kms").list_keys()["Keys"]}
    for name, topic in _topics(target).items():
        assert topic["KmsMasterKeyId"] in keys, name
        allowed = [one for one in json.loads(topic["Policy"])["Statement"] if one["Effect"] == "Allow"]
        services = {service for one in allowed for service in _as_list(one["Principal"]["Service"])}
        assert services >= {"cloudwatch.amazonaws.com", "budgets.amazonaws.com", "events.amazonaws.com"}


def services_may_use_the_key_of_the_topics(target: Target) -> None:
    """13.2.d: an encrypted topic gets nothing from a service that may not use its key."""
    key = _topics(target)["critical"]["KmsMasterKeyId"]
    policy = json.loads(target.client("kms").get_key_policy(KeyId=key, PolicyName="default")["Policy"])
    services = {
        service
        for one in policy["Statement"]
        if "Service" in one["Principal"]
        for service in _as_list(one["Principal"]["Service"])
    }
    assert services >= {"cloudwatch.amazonaws.com", "budgets.amazonaws.com", "events.amazonaws.com"}


def alarms_go_where_they_belong(target: Target) -> None:
    """13.a, 13.2.a, 13.2.b, 13.2.d, 17.1.a: critical and warning alarms, each with the topic of its severity."""
    cloudwatch, topics = target.client("cloudwatch"), _topics(target)
    severities = set()
    for name, alarm in _alarms(target).items():
        tags = cloudwatch.list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"]
        severity = {tag["Key"]: tag["Value"] for tag in tags}["bidops:severity"]
        severities.add(severity)
        assert alarm["AlarmActions"] == alarm["OKActions"] == [topics[severity]["TopicArn"]], name
        assert alarm["TreatMissingData"] == "notBreaching", name
        assert alarm["AlarmDescription"], name
    assert severities == {"critical", "warning"}


def alarms_watch_what_is_there(target: Target) -> None:
    """13.2.a, 13.2.b: no alarm has an empty dimension, and each layer that is there is watched."""
    alarms = _alarms(target)
    for name, alarm in alarms.items():
        assert all(dimension["Value"] for dimension in alarm.get("Dimensions", [])), name
    outputs = target.client("ssm").get_paginator("get_parameters_by_path")
    path = f"/{target.prefix}/{target.environment}/outputs"
    layers = {
        parameter["Name"].removeprefix(f"{path}/").split("/")[0]
        for page in outputs.paginate(Path=path, Recursive=True)
        for parameter in page["Parameters"]
    }
    watched = {
        "search": "search-red",
        "agentcore": "agent-failing",
        "bedrock": "models-failing",
        "database": "database-cpu",
        "containers": "backend-cpu",
        "load_balancing": "frontend-unhealthy",
    }
    assert {alarm for layer, alarm in watched.items() if layer in layers} <= set(alarms)


def one_alarm_tells_of_all_that_are_critical(target: Target) -> None:
    """13.2.a: the composite alarm follows from each critical one."""
    cloudwatch, critical = target.client("cloudwatch"), _topics(target)["critical"]["TopicArn"]
    name = f"{_start(target)}health"
    (health,) = cloudwatch.describe_alarms(AlarmNames=[name], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
    named = {part.split('"')[1] for part in health["AlarmRule"].split(" OR ")}
    own = {alarm["AlarmName"] for key, alarm in _alarms(target).items() if alarm["AlarmActions"] == [critical]}
    assert named <= own
    assert f"{_start(target)}application-errors" in named


def dashboards_show_it(target: Target) -> None:
    """13.c, 16.d, 17.4.d: the dashboards for the platform and for what models and agents do."""
    cloudwatch = target.client("cloudwatch")
    for key, word in (("platform", "Errors"), ("ai", "OutputTokenCount")):
        body = cloudwatch.get_dashboard(DashboardName=f"{_start(target)}{key}-{target.region}")["DashboardBody"]
        assert json.loads(body)["widgets"]
        assert word in body
        assert "after apply" not in body


def requests_are_traced(target: Target) -> None:
    """13.b, 13.3.c: groups and sampling rules of X-Ray, and spans that can be searched."""
    xray, start = target.client("xray"), _start(target)
    groups = {group["GroupName"] for group in xray.get_groups()["Groups"]}
    assert {f"{start}errors", f"{start}slow"} <= groups
    rules = {
        one["SamplingRule"]["RuleName"]: one["SamplingRule"] for one in xray.get_sampling_rules()["SamplingRuleRecords"]
    }
    assert rules[f"{start}health"]["FixedRate"] == 0
    assert rules[f"{start}services"]["ServiceName"].startswith(start)
    assert xray.get_trace_segment_destination()["Destination"] == "CloudWatchLogs"


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
