"""Browsers, their profiles, and code interpreters: tools that have no update."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.agentcore.checks import check_role

CONTROL = "bedrock-agentcore-control"


class Tool(ResourceType):
    """What browsers and code interpreters have in common."""

    service = CONTROL
    name = "name"
    states = States("CREATING", "READY", None, "DELETING")

    def new_id(self, call: Call) -> str:
        return f"{call.params['name']}-{random_id()}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_role(call.params.get("executionRoleArn"))
        network = call.params["networkConfiguration"]
        if network["networkMode"] == "VPC" and not network.get("vpcConfig"):
            raise validation("networkConfiguration.vpcConfig is required when networkMode is VPC")


class Browser(Tool):
    noun = "Browser"
    id = "browserId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:browser-custom/{id}"
    arn_member = "browserArn"

    def before_create(self, call: Call, parent: Record | None) -> None:
        super().before_create(call, parent)
        if call.params.get("recording", {}).get("enabled") and not call.params.get("executionRoleArn"):
            raise validation("executionRoleArn is required to record sessions")


class CodeInterpreter(Tool):
    noun = "CodeInterpreter"
    id = "codeInterpreterId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:code-interpreter-custom/{id}"
    arn_member = "codeInterpreterArn"


class BrowserProfile(ResourceType):
    service = CONTROL
    noun = "BrowserProfile"
    id = "profileId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:browser-profile/{id}"
    arn_member = "profileArn"
    name = "name"
    states = States(None, "READY", None, "DELETING")

    def new_id(self, call: Call) -> str:
        return f"{call.params['name']}-{random_id()}"

    def on_create(self, call: Call, record: Record) -> None:
        record.status = "READY"

    def view(self, record: Record) -> dict[str, Any]:
        return {"profileArn": record.arn}
