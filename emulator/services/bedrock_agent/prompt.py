"""Prompts: a draft that changes, and numbered versions that do not."""

import copy
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, list_answer, view
from emulator.modeled.errors import validation
from emulator.modeled.paging import page, part
from emulator.modeled.resource import UPPER, ResourceType, random_id
from emulator.modeled.store import Record

DRAFT = "DRAFT"


class Prompt(ResourceType):
    service = "bedrock-agent"
    noun = "Prompt"
    id = "id"
    id_param = "promptIdentifier"
    arn = "arn:{partition}:bedrock:{region}:{account}:prompt/{id}"
    arn_member = "arn"
    name = "name"

    def new_id(self, call: Call) -> str:
        return random_id(10, UPPER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call)

    def before_update(self, call: Call, record: Record) -> None:
        check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["versions"] = {}
        record.hidden["newest"] = 0

    def view(self, record: Record) -> dict[str, Any]:
        return {"version": DRAFT}


def check(call: Call) -> None:
    names = [variant["name"] for variant in call.params.get("variants", [])]
    default = call.params.get("defaultVariant")
    if default and default not in names:
        raise validation(f"The default variant {default} is none of the variants {names}")


def get_prompt(call: Call) -> dict[str, Any]:
    record = call.find(Prompt, call.params["promptIdentifier"])
    version = call.params.get("promptVersion") or DRAFT
    if version == DRAFT:
        return call.answer(view(Prompt(), record))
    if version not in record.hidden["versions"]:
        raise Prompt().missing(f"{record.id} version {version}")
    return call.answer(of_version(record, version))


def of_version(record: Record, version: str) -> dict[str, Any]:
    shown = {**view(Prompt(), record), **record.hidden["versions"][version]}
    return {**shown, "version": version, "arn": f"{record.arn}:{version}"}


def list_prompts(call: Call) -> dict[str, Any]:
    if not call.params.get("promptIdentifier"):
        records, token = page(call.records(Prompt), call.params)
        return list_answer(call, [view(Prompt(), record) for record in records], token)
    record = call.find(Prompt, call.params["promptIdentifier"])
    versions = [of_version(record, version) for version in record.hidden["versions"]]
    chosen, token = part([view(Prompt(), record), *versions], call.params)
    return list_answer(call, list(chosen), token)


def create_version(call: Call) -> dict[str, Any]:
    record = call.find(Prompt, call.params["promptIdentifier"])
    record.hidden["newest"] += 1
    version = str(record.hidden["newest"])
    snapshot = copy.deepcopy(record.members)
    record.hidden["versions"][version] = {**snapshot, "description": call.params.get("description", "")}
    call.cloud.store.put(record)
    return call.answer(of_version(record, version))


def delete_prompt(call: Call) -> dict[str, Any]:
    version = call.params.get("promptVersion")
    if not version:
        return Verbs(Prompt()).delete(call)
    record = call.find(Prompt, call.params["promptIdentifier"])
    if record.hidden["versions"].pop(version, None) is None:
        raise Prompt().missing(f"{record.id} version {version}")
    call.cloud.store.put(record)
    return call.answer({"id": record.id, "version": version})
