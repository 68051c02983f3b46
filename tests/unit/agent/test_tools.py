"""How the agent of apps/agent uses the tools of a gateway, which is played by a tool server of apps/tools."""

from __future__ import annotations

import io
import json
import sys
import threading
from pathlib import Path

import pytest

APPS = Path(__file__).parents[3] / "apps"
sys.path[:0] = [str(APPS / "agent"), str(APPS / "tools")]

from assistant import model, tools  # noqa: E402
from assistant.model import Model  # noqa: E402
from assistant.tools import Token, Tools, ToolsFailed  # noqa: E402
from toolbox.server import Toolbox, ToolServer  # noqa: E402
from toolbox.tool import Tool, Unfit  # noqa: E402


def count(of):
    if of == "sand":
        raise Unfit("There is too much of it.")
    return {of: 3}


@pytest.fixture
def url():
    box = Toolbox("stock", (Tool(count, "Counts.", {"of": {"type": "string"}}, ("of",)),))
    server = ToolServer(("127.0.0.1", 0), box)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/mcp"
    server.shutdown()
    server.server_close()


@pytest.fixture
def offered(url):
    return Tools(url, lambda url, body, headers: headers)


class Talk:
    """A model that says one thing after the other, and keeps what it was asked."""

    def __init__(self, *messages):
        self.messages = list(messages)
        self.asked = []

    def converse(self, **request):
        self.asked.append(json.loads(json.dumps(request)))
        said = self.messages.pop(0)
        reason = "tool_use" if any("toolUse" in part for part in said) else "end_turn"
        return {"output": {"message": {"role": "assistant", "content": said}}, "stopReason": reason}


def use(of):
    return [{"toolUse": {"toolUseId": of, "name": "count", "input": {"of": of}}}]


@pytest.fixture
def talk(monkeypatch):
    def make(*messages):
        said = Talk(*messages)
        monkeypatch.setattr(model, "client", lambda service: said)
        return said

    return make


def test_the_model_gets_what_the_tools_answer(offered, talk):
    said = talk(use("pens"), use("sand"), [{"text": "Three pens."}])
    assert Model("a-model").ask("How many?", [], [], offered) == "Three pens."
    assert said.asked[0]["toolConfig"]["tools"][0]["toolSpec"]["name"] == "count"
    results = [part["toolResult"] for part in (said.asked[2]["messages"][place]["content"][0] for place in (2, 4))]
    assert [(result["status"], result["content"][0]["text"]) for result in results] == [
        ("success", '{"pens": 3}'),
        ("error", "There is too much of it."),
    ]


def test_a_model_that_never_answers_is_an_error(offered, talk):
    talk(*[use("pens")] * 9)
    with pytest.raises(RuntimeError, match="8 times"):
        Model("a-model").ask("How many?", [], [], offered)


def test_without_a_gateway_no_tools_are_offered(talk):
    said = talk([{"text": "Nobody knows."}])
    assert Model("a-model").ask("How many?", [], []) == "Nobody knows."
    assert "toolConfig" not in said.asked[0]


def test_a_gateway_that_does_not_answer_is_told(offered):
    nowhere = Tools("http://127.0.0.1:9/mcp", offered.authorize)
    with pytest.raises(ToolsFailed, match="does not answer tools/list"):
        nowhere.listed()
    text, failed = nowhere.call("count", {})
    assert failed
    assert "does not answer tools/call" in text


def test_a_token_is_got_with_the_clients_secret_and_kept(monkeypatch):
    asked = []

    class Cognito:
        def describe_user_pool_client(self, **request):
            return {"UserPoolClient": {"ClientSecret": "s"}}

    def urlopen(request, timeout):
        asked.append(request)
        return io.BytesIO(b'{"access_token": "t", "expires_in": 3600}')

    monkeypatch.setattr(tools, "client", lambda service: Cognito())
    monkeypatch.setattr(tools.urllib.request, "urlopen", urlopen)
    token = Token("pool", "c", "https://login.example/oauth2/token")
    for _time in range(2):
        assert token("https://gateway.example", b"", {})["Authorization"] == "Bearer t"
    assert len(asked) == 1
    assert asked[0].get_header("Authorization") == "Basic Yzpz"
    assert asked[0].data == b"grant_type=client_credentials"


def test_a_request_is_signed_for_agentcore(monkeypatch):
    for name, value in {
        "ACCESS_KEY_ID": "AKIAEXAMPLE",
        "SECRET_ACCESS_KEY": "s",
        "DEFAULT_REGION": "eu-west-1",
    }.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    headers = tools.signed("https://gateway.example/mcp", b"{}", {"Accept": "application/json"})
    assert "/eu-west-1/bedrock-agentcore/aws4_request" in headers["Authorization"]
    assert headers["Accept"] == "application/json"


def test_the_environment_says_how_to_get_in(monkeypatch):
    for name in ("GATEWAY_URL", "USER_POOL_ID", "CLIENT_ID", "TOKEN_URL"):
        monkeypatch.delenv(name, raising=False)
    assert tools.from_environment() is None
    monkeypatch.setenv("GATEWAY_URL", "https://gateway.example/mcp")
    assert tools.from_environment().authorize is tools.signed
    for name in ("USER_POOL_ID", "CLIENT_ID", "TOKEN_URL"):
        monkeypatch.setenv(name, name)
    assert tools.from_environment().authorize == Token("USER_POOL_ID", "CLIENT_ID", "TOKEN_URL")
