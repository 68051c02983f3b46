"""Workload identities: found by name, ready at once."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record


class WorkloadIdentity(ResourceType):
    service = "bedrock-agentcore-control"
    noun = "WorkloadIdentity"
    plural = "WorkloadIdentities"
    id = "name"
    arn = (
        "arn:{partition}:bedrock-agentcore:{region}:{account}:"
        "workload-identity-directory/default/workload-identity/{id}"
    )
    arn_member = "workloadIdentityArn"
    name = "name"

    def new_id(self, call: Call) -> str:
        return str(call.params["name"])

    def duplicate(self, name: str) -> Any:
        return validation(f"WorkloadIdentity with name: {name} already exists")

    def view(self, record: Record) -> dict[str, Any]:
        return {"createdTime": record.created, "lastUpdatedTime": record.updated}
