"""What an alarm tells a topic. Actions of other kinds are taken as done and reach nobody."""

import json
from operator import itemgetter
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.store import Record


def publish(call: Call, action: str, record: Record, view: dict[str, Any], before: str) -> bool:
    """Whether the action could be taken; a topic that isn't there can't be told."""
    service, region, account = itemgetter(2, 3, 4)(action.split(":"))
    if service != "sns":
        return True
    from moto.sns.models import sns_backends

    topic = sns_backends[account][region].topics.get(action)
    if topic is None:
        return False
    value = view["StateValue"]
    message = {
        "AlarmName": record.id,
        "AlarmDescription": view.get("AlarmDescription"),
        "AWSAccountId": record.account,
        "AlarmConfigurationUpdatedTimestamp": view["AlarmConfigurationUpdatedTimestamp"].isoformat(),
        "NewStateValue": value,
        "NewStateReason": view["StateReason"],
        "StateChangeTime": view["StateUpdatedTimestamp"].isoformat(),
        "Region": record.region,
        "AlarmArn": record.arn,
        "OldStateValue": before,
        **{name: view.get(name, []) for name in ("OKActions", "AlarmActions", "InsufficientDataActions")},
        **({"AlarmRule": view["AlarmRule"]} if "AlarmRule" in view else {"Trigger": trigger(view)}),
    }
    topic.publish(json.dumps(message), subject=f'{value}: "{record.id}" in {record.region}'[:100])
    return True


def trigger(view: dict[str, Any]) -> dict[str, Any]:
    """What the alarm watches."""
    names = ("MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Unit", "Dimensions", "Period", "Metrics")
    limits = ("EvaluationPeriods", "DatapointsToAlarm", "ComparisonOperator", "Threshold", "ThresholdMetricId")
    return {name: view[name] for name in (*names, *limits, "TreatMissingData") if name in view}
