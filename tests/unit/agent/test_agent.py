"""The agent of apps/agent, with its AWS clients replaced by small stand-ins."""

from __future__ import annotations

import datetime
import json
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest

APP = Path(__file__).parents[3] / "apps" / "agent"
sys.path.insert(0, str(APP))

from assistant import knowledge, memory, model  # noqa: E402
from assistant.agent import Agent, BadRequest  # noqa: E402
from assistant.knowledge import KnowledgeBase  # noqa: E402
from assistant.memory import Memory  # noqa: E402
from assistant.model import Model  # noqa: E402
from assistant.server import SESSION_HEADER, AgentServer  # noqa: E402

PASSAGE = {
    "content": {"text": "An offer is valid for 90 days."},
    "location": {"type": "S3", "s3Location": {"uri": "s3://documents/pricing-policy.md"}},
    "score": 0.9,
}


class Calls:
    """Records calls and answers each operation with what the test gave it."""

    def __init__(self, **answers):
        self.made = []
        self._answers = answers

    def __getattr__(self, operation):
        def call(**request):
            self.made.append((operation, request))
            return self._answers[operation]

        return call


@pytest.fixture
def aws(monkeypatch):
    calls = Calls(
        retrieve={"retrievalResults": [PASSAGE]},
        converse={"output": {"message": {"content": [{"text": "For 90 days."}]}}},
        list_events={"events": []},
        create_event={},
    )
    for module in (knowledge, memory, model):
        monkeypatch.setattr(module, "client", lambda service: calls)
    return calls


@pytest.fixture
def agent():
    return Agent(KnowledgeBase("ABCDEFGHIJ"), Memory("memory-0123456789"), Model("a-model"))


def operations(calls):
    return [operation for operation, _request in calls.made]


def test_answers_from_the_passages_it_found(aws, agent):
    answer = agent.answer({"prompt": "How long is an offer valid?"})
    assert answer["answer"] == "For 90 days."
    assert answer["passages"][0]["source"] == "s3://documents/pricing-policy.md"
    _operation, request = aws.made[-1]
    assert "An offer is valid for 90 days." in request["system"][0]["text"]


def test_without_a_session_nothing_is_remembered(aws, agent):
    agent.answer({"prompt": "How long is an offer valid?"})
    assert operations(aws) == ["retrieve", "converse"]


def test_a_session_is_recalled_before_and_extended_after_the_answer(aws, agent):
    agent.answer({"prompt": "How long?", "actor_id": "ann"}, session="s1")
    assert operations(aws) == ["retrieve", "list_events", "converse", "create_event"]
    _operation, request = aws.made[-1]
    assert request["actorId"] == "ann"
    assert [part["conversational"]["content"]["text"] for part in request["payload"]] == ["How long?", "For 90 days."]


def test_earlier_turns_come_before_the_question_oldest_first(aws, agent):
    def event(minute, role, text):
        moment = datetime.datetime(2026, 1, 1, 12, minute, tzinfo=datetime.UTC)
        payload = [{"conversational": {"role": role, "content": {"text": text}}}]
        return {"eventTimestamp": moment, "payload": payload}

    aws._answers["list_events"] = {"events": [event(2, "ASSISTANT", "Hello."), event(1, "USER", "Hi.")]}
    agent.answer({"prompt": "How long?"}, session="s1")
    messages = next(request for operation, request in aws.made if operation == "converse")["messages"]
    assert [(message["role"], message["content"][0]["text"]) for message in messages] == [
        ("user", "Hi."),
        ("assistant", "Hello."),
        ("user", "How long?"),
    ]


def test_retrieve_only_asks_no_model(aws, agent):
    assert "answer" not in agent.answer({"prompt": "Who sings?", "retrieve_only": True})
    assert operations(aws) == ["retrieve"]


def test_does_without_the_parts_that_are_not_configured(aws, monkeypatch):
    for name in ("KNOWLEDGE_BASE_ID", "MEMORY_ID", "MODEL_ID"):
        monkeypatch.delenv(name, raising=False)
    assert Agent.from_environment().answer({"prompt": "Anything?"}) == {"passages": []}
    assert aws.made == []


@pytest.mark.parametrize("request_body", [{}, {"prompt": ""}, {"prompt": 7}, [], "text"])
def test_a_request_without_a_prompt_is_refused(agent, request_body):
    with pytest.raises(BadRequest, match="prompt"):
        agent.answer(request_body)


@pytest.fixture
def address():
    stand_in = SimpleNamespace(answer=lambda request, session: {"echo": request, "session": session})
    server = AgentServer(("127.0.0.1", 0), stand_in)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def call(url, body=None, headers=None):
    request = urllib.request.Request(url, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_ping_says_that_the_agent_is_healthy(address):
    assert call(f"{address}/ping") == (200, {"status": "Healthy"})


def test_invocations_hand_the_request_and_the_session_to_the_agent(address):
    status, answer = call(f"{address}/invocations", b'{"prompt": "x"}', {SESSION_HEADER: "s1"})
    assert (status, answer) == (200, {"echo": {"prompt": "x"}, "session": "s1"})


def test_a_body_that_is_not_json_is_the_callers_error(address):
    status, answer = call(f"{address}/invocations", b"{")
    assert status == 400
    assert "not JSON" in answer["error"]


def test_an_unknown_path_is_not_found(address):
    assert call(f"{address}/elsewhere")[0] == 404
