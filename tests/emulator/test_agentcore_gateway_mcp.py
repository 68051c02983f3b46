"""The MCP endpoint of gateways: who may ask, which tools there are."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest

SIGNED = {"Authorization": "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20300101/us-east-1/bedrock-agentcore/aws4_request"}
OPEN_API = """
openapi: 3.0.0
paths:
  /tenders/{number}:
    get:
      operationId: getTender
      summary: One tender
      parameters: [{name: number, in: path, required: true, schema: {type: string}}]
    delete: {summary: has no id}
  /tenders:
    post:
      operationId: addTender
      requestBody:
        content: {application/json: {schema: {type: object, properties: {title: {type: string}}, required: [title]}}}
"""
SMITHY = json.dumps({"smithy": "2.0", "shapes": {"org#Weather": {"type": "operation"}, "org#City": {"type": "string"}}})
LAMBDA = {
    "lambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:orders",
    "toolSchema": {"inlinePayload": [{"name": "find", "description": "Finds", "inputSchema": {"type": "object"}}]},
}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("bedrock-agentcore-control")


@pytest.fixture
def url(world: Any, client: Any) -> str:
    """The URL of a gateway with three targets."""
    key = {"gatewayIdentifier": world.gateway}
    found = client.get_gateway(**key)
    for name, configuration in {
        "orders": {"lambda": LAMBDA},
        "tenders": {"openApiSchema": {"inlinePayload": OPEN_API}},
        "weather": {"smithyModel": {"inlinePayload": SMITHY}},
    }.items():
        client.create_gateway_target(**key, name=name, targetConfiguration={"mcp": configuration})
    client.list_gateway_targets(**key)
    return str(found["gatewayUrl"])


def post(url: str, content: Any, headers: dict[str, str] | None = None) -> tuple[int, Any]:
    given = SIGNED if headers is None else headers
    request = urllib.request.Request(url, json.dumps(content).encode(), given)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.loads(answer.read() or "null")
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def rpc(url: str, method: str, **params: Any) -> Any:
    status, answer = post(url, {"jsonrpc": "2.0", "id": 7, "method": method, "params": params})
    assert (status, answer["id"]) == (200, 7)
    return answer.get("result") or answer["error"]


def test_speaks_mcp(url: str) -> None:
    assert rpc(url, "initialize", protocolVersion="2025-06-18")["protocolVersion"] == "2025-06-18"
    assert post(url, {"jsonrpc": "2.0", "method": "notifications/initialized"}) == (202, None)
    assert rpc(url, "nothing/known")["code"] == -32601
    assert post(url, ["nothing"])[0] == 400


def test_lists_the_tools_of_every_target(url: str) -> None:
    tools = {tool["name"]: tool for tool in rpc(url, "tools/list")["tools"]}
    assert list(tools) == ["orders___find", "tenders___getTender", "tenders___addTender", "weather___Weather"]
    assert tools["tenders___getTender"]["inputSchema"]["required"] == ["number"]
    assert tools["tenders___addTender"]["inputSchema"]["properties"] == {"title": {"type": "string"}}


def test_a_call_says_what_is_missing(url: str) -> None:
    assert "nothing to run orders___find with" in rpc(url, "tools/call", name="orders___find")["message"]
    assert rpc(url, "tools/call", name="orders___lose")["code"] == -32602


def test_the_authorizer_wants_what_it_wants(url: str, world: Any, client: Any) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    assert [post(url, ping, headers)[0] for headers in ({}, {"Authorization": "Bearer x"}, SIGNED)] == [403, 403, 200]
    authorizer = {"customJWTAuthorizer": {"discoveryUrl": "https://a.example/.well-known/openid-configuration",
                                          "allowedClients": ["x"]}}  # fmt: skip
    for kind, more, expected in (
        ("CUSTOM_JWT", {"authorizerConfiguration": authorizer}, [401, 200, 401]),
        ("NONE", {}, [200, 200, 200]),
    ):
        made = client.create_gateway(
            name=kind.replace("_", "-"), roleArn=world.role, authorizerType=kind, protocolType="MCP", **more
        )
        url = made["gatewayUrl"]
        given = ({}, {"Authorization": "Bearer x"}, SIGNED)
        assert [post(url, ping, headers)[0] for headers in given] == expected, kind
