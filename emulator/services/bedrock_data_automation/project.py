"""Data automation projects."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.bedrock_data_automation.blueprint import Blueprint, dated


class DataAutomationProject(ResourceType):
    service = "bedrock-data-automation"
    noun = "DataAutomationProject"
    id = "projectId"
    id_param = "projectArn"
    arn = "arn:{partition}:bedrock:{region}:{account}:data-automation-project/{id}"
    name = "projectName"
    states = States("IN_PROGRESS", "COMPLETED", "IN_PROGRESS", None)
    create_only = ("projectType", "projectStage")

    def new_id(self, call: Call) -> str:
        return random_id(12, LOWER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call)

    def before_update(self, call: Call, record: Record) -> None:
        check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.members.setdefault("projectStage", "LIVE")
        record.members.setdefault("projectType", "ASYNC")

    def view(self, record: Record) -> dict[str, Any]:
        return {"projectArn": record.arn, **dated(record)}


def check(call: Call) -> None:
    """A project reads with blueprints that are there."""
    for item in call.params.get("customOutputConfiguration", {}).get("blueprints", []):
        if ":aws:blueprint/" not in item["blueprintArn"]:
            call.find(Blueprint, item["blueprintArn"])
