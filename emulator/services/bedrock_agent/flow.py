"""Flows: every change must be prepared before it can run."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.resource import UPPER, ResourceType, random_id
from emulator.modeled.store import Record
from emulator.neighbours import role_exists


class Flow(ResourceType):
    service = "bedrock-agent"
    noun = "Flow"
    id = "id"
    id_param = "flowIdentifier"
    arn = "arn:{partition}:bedrock:{region}:{account}:flow/{id}"
    arn_member = "arn"
    name = "name"

    def new_id(self, call: Call) -> str:
        return random_id(10, UPPER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call)

    def before_update(self, call: Call, record: Record) -> None:
        check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.status = "NotPrepared"

    def on_update(self, call: Call, record: Record) -> None:
        record.status = "NotPrepared"

    def view(self, record: Record) -> dict[str, Any]:
        return {"version": "DRAFT", "validations": problems(record)}


def check(call: Call) -> None:
    if not role_exists(call.params["executionRoleArn"]):
        raise validation(f"The role {call.params['executionRoleArn']} can't be assumed")


def problems(record: Record) -> list[dict[str, str]]:
    """What is wrong with a definition: ends that lack, and connections that lead nowhere."""
    definition = record.members.get("definition", {})
    nodes = {node["name"]: node["type"] for node in definition.get("nodes", [])}
    found = []
    if "Input" not in nodes.values():
        found.append(("MissingStartingNodes", "The flow has no node of type Input"))
    if "Output" not in nodes.values():
        found.append(("MissingEndingNodes", "The flow has no node of type Output"))
    for connection in definition.get("connections", []):
        for end, kind in (("source", "UnknownConnectionSource"), ("target", "UnknownConnectionTarget")):
            if connection[end] not in nodes:
                found.append((kind, f"Connection {connection['name']}: there is no node {connection[end]}"))
    return [{"type": kind, "severity": "Error", "message": message} for kind, message in found]


def prepare(call: Call) -> dict[str, Any]:
    record = call.find(Flow, call.params["flowIdentifier"])
    record.status = "Preparing"
    call.cloud.schedule(record, ("prepare", "Failed" if problems(record) else "Prepared"))
    call.cloud.store.put(record)
    return call.answer({"id": record.id, "status": record.status})
