"""The MCP endpoint of gateways: streamable HTTP without streams. MCP servers in runtimes are asked, nothing else is.

unverified: the bodies of 401 and 403, and that a gateway lists tools of READY targets only. Policies are not judged.
The tools of a server are read when they are first listed, not when AWS does, which is before the target is READY.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from emulator.identify import Identity
from emulator.modeled.cloud import Cloud
from emulator.modeled.errors import AwsError
from emulator.modeled.store import Record
from emulator.services.agentcore.gateway import MCP_PATH, Gateway, GatewayTarget, target_type
from emulator.services.agentcore_data.servers import McpServer, ServerFailed, server_of
from emulator.services.agentcore_data.tools import Tool, named, tools_of
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
        offers = offers_of(cloud, gateway)
    # Servers are asked with the store unlocked: they may themselves ask the local cloud for something.
    return respond(cloud, gateway, offers, visit.body)


@dataclass(frozen=True)
class Offer:
    """A target, the server behind it if there is one that can be asked, and what keeps it from being asked."""

    target: Record
    server: McpServer | None = None
    trouble: str | None = None


def offers_of(cloud: Cloud, gateway: Record) -> list[Offer]:
    offers = []
    for target in cloud.store.all((GatewayTarget.kind(), gateway.account, gateway.region)):
        if target.parent != gateway.id or target.status != "READY":
            continue
        try:
            offers.append(Offer(target, server_of(cloud, target)))
        except (AwsError, ServerFailed, NotImplementedError) as error:
            offers.append(Offer(target, trouble=str(error)))
    return offers


def tools_offered(cloud: Cloud, offer: Offer) -> list[Tool]:
    """What was read of a server is kept until the target changes or is synchronized."""
    if offer.server is None:
        return tools_of(offer.target)
    known: list[Tool] | None = offer.target.hidden.get("tools")
    if known is None:
        known = offer.server.ask("tools/list", {}).get("tools", [])
        with cloud.store.lock:
            offer.target.hidden["tools"] = known
    return named(offer.target, known)


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


def respond(cloud: Cloud, gateway: Record, offers: list[Offer], body: bytes) -> Answer:
    try:
        asked = json.loads(body)
    except ValueError:
        return render(400, rpc(None, error={"code": PARSE_ERROR, "message": "The body is no JSON"}))
    if not isinstance(asked, dict) or asked.get("jsonrpc") != "2.0" or not isinstance(asked.get("method"), str):
        return render(400, rpc(None, error={"code": INVALID_REQUEST, "message": "The body is no JSON-RPC request"}))
    if "id" not in asked:
        return 202, [], b""
    try:
        result = perform(cloud, gateway, offers, asked["method"], asked.get("params") or {})
    except RpcError as error:
        return render(200, rpc(asked["id"], error={"code": error.code, "message": str(error)}))
    return render(200, rpc(asked["id"], result=result))


def perform(cloud: Cloud, gateway: Record, offers: list[Offer], method: str, params: dict[str, Any]) -> dict[str, Any]:
    if method == "initialize":
        return initialized(gateway, params)
    if method == "ping":
        return {}
    if method not in ("tools/list", "tools/call"):
        raise RpcError(NO_METHOD, f"Method not found: {method}")
    try:
        if method == "tools/list":
            return {"tools": [tool for offer in offers for tool in tools_offered(cloud, offer)]}
        return called(cloud, offers, params)
    except ServerFailed as error:
        raise RpcError(INTERNAL, str(error)) from error


def called(cloud: Cloud, offers: list[Offer], params: dict[str, Any]) -> dict[str, Any]:
    name = params.get("name")
    for offer in offers:
        if name in {tool["name"] for tool in tools_offered(cloud, offer)}:
            break
    else:
        raise RpcError(INVALID_PARAMS, f"Unknown tool: {name}")
    if offer.server:
        plain = str(name).removeprefix(f"{offer.target.members['name']}___")
        return offer.server.ask("tools/call", {**params, "name": plain})
    kind = target_type(offer.target.members["targetConfiguration"])
    why = offer.trouble or f"The local cloud lists tools of {kind} targets, but has nothing to run {name} with"
    raise RpcError(INTERNAL, why)


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
