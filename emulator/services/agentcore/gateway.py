"""Gateways and their targets."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import conflict, validation
from emulator.modeled.resource import LOWER, UPPER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.agentcore.checks import check_role

CONTROL = "bedrock-agentcore-control"
MCP_PATH = "/_gateway/{id}/mcp"
"""Where the local cloud itself speaks for a gateway; no bucket can have such a name."""
TARGET_TYPES = {
    "openApiSchema": "OPEN_API_SCHEMA",
    "smithyModel": "SMITHY_MODEL",
    "mcpServer": "MCP_SERVER",
    "lambda": "LAMBDA",
    "apiGateway": "API_GATEWAY",
    "connector": "CONNECTOR",
    "agentcoreRuntime": "AGENTCORE_RUNTIME",
    "passthrough": "PASSTHROUGH",
}


class Gateway(ResourceType):
    service = CONTROL
    noun = "Gateway"
    id = "gatewayId"
    id_param = "gatewayIdentifier"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:gateway/{id}"
    arn_member = "gatewayArn"
    name = "name"
    states = States("CREATING", "READY", "UPDATING", "DELETING")

    def new_id(self, call: Call) -> str:
        return f"{call.params['name'].lower().rstrip('-')}-{random_id(10, LOWER)}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        self.check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["url"] = gateway_url(record, call.host)

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call)
        if call.params["name"] != record.members["name"]:
            raise validation(f"The name of a gateway can't change: send {record.members['name']}")

    def before_delete(self, call: Call, record: Record) -> None:
        if call.records(GatewayTarget, record.id):
            raise validation("Gateway has targets associated with it. Delete all targets before deleting the gateway.")

    def view(self, record: Record) -> dict[str, Any]:
        where = record.arn.rsplit(":", 1)[0]
        identity = f"{where}:workload-identity-directory/default/workload-identity/{record.id}"
        return {
            "gatewayUrl": record.hidden["url"],
            "workloadIdentityDetails": {"workloadIdentityArn": identity},
            "protocolType": record.members.get("protocolType", "MCP"),
        }

    @staticmethod
    def check(call: Call) -> None:
        check_role(call.params["roleArn"])
        if call.params["authorizerType"] == "CUSTOM_JWT" and not call.params.get("authorizerConfiguration"):
            raise validation("authorizerConfiguration is required when authorizerType is CUSTOM_JWT")


def gateway_url(gateway: Record, host: str) -> str:
    """Where the gateway can be reached by the one who made it: on AWS at a host of its own."""
    if not host or host.endswith(".amazonaws.com"):
        return f"https://{gateway.id}.gateway.bedrock-agentcore.{gateway.region}.amazonaws.com/mcp"
    return f"http://{host}{MCP_PATH.format(id=gateway.id)}"


class GatewayTarget(ResourceType):
    service = CONTROL
    noun = "GatewayTarget"
    id = "targetId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:gateway/{parent}/target/{id}"
    name = "name"
    parent = Gateway
    states = States("CREATING", "READY", "UPDATING", "DELETING")

    def new_id(self, call: Call) -> str:
        return random_id(10, UPPER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        if parent.is_changing:
            raise conflict(f"Gateway {parent.id} is in status {parent.status}: wait until it is READY")
        self.check(call)

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["gateway_arn"] = call.find(Gateway, record.parent or "").arn
        record.members.setdefault("name", f"target-{record.id.lower()}")
        self.fill(call, record)

    def on_update(self, call: Call, record: Record) -> None:
        self.fill(call, record)

    def view(self, record: Record) -> dict[str, Any]:
        kind = target_type(record.members["targetConfiguration"])
        return {
            "gatewayArn": record.hidden["gateway_arn"],
            "targetType": kind,
            "lastSynchronizedAt": record.hidden.get("synchronized"),
            "protocolType": "HTTP" if "http" in record.members["targetConfiguration"] else "MCP",
        }

    @staticmethod
    def fill(call: Call, record: Record) -> None:
        record.members.setdefault("credentialProviderConfigurations", [{"credentialProviderType": "GATEWAY_IAM_ROLE"}])
        if target_type(record.members["targetConfiguration"]) == "MCP_SERVER":
            read_again(call, record)

    @staticmethod
    def check(call: Call) -> None:
        """An MCP server behind IAM needs to know for which service the gateway signs."""
        if target_type(call.params["targetConfiguration"]) != "MCP_SERVER":
            return
        for item in call.params.get("credentialProviderConfigurations", []):
            provider = item.get("credentialProvider", {}).get("iamCredentialProvider", {})
            if item["credentialProviderType"] == "GATEWAY_IAM_ROLE" and not provider.get("service"):
                raise validation("An MCP server target with GATEWAY_IAM_ROLE needs iamCredentialProvider.service")


def read_again(call: Call, target: Record) -> None:
    """Forget what is known of a server's tools, and say when they were read."""
    target.hidden.pop("tools", None)
    target.hidden["synchronized"] = call.cloud.timestamp()


def target_type(configuration: dict[str, Any]) -> str | None:
    protocol = next(iter(configuration.values()), {})
    return TARGET_TYPES.get(next(iter(protocol), ""))


def synchronize_targets(call: Call) -> dict[str, Any]:
    """SynchronizeGatewayTargets: read the tools of MCP servers again."""
    gateway = call.find(Gateway, call.params["gatewayIdentifier"])
    targets = [call.find(GatewayTarget, key, gateway.id) for key in call.params["targetIdList"]]
    resource = GatewayTarget()
    for target in targets:
        error = resource.busy(target, "synchronize") if target.is_changing else None
        if error:
            raise error
        target.status = "SYNCHRONIZING"
        read_again(call, target)
        call.cloud.schedule(target, ("synchronize", "READY"))
        call.cloud.store.put(target)
    return call.answer({"targets": [view(resource, target) for target in targets]})
