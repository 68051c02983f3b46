"""Alarms and what follows from their states, dashboards, anomaly detectors."""

import json
from typing import Any

import pytest

ONE_METRIC = {
    "Namespace": "Cases",
    "MetricName": "errors",
    "Statistic": "Sum",
    "Period": 60,
    "EvaluationPeriods": 1,
    "Threshold": 1.0,
    "ComparisonOperator": "GreaterThanThreshold",
}
LIMIT = {name: ONE_METRIC[name] for name in ("EvaluationPeriods", "ComparisonOperator")}
STAT = {"Metric": {"Namespace": "Cases", "MetricName": "errors"}, "Period": 60, "Stat": "Sum"}
BAND = {"Id": "band", "Expression": "ANOMALY_DETECTION_BAND(errors, 2)"}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("cloudwatch")


def states(client: Any) -> dict[str, str]:
    found = client.describe_alarms(AlarmTypes=["MetricAlarm", "CompositeAlarm"])
    return {alarm["AlarmName"]: alarm["StateValue"] for alarm in found["MetricAlarms"] + found["CompositeAlarms"]}


def test_an_alarm_is_put_to_create_and_to_replace_it(client: Any) -> None:
    tags = [{"Key": "team", "Value": "a"}]
    client.put_metric_alarm(AlarmName="errors", AlarmDescription="first", Tags=tags, **ONE_METRIC)
    (alarm,) = client.describe_alarms(AlarmNames=["errors"])["MetricAlarms"]
    assert (alarm["StateValue"], alarm["ActionsEnabled"], alarm["TreatMissingData"]) == (
        "INSUFFICIENT_DATA", True, "missing",
    )  # fmt: skip
    queries = [{"Id": "errors", "MetricStat": STAT}, BAND]
    operator = "GreaterThanUpperThreshold"
    client.put_metric_alarm(
        AlarmName="errors", EvaluationPeriods=1, ComparisonOperator=operator, Metrics=queries, ThresholdMetricId="band"
    )
    (alarm,) = client.describe_alarms(AlarmNames=["errors"])["MetricAlarms"]
    assert "MetricName" not in alarm
    assert "AlarmDescription" not in alarm
    assert [query["ReturnData"] for query in alarm["Metrics"]] == [True, True]
    assert client.list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"] == tags
    client.untag_resource(ResourceARN=alarm["AlarmArn"], TagKeys=["team"])
    assert client.list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"] == []
    client.delete_alarms(AlarmNames=["errors", "nothing"])
    assert client.describe_alarms(AlarmNames=["errors"])["MetricAlarms"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"AlarmName": "wrong"},
        {"AlarmName": "wrong", **ONE_METRIC, "Metrics": [{"Id": "a", "MetricStat": STAT}]},
        {"AlarmName": "wrong", **ONE_METRIC, "ExtendedStatistic": "p99"},
        {"AlarmName": "wrong", **ONE_METRIC, "ThresholdMetricId": "band"},
        {"AlarmName": "wrong", **ONE_METRIC, "DatapointsToAlarm": 2},
        {"AlarmName": "wrong", **LIMIT, "Threshold": 1.0, "Metrics": [{"Id": "a", "MetricStat": STAT}, BAND]},
        {
            "AlarmName": "wrong",
            **LIMIT,
            "ThresholdMetricId": "errors",
            "Metrics": [{"Id": "errors", "MetricStat": STAT}],
        },
    ],
)
def test_alarms_that_make_no_sense_are_refused(client: Any, code: Any, wrong: dict[str, Any]) -> None:
    assert code(client.put_metric_alarm, **wrong) == "ValidationError"
    assert client.describe_alarms()["MetricAlarms"] == []


def test_a_composite_alarm_follows_others_and_tells_a_queue(cloud: Any, client: Any) -> None:
    topic = cloud.client("sns").create_topic(Name="alerts")["TopicArn"]
    sqs = cloud.client("sqs")
    queue = sqs.create_queue(QueueName="alerts")["QueueUrl"]
    address = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    cloud.client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint=address)
    for name in ("one", "two", "still"):
        client.put_metric_alarm(AlarmName=name, **ONE_METRIC)
    rule = 'ALARM("one") AND (ALARM(two) OR FALSE) AND NOT ALARM(still)'
    client.put_composite_alarm(AlarmName="both", AlarmRule=rule, AlarmActions=[topic])
    client.put_composite_alarm(AlarmName="above", AlarmRule="ALARM(both)")
    client.set_alarm_state(AlarmName="one", StateValue="ALARM", StateReason="tried")
    assert states(client) == {
        "one": "ALARM", "two": "INSUFFICIENT_DATA", "still": "INSUFFICIENT_DATA", "both": "OK", "above": "OK",
    }  # fmt: skip
    client.set_alarm_state(AlarmName="two", StateValue="ALARM", StateReason="tried")
    assert (states(client)["both"], states(client)["above"]) == ("ALARM", "ALARM")
    (message,) = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]
    told = json.loads(json.loads(message["Body"])["Message"])
    assert (told["AlarmName"], told["NewStateValue"], told["OldStateValue"]) == ("both", "ALARM", "OK")
    client.set_alarm_state(AlarmName="still", StateValue="ALARM", StateReason="tried")
    assert states(client)["both"] == "OK"
    history = client.describe_alarm_history(AlarmName="both", HistoryItemType="StateUpdate")["AlarmHistoryItems"]
    assert history[0]["HistorySummary"] == "Alarm updated from ALARM to OK"


def test_a_silenced_alarm_tells_nobody(cloud: Any, client: Any) -> None:
    topic = cloud.client("sns").create_topic(Name="alerts")["TopicArn"]
    client.put_metric_alarm(AlarmName="one", AlarmActions=[topic], **ONE_METRIC)
    client.disable_alarm_actions(AlarmNames=["one"])
    client.set_alarm_state(AlarmName="one", StateValue="ALARM", StateReason="tried")
    kinds = [item["HistoryItemType"] for item in client.describe_alarm_history(AlarmName="one")["AlarmHistoryItems"]]
    assert kinds == ["StateUpdate", "ConfigurationUpdate"]


def test_what_a_rule_needs_stays(client: Any, code: Any) -> None:
    client.put_metric_alarm(AlarmName="one", **ONE_METRIC)
    assert code(client.put_composite_alarm, AlarmName="both", AlarmRule="ALARM(nothing)") == "ValidationError"
    assert code(client.put_composite_alarm, AlarmName="both", AlarmRule="ALARM(one") == "ValidationError"
    assert code(client.put_composite_alarm, AlarmName="one", AlarmRule="TRUE") == "ValidationError"
    client.put_composite_alarm(AlarmName="both", AlarmRule="ALARM(one)")
    assert code(client.delete_alarms, AlarmNames=["one"]) == "ValidationError"
    unknown = {"AlarmName": "nothing", "StateValue": "OK", "StateReason": "tried"}
    assert code(client.set_alarm_state, **unknown) == "ResourceNotFound"
    assert client.describe_alarms()["CompositeAlarms"] == []  # they have to be asked for
    client.delete_alarms(AlarmNames=["both"])
    client.delete_alarms(AlarmNames=["one"])
    assert states(client) == {}


def test_dashboards(client: Any, code: Any) -> None:
    body = json.dumps({"widgets": [{"type": "text", "properties": {"markdown": "Hello"}}]})
    client.put_dashboard(DashboardName="board", DashboardBody=body)
    found = client.get_dashboard(DashboardName="board")
    assert (found["DashboardBody"], found["DashboardArn"].split(":")[3]) == (body, "")
    assert [one["DashboardName"] for one in client.list_dashboards(DashboardNamePrefix="b")["DashboardEntries"]] == [
        "board"
    ]
    for wrong in ("{", "{}", '{"widgets": [{"type": "picture"}]}', '{"widgets": [{"type": "text"}]}'):
        assert code(client.put_dashboard, DashboardName="board", DashboardBody=wrong) == "InvalidParameterInput"
    assert code(client.delete_dashboards, DashboardNames=["board", "nothing"]) == "ResourceNotFound"
    client.delete_dashboards(DashboardNames=["board"])
    assert code(client.get_dashboard, DashboardName="board") == "ResourceNotFound"


def test_anomaly_detectors_are_known_by_what_they_learn(client: Any, code: Any) -> None:
    dimensions = [{"Name": "b", "Value": "2"}, {"Name": "a", "Value": "1"}]
    metric = {"Namespace": "Cases", "MetricName": "errors", "Stat": "Sum"}
    client.put_anomaly_detector(SingleMetricAnomalyDetector={**metric, "Dimensions": dimensions})
    client.put_anomaly_detector(**metric, Dimensions=dimensions[::-1], Configuration={"MetricTimezone": "UTC"})
    (found,) = client.describe_anomaly_detectors()["AnomalyDetectors"]
    assert found["Configuration"] == {"MetricTimezone": "UTC"}
    math = {"MetricDataQueries": [{"Id": "a", "MetricStat": STAT}]}
    client.put_anomaly_detector(MetricMathAnomalyDetector=math)
    assert len(client.describe_anomaly_detectors()["AnomalyDetectors"]) == 1
    kinds = ["SINGLE_METRIC", "METRIC_MATH"]
    assert len(client.describe_anomaly_detectors(AnomalyDetectorTypes=kinds)["AnomalyDetectors"]) == 2
    both = {"SingleMetricAnomalyDetector": metric, "MetricMathAnomalyDetector": math}
    assert code(client.put_anomaly_detector, **both) == "InvalidParameterCombination"
    assert code(client.put_anomaly_detector) == "MissingParameter"
    client.delete_anomaly_detector(AnomalyDetectorId=found["AnomalyDetectorId"])
    absent = {"AnomalyDetectorId": found["AnomalyDetectorId"]}
    assert code(client.delete_anomaly_detector, **absent) == "ResourceNotFoundException"


def test_metrics_are_still_motos(client: Any) -> None:
    client.put_metric_data(Namespace="Cases", MetricData=[{"MetricName": "errors", "Value": 1}])
    assert [metric["MetricName"] for metric in client.list_metrics(Namespace="Cases")["Metrics"]] == ["errors"]
