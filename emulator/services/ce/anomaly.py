"""Monitors that watch costs, and subscriptions to what they find."""

import uuid
from collections.abc import Callable
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError, validation
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

# For topics at once, for mail in a summary.
ADDRESSES = {"IMMEDIATE": "SNS", "DAILY": "EMAIL", "WEEKLY": "EMAIL"}


class Anomalous(ResourceType):
    service = "ce"

    def new_id(self, call: Call) -> str:
        return str(uuid.uuid4())

    def view(self, record: Record) -> dict[str, Any]:
        return {self.id: record.arn}


class AnomalyMonitor(Anomalous):
    noun = "AnomalyMonitor"
    id = "MonitorArn"
    arn = "arn:{partition}:ce::{account}:anomalymonitor/{id}"
    envelopes = {"CreateAnomalyMonitor": "AnomalyMonitor"}
    update_replaces = False
    operations = {"list": "GetAnomalyMonitors"}

    def before_create(self, call: Call, parent: Record | None) -> None:
        kind = call.params["MonitorType"]
        needed = {"DIMENSIONAL": "MonitorDimension", "CUSTOM": "MonitorSpecification"}[kind]
        if needed not in call.params:
            raise validation(f"A monitor of type {kind} needs a {needed}")
        same = [one for one in call.records(AnomalyMonitor) if one.members["MonitorType"] == kind == "DIMENSIONAL"]
        if any(one.members["MonitorDimension"] == call.params["MonitorDimension"] for one in same):
            raise AwsError("LimitExceededException", "Limit exceeded on dimensional spend monitor creation")

    def view(self, record: Record) -> dict[str, Any]:
        dates = {"CreationDate": text(record.created), "LastUpdatedDate": text(record.updated)}
        return {**super().view(record), **dates}

    def missing(self, key: str) -> AwsError:
        return AwsError("UnknownMonitorException", f"The anomaly monitor {key} does not exist")


class AnomalySubscription(Anomalous):
    noun = "AnomalySubscription"
    id = "SubscriptionArn"
    arn = "arn:{partition}:ce::{account}:anomalysubscription/{id}"
    envelopes = {"CreateAnomalySubscription": "AnomalySubscription"}
    update_replaces = False
    operations = {"list": "GetAnomalySubscriptions"}

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call, call.params)

    def on_create(self, call: Call, record: Record) -> None:
        record.members["AccountId"] = call.account

    def before_update(self, call: Call, record: Record) -> None:
        check(call, {**record.members, **call.params})

    def view(self, record: Record) -> dict[str, Any]:
        people = [{**one, "Status": "CONFIRMED"} for one in record.members["Subscribers"]]
        return {**super().view(record), "Subscribers": people}

    def missing(self, key: str) -> AwsError:
        return AwsError("UnknownSubscriptionException", f"The anomaly subscription {key} does not exist")


def check(call: Call, members: dict[str, Any]) -> None:
    for arn in members["MonitorArnList"]:
        call.find(AnomalyMonitor, arn)
    kind = ADDRESSES[members["Frequency"]]
    if any(one.get("Type") != kind for one in members["Subscribers"]) or not members["Subscribers"]:
        raise validation(f"A subscription with the frequency {members['Frequency']} needs subscribers of type {kind}")
    if members.get("Threshold") is not None and members.get("ThresholdExpression"):
        raise validation("Threshold and ThresholdExpression cannot be used together")


def text(moment: Any) -> str:
    return str(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def listing(kind: type[ResourceType], arns: str) -> Callable[[Call], dict[str, Any]]:
    """All of a type, or those with the given ARNs, each of which must exist."""

    def handler(call: Call) -> dict[str, Any]:
        given = call.params.get(arns)
        records = [call.find(kind, arn) for arn in given] if given else call.records(kind)
        monitor = call.params.get("MonitorArn")
        wanted = [one for one in records if not monitor or monitor in one.members.get("MonitorArnList", [])]
        chosen, token = page(wanted, call.params)
        return list_answer(call, [view(kind(), record) for record in chosen], token)

    return handler


OPERATIONS = {
    "GetAnomalyMonitors": listing(AnomalyMonitor, "MonitorArnList"),
    "GetAnomalySubscriptions": listing(AnomalySubscription, "SubscriptionArnList"),
}
