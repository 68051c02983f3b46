"""Alarms on metrics and on other alarms. Nothing evaluates metrics: SetAlarmState sets the state, and all that follows
from it happens: composite alarms follow, topics are told."""

from datetime import datetime
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.cloudwatch import notify
from emulator.services.cloudwatch.rule import BadRule, Rule

OK, ALARM, INSUFFICIENT = "OK", "ALARM", "INSUFFICIENT_DATA"
SINGLE = ("MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "Unit")
HISTORY_LENGTH = 1600


def invalid(message: str) -> AwsError:
    return AwsError("ValidationError", message)


class Alarm(ResourceType):
    """What both kinds have in common. Their names share one namespace."""

    service = "cloudwatch"
    id = "AlarmName"
    name = "AlarmName"
    arn = "arn:{partition}:cloudwatch:{region}:{account}:alarm:{id}"
    arn_member = "AlarmArn"
    upserts = True

    def new_id(self, call: Call) -> str:
        return str(call.params["AlarmName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        if any(other.id == call.params["AlarmName"] for other in alarms(call)):
            raise invalid("An alarm of another type has this name")
        self.check(call)

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call)

    def check(self, call: Call) -> None:
        """Refuse what AWS refuses beyond the model."""

    def on_create(self, call: Call, record: Record) -> None:
        reason = "Unchecked: Initial alarm creation"
        record.hidden["state"] = state(INSUFFICIENT, reason, "", call.cloud.timestamp())
        record.hidden["history"] = []
        note(record, "ConfigurationUpdate", f'Alarm "{record.id}" created')

    def on_update(self, call: Call, record: Record) -> None:
        note(record, "ConfigurationUpdate", f'Alarm "{record.id}" updated')

    def view(self, record: Record) -> dict[str, Any]:
        given = record.members
        actions = {name: given.get(name, []) for name in ("OKActions", "AlarmActions", "InsufficientDataActions")}
        return {
            "ActionsEnabled": given.get("ActionsEnabled", True),
            "AlarmConfigurationUpdatedTimestamp": record.updated,
            **actions,
            **record.hidden["state"],
        }


class MetricAlarm(Alarm):
    noun = "MetricAlarm"
    operations = {"create": "PutMetricAlarm", "read": "DescribeAlarms"}

    def check(self, call: Call) -> None:
        given = call.params
        several = "Metrics" in given or "EvaluationCriteria" in given
        if several and any(name in given for name in SINGLE):
            raise invalid("MetricName and its members can't be given together with Metrics or EvaluationCriteria")
        if not several and not {"MetricName", "Namespace", "Period"} <= set(given):
            raise invalid("An alarm needs MetricName, Namespace and Period, or Metrics")
        if not several and ("Statistic" in given) == ("ExtendedStatistic" in given):
            raise invalid("Exactly one of Statistic and ExtendedStatistic must be given")
        if "EvaluationCriteria" in given:
            return
        if not {"EvaluationPeriods", "ComparisonOperator"} <= set(given):
            raise invalid("EvaluationPeriods and ComparisonOperator are required")
        if ("Threshold" in given) == ("ThresholdMetricId" in given):
            raise invalid("Exactly one of Threshold and ThresholdMetricId must be given")
        if given.get("DatapointsToAlarm", 1) > given["EvaluationPeriods"]:
            raise invalid("DatapointsToAlarm must be less than or equal to EvaluationPeriods")
        self.check_metrics(given)

    @staticmethod
    def check_metrics(given: dict[str, Any]) -> None:
        if "Metrics" not in given:
            return
        queries = {query["Id"]: query for query in given["Metrics"]}
        band = given.get("ThresholdMetricId")
        if band is not None and "ANOMALY_DETECTION_BAND" not in queries.get(band, {}).get("Expression", ""):
            raise invalid(f"ThresholdMetricId {band} must name an ANOMALY_DETECTION_BAND of Metrics")
        told = [key for key, query in queries.items() if query.get("ReturnData", True) and key != band]
        if len(told) != 1:
            raise invalid("Exactly one element of the metrics list should return data")

    def view(self, record: Record) -> dict[str, Any]:
        given = record.members
        missing = given.get("TreatMissingData", "missing")
        filled = {} if "EvaluationCriteria" in given else {"TreatMissingData": missing, "Dimensions": []}
        # Defaults of a query are spelled out in answers.
        queries = [{"ReturnData": True, **query} for query in given.get("Metrics", [])]
        return {**super().view(record), **filled, **given, **({"Metrics": queries} if queries else {})}


class CompositeAlarm(Alarm):
    noun = "CompositeAlarm"
    operations = {"create": "PutCompositeAlarm", "read": "DescribeAlarms"}

    def check(self, call: Call) -> None:
        try:
            rule = Rule(call.params["AlarmRule"])
        except BadRule as error:
            raise invalid(f"AlarmRule was not valid: {error}") from error
        known = {name for alarm in alarms(call) for name in (alarm.id, alarm.arn)}
        missing = sorted(rule.children - known)
        if missing:
            raise invalid(f"Could not save the composite alarm as alarms {missing} in the alarm rule do not exist")

    def on_update(self, call: Call, record: Record) -> None:
        super().on_update(call, record)
        call.cloud.store.put(record)
        follow(call)


def state(value: str, reason: str, data: str, when: datetime) -> dict[str, Any]:
    return {
        "StateValue": value,
        "StateReason": reason,
        "StateReasonData": data or None,
        "StateUpdatedTimestamp": when,
        "StateTransitionedTimestamp": when,
    }


def alarms(call: Call) -> list[Record]:
    return sorted([*call.records(MetricAlarm), *call.records(CompositeAlarm)], key=lambda record: record.serial)


def is_composite(record: Record) -> bool:
    return record.kind == CompositeAlarm.kind()


def shown(record: Record) -> dict[str, Any]:
    return view(CompositeAlarm() if is_composite(record) else MetricAlarm(), record)


def note(record: Record, kind: str, summary: str) -> None:
    entry = {
        "AlarmName": record.id,
        "AlarmType": "CompositeAlarm" if is_composite(record) else "MetricAlarm",
        "Timestamp": record.updated,
        "HistoryItemType": kind,
        "HistorySummary": summary,
    }
    record.hidden["history"] = [*record.hidden["history"], entry][-HISTORY_LENGTH:]


# Operations -----------------------------------------------------------------------------------------------------------


def describe(call: Call) -> dict[str, Any]:
    """DescribeAlarms: alarms on metrics only, unless other types are asked for."""
    given = call.params
    types = given.get("AlarmTypes") or ["MetricAlarm"]
    names, prefix = given.get("AlarmNames"), given.get("AlarmNamePrefix", "")
    if names and prefix:
        raise invalid("AlarmNames and AlarmNamePrefix can't be given together")
    wanted = [
        record
        for record in alarms(call)
        if ("CompositeAlarm" if is_composite(record) else "MetricAlarm") in types
        and (not names or record.id in names)
        and record.id.startswith(prefix)
        and given.get("StateValue", current(record)) == current(record)
        and acts_on(record, given.get("ActionPrefix", ""))
    ]
    records, token = page(wanted, {**given, "MaxResults": given.get("MaxRecords", 50)})
    sides: dict[bool, list[Any]] = {True: [], False: []}
    for record in records:
        sides[is_composite(record)].append(shown(record))
    return call.answer({"MetricAlarms": sides[False], "CompositeAlarms": sides[True], "NextToken": token})


def describe_for_metric(call: Call) -> dict[str, Any]:
    given = call.params
    found = [
        shown(record)
        for record in call.records(MetricAlarm)
        if all(record.members.get(name) == given[name] for name in ("MetricName", "Namespace"))
        and given.get("Dimensions", record.members.get("Dimensions")) == record.members.get("Dimensions")
    ]
    return call.answer({"MetricAlarms": found})


def describe_history(call: Call) -> dict[str, Any]:
    name = call.params.get("AlarmName")
    items = [item for record in alarms(call) if name in (None, record.id) for item in record.hidden["history"]]
    kind = call.params.get("HistoryItemType")
    newest_first = [item for item in reversed(items) if kind in (None, item["HistoryItemType"])]
    return call.answer({"AlarmHistoryItems": newest_first})


def delete(call: Call) -> dict[str, Any]:
    """DeleteAlarms: names that are not there are no error; an alarm that a rule needs can't go."""
    names = call.params["AlarmNames"]
    going = [record for record in alarms(call) if record.id in names]
    if sum(map(is_composite, going)) > 1:
        raise invalid("Only one composite alarm can be deleted at a time")
    for record in going:
        needing = [
            other.id
            for other in call.records(CompositeAlarm)
            if other is not record and {record.id, record.arn} & Rule(other.members["AlarmRule"]).children
        ]
        if needing:
            raise invalid(f"Cannot delete {record.id} as there are composite alarm(s) {needing} depending on it")
    for record in going:
        call.cloud.remove(record)
    return {}


def set_state(call: Call) -> dict[str, Any]:
    given = call.params
    record = next((alarm for alarm in alarms(call) if alarm.id == given["AlarmName"]), None)
    if record is None:
        raise AwsError("ResourceNotFound", f"Alarm {given['AlarmName']} does not exist")
    enter(call, record, given["StateValue"], given["StateReason"], given.get("StateReasonData", ""))
    follow(call)
    return {}


def switch(enabled: bool) -> Any:
    def handle(call: Call) -> dict[str, Any]:
        for record in alarms(call):
            if record.id in call.params["AlarmNames"]:
                record.members["ActionsEnabled"] = enabled
                call.cloud.store.put(record)
        return {}

    return handle


# States ---------------------------------------------------------------------------------------------------------------


def current(record: Record) -> str:
    return str(record.hidden["state"]["StateValue"])


def acts_on(record: Record, prefix: str) -> bool:
    given = record.members
    actions = [*given.get("OKActions", []), *given.get("AlarmActions", []), *given.get("InsufficientDataActions", [])]
    return not prefix or any(action.startswith(prefix) for action in actions)


def enter(call: Call, record: Record, value: str, reason: str, data: str) -> None:
    """Another state of an alarm: it is noted, and the actions for it are taken."""
    before, when = current(record), call.cloud.timestamp()
    record.hidden["state"] = state(value, reason, data, when)
    if value != before:
        note(record, "StateUpdate", f"Alarm updated from {before} to {value}")
        member = {OK: "OKActions", ALARM: "AlarmActions", INSUFFICIENT: "InsufficientDataActions"}[value]
        actions = record.members.get(member, []) if record.members.get("ActionsEnabled", True) else []
        for action in actions:
            if notify.publish(call, action, record, shown(record), before):
                note(record, "Action", f"Successfully executed action {action}")
    call.cloud.store.put(record)


def follow(call: Call) -> None:
    """Composite alarms take the state that their rule has now; those that stand on others come again."""
    composites = call.records(CompositeAlarm)
    for _round in composites:
        states = {name: current(alarm) for alarm in alarms(call) for name in (alarm.id, alarm.arn)}
        for record in composites:
            value = ALARM if Rule(record.members["AlarmRule"]).holds(states) else OK
            if value != current(record):
                enter(call, record, value, f"The rule {record.members['AlarmRule']} is {value == ALARM}", "")


OPERATIONS = {
    "DeleteAlarms": delete,
    "DescribeAlarmHistory": describe_history,
    "DescribeAlarms": describe,
    "DescribeAlarmsForMetric": describe_for_metric,
    "DisableAlarmActions": switch(False),
    "EnableAlarmActions": switch(True),
    "SetAlarmState": set_state,
}
