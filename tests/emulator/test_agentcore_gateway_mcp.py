"""The MCP endpoint of gateways: who may ask, which tools there are."""

import io
import json
import urllib.error
import urllib.parse
import urllib.request
import zipfile
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


SERVER = """
import json, os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if asked["method"] == "tools/list":
            result = {"tools": [{"name": os.environ["TOOL"], "inputSchema": {"type": "object"}}]}
        else:
            import boto3
            who = boto3.client("sts").get_caller_identity()["Arn"]
            result = {"content": [{"type": "text", "text": who + " " + json.dumps(asked["params"], sort_keys=True)}]}
        body = "data: " + json.dumps({"jsonrpc": "2.0", "id": asked["id"], "result": result})
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body.encode())

ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""


def server(world: Any, source: str, tool: str) -> dict[str, Any]:
    """Settings of a runtime that runs an MCP server."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as bundle:
        bundle.writestr("main.py", source)
    world.cloud.client("s3").put_object(Bucket=world.bucket, Key="server.zip", Body=stream.getvalue())
    code = {"code": {"s3": {"bucket": world.bucket, "prefix": "server.zip"}}, "runtime": "PYTHON_3_13"}
    return {
        "agentRuntimeArtifact": {"codeConfiguration": {**code, "entryPoint": ["main.py"]}},
        "roleArn": world.role,
        "protocolConfiguration": {"serverProtocol": "MCP"},
        "environmentVariables": {"TOOL": tool},
    }


def connect(world: Any, client: Any, made: dict[str, Any]) -> dict[str, str]:
    """A target that leads to the runtime; its id and the gateway's."""
    where = urllib.parse.quote(made["agentRuntimeArn"], safe="")
    endpoint = f"https://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/{where}/invocations?qualifier=DEFAULT"
    gateway = {"gatewayIdentifier": world.gateway}
    target = client.create_gateway_target(
        **gateway,
        name="stock",
        targetConfiguration={"mcp": {"mcpServer": {"endpoint": endpoint}}},
        credentialProviderConfigurations=[
            {
                "credentialProviderType": "GATEWAY_IAM_ROLE",
                "credentialProvider": {"iamCredentialProvider": {"service": "bedrock-agentcore"}},
            }
        ],
    )
    client.list_gateway_targets(**gateway)
    return {**gateway, "targetId": target["targetId"]}


def test_a_server_in_a_runtime_is_asked_and_answers(world: Any, client: Any, url: str) -> None:
    made = client.create_agent_runtime(agentRuntimeName="stock", **server(world, SERVER, "count"))
    client.list_agent_runtime_endpoints(agentRuntimeId=made["agentRuntimeId"])
    connect(world, client, made)
    assert rpc(url, "tools/list")["tools"][-1]["name"] == "stock___count"
    answer = rpc(url, "tools/call", name="stock___count", arguments={"of": "pens"})["content"][0]["text"]
    assert "assumed-role/service/" in answer
    assert answer.endswith('{"arguments": {"of": "pens"}, "name": "count"}')


def test_tools_of_a_server_are_read_again_when_the_target_is_synchronized(world: Any, client: Any, url: str) -> None:
    made = client.create_agent_runtime(agentRuntimeName="stock", **server(world, SERVER, "count"))
    runtime = {"agentRuntimeId": made["agentRuntimeId"]}
    client.list_agent_runtime_endpoints(**runtime)
    target = connect(world, client, made)
    assert rpc(url, "tools/list")["tools"][-1]["name"] == "stock___count"
    client.update_agent_runtime(**runtime, **server(world, SERVER, "weigh"))
    client.list_agent_runtime_endpoints(**runtime)
    assert rpc(url, "tools/list")["tools"][-1]["name"] == "stock___count"
    client.synchronize_gateway_targets(gatewayIdentifier=target["gatewayIdentifier"], targetIdList=[target["targetId"]])
    client.list_gateway_targets(gatewayIdentifier=target["gatewayIdentifier"])
    assert rpc(url, "tools/list")["tools"][-1]["name"] == "stock___weigh"


def test_a_server_that_does_not_start_is_told(world: Any, client: Any, url: str) -> None:
    made = client.create_agent_runtime(agentRuntimeName="stock", **server(world, "raise SystemExit('no way')", "count"))
    client.list_agent_runtime_endpoints(agentRuntimeId=made["agentRuntimeId"])
    connect(world, client, made)
    assert "no way" in rpc(url, "tools/list")["message"]
