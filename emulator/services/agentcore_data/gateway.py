"""The MCP endpoint of gateways: streamable HTTP without streams. It knows the tools, not what is behind them.

unverified: the bodies of 401 and 403, and that a gateway lists tools of READY targets only. Policies are not judged.
"""

import json
import re
from typing import Any

from emulator.identify import Identity
from emulator.modeled.cloud import Cloud
from emulator.modeled.store import Record
from emulator.services.agentcore.gateway import MCP_PATH, Gateway, GatewayTarget, target_type
from emulator.services.agentcore_data.tools import tools_of
from emulator.site import Answer, Site, Visit

VERSIONS = ("2025-06-18", "2025-03-26")
PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS, INTERNAL = -32700, -32600, -32601, -32602, -32603
UNAUTHORIZED = -32001


class RpcError(Exception):
    def __init__(self, code: int, message: str):
        super().__init__(message)
        self.code = code


def method_of(body: bytes) -> str | None:
    """The method that a request asks for, for the request log."""
    try:
        return str(json.loads(body)["method"])
    except (ValueError, TypeError, KeyError):
        return None


def answer(visit: Visit) -> Answer:
    """Answer a request to the path of a gateway."""
    cloud, key = visit.cloud, visit.found[1]
    with cloud.store.lock:
        cloud.settle()
        gateways = [item for item in cloud.store.everything() if (item.kind, item.id) == (Gateway.kind(), key)]
        if not gateways:
            return render(404, {"message": f"Gateway {key} was not found"})
        gateway = gateways[0]
        refusal = refused(gateway, visit.environ, visit.identity)
        if refusal:
            return refusal
        if visit.environ["REQUEST_METHOD"] != "POST":
            return render(405, {"message": "Method not allowed: there are no streams"}, ("Allow", "POST"))
        return respond(cloud, gateway, visit.body)


def refused(gateway: Record, environ: dict[str, Any], identity: Identity) -> Answer | None:
    """The gateway's authorizer wants a signature or a token to be there; neither is checked here."""
    kind = gateway.members["authorizerType"]
    if kind == "AWS_IAM" and not identity.is_signed:
        return render(403, {"message": "Missing Authentication Token"})
    token = re.fullmatch(r"Bearer \S+", environ.get("HTTP_AUTHORIZATION", ""))
    if kind in ("CUSTOM_JWT", "AUTHENTICATE_ONLY") and not token:
        message = rpc(None, error={"code": UNAUTHORIZED, "message": "Missing Bearer token"})
        return render(401, message, ("WWW-Authenticate", "Bearer"))
    return None


def respond(cloud: Cloud, gateway: Record, body: bytes) -> Answer:
    try:
        asked = json.loads(body)
    except ValueError:
        return render(400, rpc(None, error={"code": PARSE_ERROR, "message": "The body is no JSON"}))
    if not isinstance(asked, dict) or asked.get("jsonrpc") != "2.0" or not isinstance(asked.get("method"), str):
        return render(400, rpc(None, error={"code": INVALID_REQUEST, "message": "The body is no JSON-RPC request"}))
    if "id" not in asked:
        return 202, [], b""
    try:
        result = perform(cloud, gateway, asked["method"], asked.get("params") or {})
    except RpcError as error:
        return render(200, rpc(asked["id"], error={"code": error.code, "message": str(error)}))
    return render(200, rpc(asked["id"], result=result))


def perform(cloud: Cloud, gateway: Record, method: str, params: dict[str, Any]) -> dict[str, Any]:
    if method == "initialize":
        return initialized(gateway, params)
    if method == "ping":
        return {}
    if method not in ("tools/list", "tools/call"):
        raise RpcError(NO_METHOD, f"Method not found: {method}")
    targets = cloud.store.all((GatewayTarget.kind(), gateway.account, gateway.region))
    tools = {
        tool["name"]: (tool, target)
        for target in targets
        if target.parent == gateway.id and target.status == "READY"
        for tool in tools_of(target)
    }
    if method == "tools/list":
        return {"tools": [tool for tool, _target in tools.values()]}
    name = params.get("name")
    if name not in tools:
        raise RpcError(INVALID_PARAMS, f"Unknown tool: {name}")
    kind = target_type(tools[name][1].members["targetConfiguration"])
    raise RpcError(INTERNAL, f"The local cloud lists tools of {kind} targets, but has nothing to run {name} with")


def initialized(gateway: Record, params: dict[str, Any]) -> dict[str, Any]:
    settings = gateway.members.get("protocolConfiguration", {}).get("mcp", {})
    versions = settings.get("supportedVersions") or VERSIONS
    wanted = params.get("protocolVersion")
    told = {"instructions": settings["instructions"]} if "instructions" in settings else {}
    return {
        "protocolVersion": wanted if wanted in versions else max(versions),
        "capabilities": {"tools": {"listChanged": False}},
        "serverInfo": {"name": gateway.members["name"], "version": "1.0.0"},
        **told,
    }


def rpc(identity: Any, **outcome: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identity, **outcome}


def render(status: int, content: dict[str, Any], *headers: tuple[str, str]) -> Answer:
    return status, [("Content-Type", "application/json"), *headers], json.dumps(content).encode()


SITE = Site("bedrock-agentcore-gateway", re.compile(MCP_PATH.format(id="([^/]+)")), answer, method_of)
