"""Blueprints: what to read out of documents, images, sound and films."""

import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.resource import LOWER, ResourceType, random_id
from emulator.modeled.store import Record


class Blueprint(ResourceType):
    service = "bedrock-data-automation"
    noun = "Blueprint"
    id = "blueprintId"
    id_param = "blueprintArn"
    arn = "arn:{partition}:bedrock:{region}:{account}:blueprint/{id}"
    name = "blueprintName"
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return random_id(12, LOWER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call)

    def before_update(self, call: Call, record: Record) -> None:
        check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.members.setdefault("blueprintStage", "LIVE")

    def view(self, record: Record) -> dict[str, Any]:
        return {"blueprintArn": record.arn, **dated(record)}


def check(call: Call) -> None:
    try:
        schema = json.loads(call.params["schema"])
    except ValueError as error:
        raise validation(f"The schema is no JSON: {error}") from error
    if not isinstance(schema, dict) or "properties" not in schema:
        raise validation("The schema must be an object with properties")


def dated(record: Record) -> dict[str, Any]:
    """Times, and the key under the name that answers have for it."""
    return {
        "creationTime": record.created,
        "lastModifiedTime": record.updated,
        **record.members.get("encryptionConfiguration", {}),
    }
