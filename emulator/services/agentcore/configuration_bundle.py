"""Configuration bundles: each change is a version whose parent is the one before."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import conflict
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record

LINEAGE = ("branchName", "commitMessage", "createdBy", "parentVersionIds")


class ConfigurationBundle(ResourceType):
    service = "bedrock-agentcore-control"
    noun = "ConfigurationBundle"
    id = "bundleId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:configuration-bundle/{id}"
    arn_member = "bundleArn"
    name = "bundleName"
    states = States(None, None, None, None)
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['bundleName']}-{random_id()}"

    def before_update(self, call: Call, record: Record) -> None:
        if record.members["versionId"] not in call.params["parentVersionIds"]:
            raise conflict(f"The newest version of {record.id} is {record.members['versionId']}: it must be a parent")

    def on_create(self, call: Call, record: Record) -> None:
        lineage = {name: record.members.pop(name) for name in LINEAGE if name in record.members}
        record.members["lineageMetadata"] = {"branchName": "mainline", **lineage}
        record.members["versionId"] = str(uuid.uuid4())

    def on_update(self, call: Call, record: Record) -> None:
        self.on_create(call, record)

    def view(self, record: Record) -> dict[str, Any]:
        return {"status": "ACTIVE"} if record.status is None else {}
