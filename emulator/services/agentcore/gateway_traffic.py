"""Rules and rate limits of gateways."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, conflict, validation
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.agentcore.gateway import Gateway, GatewayTarget

CONTROL = "bedrock-agentcore-control"
STATES = States("CREATING", "ACTIVE", "UPDATING", "DELETING")


class GatewayRule(ResourceType):
    service = CONTROL
    noun = "GatewayRule"
    id = "ruleId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:gateway/{parent}/rule/{id}"
    name = "priority"
    parent = Gateway
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return str(uuid.uuid4())

    def duplicate(self, name: str) -> AwsError:
        return conflict(f"A rule with priority {name} already exists on the gateway")

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        self.check(call, parent.id)

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call, record.parent or "")

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["gateway_arn"] = call.find(Gateway, record.parent or "").arn

    def view(self, record: Record) -> dict[str, Any]:
        return {"gatewayArn": record.hidden["gateway_arn"]}

    @staticmethod
    def check(call: Call, gateway: str) -> None:
        """A route leads to targets of the same gateway."""
        known = {target.members["name"] for target in call.records(GatewayTarget, gateway)}
        for action in call.params.get("actions", []):
            for route in action.get("routeToTarget", {}).values():
                for leg in route.get("trafficSplit", [route]):
                    if leg["targetName"] not in known:
                        raise validation(f"The gateway has no target {leg['targetName']}")


class GatewayRateLimit(ResourceType):
    service = CONTROL
    noun = "GatewayRateLimit"
    id = "rateLimitId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:gateway/{parent}/rate-limit/{id}"
    name = "rateLimitId"
    parent = Gateway
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return str(call.params.get("rateLimitId") or random_id(10, LOWER))

    def before_create(self, call: Call, parent: Record | None) -> None:
        self.check(call, call.params["dimensionKeys"])

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call, record.members["dimensionKeys"])

    @staticmethod
    def check(call: Call, keys: list[str]) -> None:
        for entry in call.params["entries"]:
            if set(entry["dimensions"]) != set(keys):
                given, wanted = sorted(entry["dimensions"]), sorted(keys)
                raise validation(f"An entry has the dimensions {given}, but dimensionKeys are {wanted}")
