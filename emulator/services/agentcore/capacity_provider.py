"""Capacity providers: machines of one's own for runtimes."""

from emulator.modeled.call import Call
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.agentcore.checks import check_role


class CapacityProvider(ResourceType):
    service = "bedrock-agentcore-control"
    noun = "CapacityProvider"
    id = "capacityProviderId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:capacity-provider/{id}"
    arn_member = "capacityProviderArn"
    name = "name"
    states = States("CREATING", "READY", "UPDATING", "DELETING")
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['name']}-{random_id()}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_role(call.params["permissionsConfiguration"]["capacityProviderOperatorRoleArn"])
