"""Harnesses and their endpoints: every update is a version; the DEFAULT endpoint isn't modeled."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.agentcore.checks import check_role

CONTROL = "bedrock-agentcore-control"
STATES = States("CREATING", "READY", "UPDATING", "DELETING")
# Unverified: what AWS fills for what is left out.
DEFAULTS: dict[str, Any] = {
    "model": {"bedrockModelConfig": {"modelId": "global.anthropic.claude-sonnet-4-6"}},
    "systemPrompt": [],
    "tools": [],
    "skills": [],
    "allowedTools": ["*"],
    "truncation": {"strategy": "sliding_window"},
    "environment": {
        "agentCoreRuntimeEnvironment": {
            "lifecycleConfiguration": {"idleRuntimeSessionTimeout": 900, "maxLifetime": 28800},
            "networkConfiguration": {"networkMode": "PUBLIC"},
        }
    },
}


class Harness(ResourceType):
    service = CONTROL
    noun = "Harness"
    plural = "Harnesses"
    id = "harnessId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:harness/{id}"
    arn_member = "arn"
    name = "harnessName"
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['harnessName']}-{random_id()}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_role(call.params.get("executionRoleArn"))

    def before_update(self, call: Call, record: Record) -> None:
        check_role(call.params.get("executionRoleArn"))

    def on_create(self, call: Call, record: Record) -> None:
        record.members = {**DEFAULTS, **record.members, "harnessVersion": "1"}

    def on_update(self, call: Call, record: Record) -> None:
        record.members["harnessVersion"] = str(int(record.members["harnessVersion"]) + 1)


class HarnessEndpoint(ResourceType):
    service = CONTROL
    noun = "HarnessEndpoint"
    id = "endpointName"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:harness/{parent}/harness-endpoint/{id}"
    arn_member = "arn"
    name = "endpointName"
    parent = Harness
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return str(call.params["endpointName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        self.check(call, parent)

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call, call.find(Harness, record.parent or ""))

    def on_create(self, call: Call, record: Record) -> None:
        harness = call.find(Harness, record.parent or "")
        record.members.setdefault("targetVersion", harness.members["harnessVersion"])
        record.hidden["harness"] = harness.members["harnessName"]

    def on_status(self, cloud: Any, record: Record) -> None:
        if record.status == self.states.ready:
            record.members["liveVersion"] = record.members["targetVersion"]

    def view(self, record: Record) -> dict[str, Any]:
        return {"harnessName": record.hidden["harness"]}

    @staticmethod
    def check(call: Call, harness: Record) -> None:
        version = call.params.get("targetVersion")
        if version and int(version) > int(harness.members["harnessVersion"]):
            raise no_such_version(harness, version)


def no_such_version(harness: Record, version: str) -> AwsError:
    return not_found(f"Harness {harness.id} has no version {version}")
