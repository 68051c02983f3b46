"""Executions of runbooks. The steps pass one after the other, and nothing is done: each is taken for one that works.

A step that waits for a person, aws:approve and aws:pause, waits until the execution is stopped.
"""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType, States
from emulator.modeled.store import Record

RUNNING, DONE, FAILED, WAITING, CANCELLED = "InProgress", "Success", "Failed", "Waiting", "Cancelled"
FOR_A_PERSON = ("aws:approve", "aws:pause")


class AutomationExecution(ResourceType):
    service = "ssm"
    noun = "AutomationExecution"
    id = "AutomationExecutionId"
    arn = "arn:{partition}:ssm:{region}:{account}:automation-execution/{id}"
    states = States("Pending", DONE)
    failed = FAILED
    operations = {"create": "StartAutomationExecution"}

    def new_id(self, call: Call) -> str:
        return str(uuid.uuid4())

    def missing(self, key: str) -> AwsError:
        return AwsError("AutomationExecutionNotFoundException", f"Automation execution {key} does not exist")

    def before_create(self, call: Call, parent: Record | None) -> None:
        document = document_of(call)
        check_parameters(document.content_json.get("parameters") or {}, call.params.get("Parameters") or {})

    def on_create(self, call: Call, record: Record) -> None:
        document = document_of(call)
        content = document.content_json
        defaults = {
            name: value["default"] if isinstance(value["default"], list) else [str(value["default"])]
            for name, value in (content.get("parameters") or {}).items()
            if "default" in value
        }
        record.members["Parameters"] = {**defaults, **record.members.get("Parameters", {})}
        record.members["DocumentVersion"] = document.document_version
        record.hidden["steps"] = [{**step, "id": str(uuid.uuid4())} for step in content.get("mainSteps") or []]
        record.hidden["passed"] = 0
        record.hidden["by"] = f"arn:{call.partition}:iam::{call.account}:root"

    def on_scheduled(self, call: Call, record: Record, verb: str) -> None:
        """Each step takes its time; the execution stays with the first that waits for a person."""
        steps = record.hidden["steps"]
        waits = next((place for place, step in enumerate(steps) if step["action"] in FOR_A_PERSON), None)
        passing = record.hidden["passing"] = len(steps) if waits is None else waits
        last = DONE if waits is None else WAITING
        plan: list[tuple[str, str | None]] = [("create", RUNNING), *[("step", RUNNING)] * (passing - 1), ("step", last)]
        call.cloud.schedule(record, *plan)

    def on_status(self, cloud: Any, record: Record) -> None:
        """The first status means that the first step has begun, every further one that a step has ended."""
        begun = record.hidden.setdefault("begun", False)
        record.hidden["begun"] = True
        if begun and record.status in (RUNNING, DONE, WAITING):
            record.hidden["passed"] = min(record.hidden["passed"] + 1, record.hidden["passing"])
        if record.status in (DONE, FAILED):
            record.hidden["ended"] = cloud.timestamp()

    def view(self, record: Record) -> dict[str, Any]:
        steps = steps_of(record)
        current = next((step for step in steps if step["StepStatus"] in (RUNNING, WAITING)), {})
        return {
            "AutomationExecutionStatus": record.status,
            "ExecutionStartTime": record.created,
            "ExecutionEndTime": record.hidden.get("ended"),
            "ExecutedBy": record.hidden["by"],
            "Mode": record.members.get("Mode", "Auto"),
            "AutomationType": "Local",
            "StepExecutions": steps,
            "StepExecutionsTruncated": False,
            "CurrentStepName": current.get("StepName"),
            "CurrentAction": current.get("Action"),
            "FailureMessage": record.failure if record.status == FAILED else None,
            "Outputs": {},
        }


def steps_of(record: Record) -> list[dict[str, Any]]:
    passed = record.hidden["passed"]

    def status(place: int) -> str:
        if place < passed:
            return DONE
        if place > passed or record.status == "Pending":
            return "Pending"
        return record.status or RUNNING

    return [
        {
            "StepName": step["name"],
            "Action": step["action"],
            "StepExecutionId": step["id"],
            "StepStatus": status(place),
            "Inputs": {name: str(value) for name, value in (step.get("inputs") or {}).items()},
            "IsEnd": bool(step.get("isEnd", place == len(record.hidden["steps"]) - 1)),
            "FailureMessage": record.failure if status(place) == FAILED else None,
        }
        for place, step in enumerate(record.hidden["steps"])
    ]


def document_of(call: Call) -> Any:
    """moto's document, in the version asked for."""
    from moto.ssm.models import ssm_backends

    name = call.params["DocumentName"].rpartition("/")[2]
    documents = ssm_backends[call.account][call.region]._documents.get(name)
    if documents is None:
        raise AwsError("AutomationDefinitionNotFoundException", f"Automation document {name} does not exist")
    document = documents.find(call.params.get("DocumentVersion"), strict=False)
    if document is None:
        raise AwsError(
            "AutomationDefinitionVersionNotFoundException",
            f"Version {call.params['DocumentVersion']} of automation document {name} does not exist",
        )
    if document.document_type != "Automation":
        raise AwsError("AutomationDefinitionNotFoundException", f"Document {name} is not of type Automation")
    return document


def check_parameters(known: dict[str, Any], given: dict[str, list[str]]) -> None:
    needed = sorted(name for name, value in known.items() if "default" not in value and name not in given)
    unknown = sorted(set(given) - set(known))
    if needed or unknown:
        words = [f"{name} is required" for name in needed] + [f"{name} is not in the document" for name in unknown]
        raise AwsError("InvalidAutomationExecutionParametersException", "; ".join(words))


FILTERS = {
    "DocumentNamePrefix": lambda record, value: record.members["DocumentName"].startswith(value),
    "ExecutionStatus": lambda record, value: record.status == value,
    "ExecutionId": lambda record, value: record.id == value,
}


def describe_many(call: Call) -> dict[str, Any]:
    """The newest comes first."""
    found = call.records(AutomationExecution)
    for wanted in call.params.get("Filters") or []:
        test = FILTERS.get(wanted["Key"])
        if test is None:
            raise AwsError("InvalidFilterKey", f"The local cloud does not filter by {wanted['Key']}")
        found = [record for record in found if any(test(record, value) for value in wanted["Values"])]
    records, token = page(found, call.params)
    shown = [view(AutomationExecution(), record) for record in reversed(records)]
    return call.answer({"AutomationExecutionMetadataList": shown, "NextToken": token})


def describe_steps(call: Call) -> dict[str, Any]:
    record = call.find(AutomationExecution, call.params["AutomationExecutionId"])
    return call.answer({"StepExecutions": steps_of(record)})


def stop(call: Call) -> dict[str, Any]:
    record = call.find(AutomationExecution, call.params["AutomationExecutionId"])
    if record.status in (DONE, FAILED, CANCELLED):
        message = f"Automation execution {record.id} has ended with {record.status}"
        raise AwsError("InvalidAutomationStatusUpdateException", message)
    record.steps = []
    record.status = CANCELLED
    record.hidden["ended"] = call.cloud.timestamp()
    call.cloud.store.put(record)
    return {}
