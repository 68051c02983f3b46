"""The example of a whole day: an agent with all that belongs to it, a release that fails, and nothing left."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.e2e.journey import Run, Target

PLAYBOOK = "examples/agent_day.yml"
# What the example makes, and how each service lists it.
MADE = (
    ("s3", "list_buckets", "Buckets"),
    ("iam", "list_roles", "Roles"),
    ("secretsmanager", "list_secrets", "SecretList"),
    ("s3vectors", "list_vector_buckets", "vectorBuckets"),
    ("bedrock", "list_guardrails", "guardrails"),
    ("bedrock-agent", "list_knowledge_bases", "knowledgeBaseSummaries"),
    ("bedrock-agentcore-control", "list_agent_runtimes", "agentRuntimes"),
    ("bedrock-agentcore-control", "list_memories", "memories"),
    ("bedrock-agentcore-control", "list_gateways", "items"),
    ("bedrock-agentcore-control", "list_policy_engines", "policyEngines"),
    ("bedrock-agentcore-control", "list_api_key_credential_providers", "credentialProviders"),
    ("bedrock-agentcore-control", "list_workload_identities", "workloadIdentities"),
)


class Day:
    """The runs of the example, and what each wrote into its diary."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.before = self.inventory()
        self.morning, self.made = self.play("--tags", "morning")
        self.between = self.inventory()
        self.whole, self.diary = self.play("--diff")
        self.after = self.inventory()
        self.evening, _nothing = self.play("--tags", "evening")

    def play(self, *arguments: str) -> tuple[Run, dict[str, Any]]:
        diary = self.target.folder / f"diary-{self.target.runs}.json"
        run = self.target.play(PLAYBOOK, "-e", f"agent_day_diary={diary}", *arguments)
        assert run.code == 0, run.end
        return run, json.loads(diary.read_text())

    def inventory(self) -> dict[str, int]:
        counts = {}
        for service, operation, result in MADE:
            counts[f"{service} {result}"] = len(getattr(self.target.client(service), operation)()[result])
        return counts


@pytest.fixture(scope="module")
def day(target: Target) -> Day:
    return Day(target)


def test_the_bundle_is_what_the_agent_runs(day):
    sha256 = day.made["day_bundle"]["bundle"]["sha256"]
    code = day.made["day_runtime"]["agent_runtime"]["agent_runtime_artifact"]["code_configuration"]["code"]["s3"]
    assert sha256 in code["prefix"]


def test_the_knowledge_base_has_the_documents(day):
    assert day.made["day_documents"]["ingested"] == ["canary", "pricing-policy"]
    assert {document["status"] for document in day.made["day_documents"]["documents"]} == {"INDEXED"}
    assert day.made["day_found"]["results"][0]["source"] == "canary"


def test_the_guardrail_is_published(day):
    assert day.made["day_guardrail"]["guardrail"]["published_version"] == "1"


def test_memory_agent_and_endpoint_are_ready(day):
    assert day.made["day_memory"]["memory"]["status"] == "ACTIVE"
    assert day.made["day_runtime"]["agent_runtime"]["agent_runtime_version"] == "1"
    endpoint = day.made["day_endpoint"]["agent_runtime_endpoint"]
    assert (endpoint["status"], endpoint["live_version"]) == ("READY", "1")


def test_the_gateway_offers_the_tools_of_three_targets(day):
    assert {target["gateway_target"]["status"] for target in day.made["day_targets"]["results"]} == {"READY"}
    names = [tool["name"] for tool in day.made["day_tools"]["tools"]]
    assert names == ["tenders___find", "weather___forecast", "calendar___ListHolidays"]


def test_a_cedar_policy_decides_who_may_use_them(day):
    engine = day.made["day_engine"]["policy_engine"]["policy_engine_arn"]
    gateway = day.made["day_gateway"]["gateway"]
    assert gateway["policy_engine_configuration"] == {"arn": engine, "mode": "ENFORCE"}
    policy = day.made["day_policy"]["policy"]
    assert policy["status"] == "ACTIVE"
    assert gateway["gateway_arn"] in policy["definition"]["cedar"]["statement"]


def test_the_agent_answers_from_the_knowledge_base(day):
    passages = day.made["day_asked"]["response"]["passages"]
    assert any("Wilhelmina" in passage["text"] for passage in passages)
    assert day.made["day_asked"]["status_code"] == 200


def test_a_second_morning_changes_nothing(day):
    at_noon = {"Change one variable", "Release it", "Roll back"}
    made = [task for task in day.whole.changed_tasks if not task.startswith(("Remove", "Disconnect", "Keep a diary"))]
    assert set(made) == at_noon


def test_changing_one_variable_shows_exactly_one_line(day):
    shown = day.whole.output.partition("TASK [Change one variable]")[2].partition("TASK [")[0].splitlines()
    lines = [line for line in shown if line[:1] in ("-", "+") and line[:3] not in ("---", "+++")]
    wanted = day.made["day_knowledge"]["knowledge_base"]["knowledge_base_id"]
    assert [line[0] for line in lines] == ["-", "+"]
    assert wanted in lines[0]
    assert "ABCDEFGHIJ" in lines[1]
    assert day.diary["day_changed"]["agent_runtime"]["agent_runtime_version"] == "2"


def test_the_broken_release_is_noticed(day):
    assert day.diary["day_released"]["agent_runtime_endpoint"]["live_version"] == "2"
    assert day.diary["day_smoke"]["failed"]
    assert "RuntimeClientError: Received error (500) from runtime" in day.diary["day_smoke"]["msg"]


def test_the_endpoint_goes_back_and_answers_again(day):
    assert day.diary["day_rolled_back"]["agent_runtime_endpoint"]["live_version"] == "1"
    assert day.diary["day_recovered"]["response"] == day.made["day_asked"]["response"]


def test_nothing_is_left(day):
    assert day.after == day.before
    grown = {name for name, count in day.between.items() if count > day.before[name]}
    assert grown >= {f"{service} {result}" for service, _operation, result in MADE[:1] + MADE[3:-1]}


def test_a_second_evening_finds_nothing_to_do(day):
    assert day.evening.changed_tasks == ["Keep a diary"]
