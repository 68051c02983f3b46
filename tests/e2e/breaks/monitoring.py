"""What can go wrong with logs, alarms, dashboards and traces."""

from __future__ import annotations

import json

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("13.a", "13.2.b")
def an_alarm_is_gone(target: Target) -> None:
    target.client("cloudwatch").delete_alarms(AlarmNames=[_name(target, "alarm-backend-memory")])


@breaks("13.d", "13.2.d")
def an_alarm_tells_nobody(target: Target) -> None:
    target.client("cloudwatch").disable_alarm_actions(AlarmNames=[_name(target, "alarm-database-cpu")])


@breaks("13.2.a")
def the_alarm_of_alarms_follows_one_only(target: Target) -> None:
    cloudwatch, name = target.client("cloudwatch"), _name(target, "alarm-health")
    (health,) = cloudwatch.describe_alarms(AlarmNames=[name], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
    cloudwatch.put_composite_alarm(
        AlarmName=name,
        AlarmRule=health["AlarmRule"].split(" OR ")[0],
        AlarmActions=health["AlarmActions"],
        OKActions=health["OKActions"],
        ActionsEnabled=health["ActionsEnabled"],
        AlarmDescription=health["AlarmDescription"],
    )


@breaks("17.4.d")
def tokens_set_off_no_alarm(target: Target) -> None:
    target.client("cloudwatch").delete_alarms(AlarmNames=[_name(target, "alarm-models-output-tokens")])


@breaks("13.a", "13.c", "13.1.b")
def answers_are_not_counted(target: Target) -> None:
    target.client("logs").delete_metric_filter(
        logGroupName=one(target, "logs", "log-group-application"), filterName="Answers"
    )


@breaks("17.4.b")
def what_people_say_of_answers_is_not_counted(target: Target) -> None:
    target.client("logs").delete_metric_filter(
        logGroupName=one(target, "logs", "log-group-application"), filterName="Feedback"
    )


@breaks("13.1.c")
def logs_are_kept_for_ever(target: Target) -> None:
    target.client("logs").delete_retention_policy(logGroupName=one(target, "logs", "log-group-audit"))


@breaks("13.1.d")
def errors_cannot_be_asked_for(target: Target) -> None:
    logs = target.client("logs")
    name = f"{target.prefix}/{target.environment}/errors"
    (query,) = logs.describe_query_definitions(queryDefinitionNamePrefix=name)["queryDefinitions"]
    logs.delete_query_definition(queryDefinitionId=query["queryDefinitionId"])


@breaks("17.4.c")
def personal_data_is_written_out(target: Target) -> None:
    target.client("logs").delete_data_protection_policy(logGroupIdentifier=one(target, "logs", "log-group-application"))


@breaks("13.d", "13.2.d")
def everybody_may_publish(target: Target) -> None:
    sns, topic = target.client("sns"), one(target, "sns", "topic-warning")
    policy = json.loads(sns.get_topic_attributes(TopicArn=topic)["Attributes"]["Policy"])
    policy["Statement"].append(
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sns:Publish", "Resource": topic}
    )
    sns.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=json.dumps(policy))


@breaks("13.c", "17.1.a")
def the_dashboard_is_gone(target: Target) -> None:
    name = one(target, "cloudwatch", "dashboard-platform").rpartition("/")[2]
    target.client("cloudwatch").delete_dashboards(DashboardNames=[name])


@breaks("13.b", "13.3.c")
def no_request_is_traced(target: Target) -> None:
    target.client("xray").update_sampling_rule(
        SamplingRuleUpdate={"RuleARN": one(target, "xray", "sampling-services"), "FixedRate": 0.0}
    )


@breaks("17.3.c")
def nobody_knows_what_is_usual(target: Target) -> None:
    cloudwatch = target.client("cloudwatch")
    balancer = one(target, "load_balancing", "load-balancer-external").partition("loadbalancer/")[2]
    of_balancer = [{"Name": "LoadBalancer", "Value": balancer}]
    for detector in cloudwatch.describe_anomaly_detectors(Dimensions=of_balancer)["AnomalyDetectors"]:
        about = detector["SingleMetricAnomalyDetector"]
        cloudwatch.delete_anomaly_detector(SingleMetricAnomalyDetector=about)


def _name(target: Target, key: str) -> str:
    return one(target, "cloudwatch", key).rpartition(":")[2]
