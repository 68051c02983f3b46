"""Schedules. An update replaces all of one."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError, conflict, not_found, validation
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.neighbours import role_exists
from emulator.services.scheduler import group

EXPRESSION = re.compile(
    r"at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)|rate\([1-9]\d* (minute|hour|day)s?\)|cron\(\S+( \S+){5}\)"
)
UNIVERSAL = re.compile(r"arn:aws[a-z-]*:scheduler:::aws-sdk:[a-z0-9]+:[a-z][A-Za-z0-9]+")
RETRY = {"MaximumEventAgeInSeconds": 86400, "MaximumRetryAttempts": 185}
READ_ONLY = ("get", "describe", "list", "poll", "receive", "search", "scan", "query", "select")


class Schedule(ResourceType):
    service = "scheduler"
    noun = "Schedule"
    id = "Name"
    arn = "arn:{partition}:scheduler:{region}:{account}:schedule/{id}"
    arn_member = "Arn"

    def key(self, call: Call) -> str:
        return f"{group.find(call, call.params.get('GroupName', group.DEFAULT)).id}/{call.params['Name']}"

    def new_id(self, call: Call) -> str:
        return self.key(call)

    def missing(self, key: str) -> AwsError:
        return not_found(f"Schedule {key.rpartition('/')[2]} does not exist.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        if any(record.id == self.key(call) for record in call.records(Schedule)):
            raise conflict(f"Schedule {call.params['Name']} already exists.")
        check(call.params, call.cloud.timestamp())

    def before_update(self, call: Call, record: Record) -> None:
        check(call.params, call.cloud.timestamp())

    def on_create(self, call: Call, record: Record) -> None:
        target = {"RetryPolicy": RETRY, **record.members["Target"]}
        record.members |= {"Target": target, "GroupName": record.id.partition("/")[0]}

    def on_update(self, call: Call, record: Record) -> None:
        self.on_create(call, record)

    def view(self, record: Record) -> dict[str, Any]:
        filled = {"State": "ENABLED", "ScheduleExpressionTimezone": "UTC", "ActionAfterCompletion": "NONE"}
        return {
            **filled,
            **record.members,
            "Name": record.id.rpartition("/")[2],
            "ScheduleArn": record.arn,
            "CreationDate": record.created,
            "LastModificationDate": record.updated,
        }


def check(given: dict[str, Any], now: datetime) -> None:
    if not EXPRESSION.fullmatch(given["ScheduleExpression"]):
        raise validation(f"Invalid Schedule Expression {given['ScheduleExpression']}.")
    window = given["FlexibleTimeWindow"]
    if (window["Mode"] == "FLEXIBLE") != ("MaximumWindowInMinutes" in window):
        raise validation("MaximumWindowInMinutes must be set exactly when the mode is FLEXIBLE.")
    start, end = given.get("StartDate"), given.get("EndDate")
    if start and moment(start) < now - timedelta(minutes=5):
        raise validation("The StartDate you specify cannot be earlier than 5 minutes ago.")
    if start and end and moment(end) <= moment(start):
        raise validation("The EndDate must come after the StartDate.")
    check_target(given["Target"])


def moment(value: Any) -> datetime:
    """A time of a request, which comes as seconds or as it was parsed."""
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.fromtimestamp(float(value), UTC)


def check_target(target: dict[str, Any]) -> None:
    if not role_exists(target["RoleArn"]):
        raise validation("The execution role you provide must allow AWS EventBridge Scheduler to assume the role.")
    arn = target["Arn"]
    if ":scheduler:::" not in arn:
        return
    if not UNIVERSAL.fullmatch(arn):
        raise validation(f"Provided Arn {arn} is not in correct format.")
    if arn.rpartition(":")[2].startswith(READ_ONLY):
        raise validation(f"{arn} only reads: a universal target must do something.")
    if "Input" in target:
        try:
            json.loads(target["Input"])
        except ValueError as error:
            raise validation(f"The Input of a universal target must be JSON: {error}") from error


def listing(call: Call) -> dict[str, Any]:
    given = call.params
    wanted = group.find(call, given["GroupName"]).id if given.get("GroupName") else None
    found = []
    for record in call.records(Schedule):
        shown = view(Schedule(), record)
        if (
            wanted in (None, shown["GroupName"])
            and shown["Name"].startswith(given.get("NamePrefix", ""))
            and given.get("State", shown["State"]) == shown["State"]
        ):
            found.append(record)
    records, token = page(found, given)
    return list_answer(call, [view(Schedule(), record) for record in records], token)
