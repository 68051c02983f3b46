"""The tool servers of apps/tools, with their AWS clients replaced by small stand-ins."""

from __future__ import annotations

import io
import json
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "apps" / "tools"))

from toolbox import bedrock, postgres, s3  # noqa: E402
from toolbox.server import Toolbox, ToolServer  # noqa: E402

PLACES = {
    "documents": {"bucket": "a-documents", "prefix": "documents/"},
    "generated": {"bucket": "a-artifacts", "prefix": "generated/", "writable": True},
}


class Calls:
    """Records calls and answers each operation with what the test gave it."""

    def __init__(self, **answers):
        self.made = []
        self.answers = answers

    def __getattr__(self, operation):
        def call(**request):
            self.made.append((operation, request))
            answer = self.answers.get(operation, {})
            if isinstance(answer, Exception):
                raise answer
            return answer

        return call


@pytest.fixture
def aws(monkeypatch):
    calls = Calls(begin_transaction={"transactionId": "t1"})
    for module in (bedrock, postgres, s3):
        monkeypatch.setattr(module, "client", lambda service: calls)
    for name in ("CLUSTER_ARN", "SECRET_ARN", "NAME", "SCHEMA"):
        monkeypatch.setenv(f"DATABASE_{name}", name.lower())
    monkeypatch.setenv("STORAGE_PLACES", json.dumps(PLACES))
    monkeypatch.setenv("KNOWLEDGE_BASE_ID", "ABCDEFGHIJ")
    monkeypatch.setenv("MODEL_ID", "a-model")
    return calls


def call(module, tool, **arguments):
    """The text of a tool's answer, and whether it failed."""
    result = Toolbox("a", module.TOOLS).perform("tools/call", {"name": tool, "arguments": arguments})
    return result["content"][0]["text"], result["isError"]


def test_a_query_can_only_read_and_is_rolled_back(aws):
    aws.answers["execute_statement"] = {"formattedRecords": '[{"n":1}]'}
    assert call(postgres, "query", sql="SELECT :n", parameters={"n": 1, "ok": True}) == ('[{"n": 1}]', False)
    operations = [operation for operation, _request in aws.made]
    assert operations == ["begin_transaction", "execute_statement", "execute_statement", "rollback_transaction"]
    assert aws.made[1][1]["sql"] == "SET TRANSACTION READ ONLY"
    assert aws.made[2][1]["parameters"] == [
        {"name": "n", "value": {"longValue": 1}},
        {"name": "ok", "value": {"booleanValue": True}},
    ]


def test_a_query_that_fails_is_rolled_back_and_told(aws):
    aws.answers["execute_statement"] = RuntimeError("relation does not exist")
    assert call(postgres, "query", sql="SELECT") == ("RuntimeError: relation does not exist", True)
    assert aws.made[-1][0] == "rollback_transaction"


def test_objects_are_listed_inside_their_place(aws):
    aws.answers["list_objects_v2"] = {"Contents": [{"Key": "documents/a.md", "Size": 3, "LastModified": "now"}]}
    text, _failed = call(s3, "list_objects", place="documents", prefix="a")
    assert json.loads(text) == [{"key": "a.md", "size": 3, "modified": "now"}]
    assert (aws.made[0][1]["Bucket"], aws.made[0][1]["Prefix"]) == ("a-documents", "documents/a")


@pytest.mark.parametrize(("content", "failed"), [(b"text", False), (b"\xff", True), (b"x" * 300_000, True)])
def test_texts_are_read_and_nothing_else(aws, content, failed):
    aws.answers["get_object"] = {"ContentLength": len(content), "Body": io.BytesIO(content)}
    assert call(s3, "read_object", place="documents", key="a.md")[1] is failed


def test_texts_are_written_to_a_writable_place_only(aws):
    assert "Nothing is written" in call(s3, "write_object", place="documents", key="a.md", text="x")[0]
    assert "There is no place else" in call(s3, "write_object", place="else", key="a.md", text="x")[0]
    assert aws.made == []
    assert call(s3, "write_object", place="generated", key="a.md", text="x")[1] is False
    assert aws.made[0][1]["Key"] == "generated/a.md"


def test_passages_tell_their_source(aws):
    where = {"s3Location": {"uri": "s3://a/b"}}
    aws.answers["retrieve"] = {"retrievalResults": [{"content": {"text": "t"}, "location": where, "score": 0.5}]}
    found = json.loads(call(bedrock, "search", question="what?")[0])
    assert found == [{"text": "t", "source": "s3://a/b", "score": 0.5}]


def test_a_model_is_asked_behind_the_guardrail(aws, monkeypatch):
    aws.answers["converse"] = {"output": {"message": {"content": [{"text": "Yes."}]}}}
    assert call(bedrock, "ask", prompt="Is it?") == ("Yes.", False)
    assert "guardrailConfig" not in aws.made[-1][1]
    monkeypatch.setenv("GUARDRAIL_ID", "g")
    monkeypatch.setenv("GUARDRAIL_VERSION", "1")
    call(bedrock, "ask", prompt="Is it?")
    assert aws.made[-1][1]["guardrailConfig"] == {"guardrailIdentifier": "g", "guardrailVersion": "1"}


def test_arguments_that_do_not_fit_are_told_to_the_model(aws):
    assert call(s3, "read_object", place="documents") == ("The tool read_object lacks key.", True)
    assert "has no bucket" in call(s3, "list_objects", place="documents", bucket="other")[0]


@pytest.fixture
def post(aws):
    server = ToolServer(("127.0.0.1", 0), Toolbox("storage", s3.TOOLS))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"

    def send(content, path="/mcp"):
        request = urllib.request.Request(address + path, content.encode())
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")

    yield send
    server.shutdown()
    server.server_close()


def message(method, **params):
    return json.dumps({"jsonrpc": "2.0", "id": 7, "method": method, "params": params})


def test_speaks_the_protocol(post):
    status, answer = post(message("initialize", protocolVersion="2025-03-26"))
    assert (status, answer["id"], answer["result"]["protocolVersion"]) == (200, 7, "2025-03-26")
    assert post(json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"})) == (202, None)
    names = [tool["name"] for tool in post(message("tools/list"))[1]["result"]["tools"]]
    assert names == ["list_objects", "read_object", "write_object"]


def test_refuses_what_is_not_the_protocol(post):
    assert post("no json")[1]["error"]["code"] == -32700
    assert post("[]")[1]["error"]["code"] == -32600
    assert post(message("nothing"))[1]["error"]["code"] == -32601
    assert post(message("tools/call", name="nothing"))[1]["error"]["code"] == -32602
    assert post(message("ping"), "/other")[0] == 404
