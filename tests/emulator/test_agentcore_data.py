"""Invoking runtimes: their bundles really run, and speak to the local cloud in turn."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.emulator.conftest import World

SESSION = "session-0123456789-0123456789-0123456789"
AGENT = """
import json, os, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

calls = []

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(200, {"status": "Healthy"})

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        calls.append(asked)
        if "fail" in asked:
            print("no such thing", flush=True)
            return self.answer(500, {"error": "failed"})
        import boto3
        who = boto3.client("sts").get_caller_identity()["Arn"]
        session = self.headers["X-Amzn-Bedrock-AgentCore-Runtime-Session-Id"]
        self.answer(200, {"greeting": os.environ.get("GREETING"), "who": who, "calls": len(calls), "session": session})

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *args):
        pass

ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""


def zipped(source: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as bundle:
        bundle.writestr("main.py", source)
    return stream.getvalue()


@pytest.fixture
def control(cloud: Any) -> Any:
    return cloud.client("bedrock-agentcore-control")


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("bedrock-agentcore")


def settings(world: Any, source: str, **variables: str) -> dict[str, Any]:
    world.cloud.client("s3").put_object(Bucket=world.bucket, Key="agent.zip", Body=zipped(source))
    code = {"code": {"s3": {"bucket": world.bucket, "prefix": "agent.zip"}}, "runtime": "PYTHON_3_13"}
    return {
        "agentRuntimeArtifact": {"codeConfiguration": {**code, "entryPoint": ["main.py"]}},
        "roleArn": world.role,
        "environmentVariables": variables,
    }


@pytest.fixture
def runtime(world: Any, control: Any) -> dict[str, Any]:
    """A runtime with two versions: DEFAULT points at the second, the endpoint stable at the first."""
    made: dict[str, Any] = control.create_agent_runtime(
        agentRuntimeName="agent", **settings(world, AGENT, GREETING="hello")
    )
    key = {"agentRuntimeId": made["agentRuntimeId"]}
    control.get_agent_runtime(**key)
    control.create_agent_runtime_endpoint(**key, name="stable", agentRuntimeVersion="1")
    control.update_agent_runtime(**key, **settings(world, AGENT, GREETING="good day"))
    control.list_agent_runtime_endpoints(**key)
    return made


def ask(client: Any, runtime: dict[str, Any], question: Any = None, **more: Any) -> dict[str, Any]:
    answer = client.invoke_agent_runtime(
        agentRuntimeArn=runtime["agentRuntimeArn"],
        payload=json.dumps(question or {}).encode(),
        **{"runtimeSessionId": SESSION, **more},
    )
    assert (answer["statusCode"], answer["contentType"]) == (200, "application/json; charset=utf-8")
    found: dict[str, Any] = json.loads(answer["response"].read())
    return found


def test_the_bundle_runs_with_its_variables_as_its_role(client: Any, runtime: Any) -> None:
    answer = ask(client, runtime)
    assert (answer["greeting"], answer["session"]) == ("good day", SESSION)
    assert "assumed-role/service/" in answer["who"]


def test_the_qualifier_chooses_the_version(client: Any, runtime: Any, code: Any) -> None:
    assert ask(client, runtime, qualifier="stable")["greeting"] == "hello"
    params = {"agentRuntimeArn": runtime["agentRuntimeArn"], "payload": b"{}"}
    assert code(client.invoke_agent_runtime, **params, qualifier="nothing") == "ResourceNotFoundException"


def test_a_session_keeps_its_process_until_it_is_stopped(client: Any, runtime: Any) -> None:
    assert [ask(client, runtime)["calls"] for _time in range(2)] == [1, 2]
    assert ask(client, runtime, runtimeSessionId=f"{SESSION}-other")["calls"] == 1
    client.stop_runtime_session(agentRuntimeArn=runtime["agentRuntimeArn"], runtimeSessionId=SESSION)
    assert ask(client, runtime)["calls"] == 1


def test_an_agent_that_fails_is_a_client_error_with_its_words(client: Any, runtime: Any) -> None:
    with pytest.raises(ClientError, match=r"RuntimeClientError.*Received error \(500\) from runtime.*no such thing"):
        ask(client, runtime, {"fail": True})


def test_an_agent_that_does_not_start_is_told(client: Any, world: Any, control: Any) -> None:
    made = control.create_agent_runtime(agentRuntimeName="broken", **settings(world, "raise SystemExit('no way')"))
    control.get_agent_runtime(agentRuntimeId=made["agentRuntimeId"])
    control.list_agent_runtime_endpoints(agentRuntimeId=made["agentRuntimeId"])
    with pytest.raises(ClientError, match=r"RuntimeClientError.*ended with code 1.*no way"):
        ask(client, made)


def test_a_container_image_can_not_be_run(client: Any, world: Any) -> None:
    with pytest.raises(ClientError, match=r"NotImplemented.*no container images"):
        ask(client, world.runtime)


def test_agents_leave_nothing_behind(slow_cloud: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = tmp_path / "temporary"
    folders.mkdir()
    monkeypatch.setenv("TMPDIR", str(folders))
    cloud = slow_cloud(0)
    made = cloud.client("bedrock-agentcore-control").create_agent_runtime(
        agentRuntimeName="agent", **settings(World(cloud), AGENT)
    )
    ask(cloud.client("bedrock-agentcore"), made)
    assert list(folders.glob("local-cloud-agent-*"))
    cloud.process.terminate()
    cloud.process.wait(10)
    assert list(folders.iterdir()) == []
