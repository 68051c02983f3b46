"""Conformance packs. Their rules are neither made nor evaluated; a template only has to be one."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record

TEMPLATES = ("TemplateBody", "TemplateS3Uri", "TemplateSSMDocumentDetails", "Source")
NOT_TOLD = ("TemplateBody", "TemplateS3Uri")


class ConformancePack(ResourceType):
    service = "config"
    noun = "ConformancePack"
    id = "ConformancePackName"
    arn = "arn:{partition}:config:{region}:{account}:conformance-pack/{id}"
    arn_member = "ConformancePackArn"
    states = States("CREATE_IN_PROGRESS", "CREATE_COMPLETE", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS")
    failed = "CREATE_FAILED"
    upserts = True
    operations = {"create": "PutConformancePack", "read": "DescribeConformancePacks"}

    def new_id(self, call: Call) -> str:
        return str(call.params["ConformancePackName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["id"] = f"conformance-pack-{random_id(9, LOWER)}"
        record.arn = f"{record.arn}/{record.hidden['id']}"

    def before_update(self, call: Call, record: Record) -> None:
        check(call)

    def on_update(self, call: Call, record: Record) -> None:
        record.hidden["updated"] = True

    def on_status(self, cloud: Any, record: Record) -> None:
        if record.status == "CREATE_COMPLETE" and record.hidden.get("updated"):
            record.status = "UPDATE_COMPLETE"

    def view(self, record: Record) -> dict[str, Any]:
        told = {name: value for name, value in record.members.items() if name not in NOT_TOLD}
        status = {"ConformancePackState": record.status, "LastUpdateRequestedTime": record.updated}
        reason = {"ConformancePackStatusReason": record.failure} if record.failure and not record.is_changing else {}
        return {**told, **status, **reason, "ConformancePackId": record.hidden["id"], "Type": "CUSTOM"}

    def missing(self, key: str) -> AwsError:
        return AwsError("NoSuchConformancePackException", f"Conformance pack {key} does not exist")

    def busy(self, record: Record, verb: str) -> AwsError | None:
        return AwsError("ResourceInUseException", f"Conformance pack {record.id} is in status {record.status}")


def check(call: Call) -> None:
    given = [name for name in TEMPLATES if call.params.get(name)]
    if len(given) != 1:
        raise AwsError("InvalidParameterValueException", f"Specify exactly one of {', '.join(TEMPLATES)}")
    body = call.params.get("TemplateBody")
    if body is not None and "Resources" not in body:
        message = "The template has no Resources, so it is not valid"
        raise AwsError("ConformancePackTemplateValidationException", message)


def listing(strict: bool) -> Any:
    """Descriptions, which miss what is not there, or states, which pass over it."""

    def handler(call: Call) -> dict[str, Any]:
        names = call.params.get("ConformancePackNames")
        there = call.records(ConformancePack)
        if names and strict:
            there = [call.find(ConformancePack, name) for name in names]
        chosen, token = page([one for one in there if not names or one.id in names], call.params)
        return list_answer(call, [view(ConformancePack(), one) for one in chosen], token)

    return handler


OPERATIONS = {
    "DescribeConformancePacks": listing(strict=True),
    "DescribeConformancePackStatus": listing(strict=False),
}
