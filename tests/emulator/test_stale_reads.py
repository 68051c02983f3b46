"""Reads that don't find what is new, for clients that must bear it."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.conftest import LocalCloud, launch

SECONDS = 2.0


@pytest.fixture
def stale_cloud(tmp_path: Path) -> Iterator[LocalCloud]:
    cloud = launch(tmp_path / "log", 0, "--stale-seconds", str(SECONDS))
    yield cloud
    cloud.process.terminate()
    cloud.process.wait(10)


def test_reads_find_it_later(stale_cloud: LocalCloud, code: Any) -> None:
    assert stale_cloud.http("GET", "/health")[1]["stale_seconds"] == SECONDS
    client = stale_cloud.client("bedrock-agentcore-control")
    client.list_memories()  # the first request takes longer
    wanted = {"name": "memory", "eventExpiryDuration": 30, "tags": {"team": "a"}}
    before = time.monotonic()
    memory = client.create_memory(**wanted)["memory"]
    missing = [
        code(client.get_memory, memoryId=memory["id"]),
        code(client.list_tags_for_resource, resourceArn=memory["arn"]),
    ]
    listed = client.list_memories()["memories"]
    # What changes something knows it at once.
    duplicate = code(client.create_memory, **wanted)
    client.tag_resource(resourceArn=memory["arn"], tags={"stage": "b"})
    assert time.monotonic() - before < SECONDS
    assert (missing, listed, duplicate) == (["ResourceNotFoundException"] * 2, [], "ConflictException")

    time.sleep(SECONDS)
    assert client.get_memory(memoryId=memory["id"])["memory"]["name"] == "memory"
    assert [item["id"] for item in client.list_memories()["memories"]] == [memory["id"]]
    assert client.list_tags_for_resource(resourceArn=memory["arn"])["tags"] == {"team": "a", "stage": "b"}
    client.update_memory(memoryId=memory["id"], eventExpiryDuration=60)
    assert client.get_memory(memoryId=memory["id"])["memory"]["eventExpiryDuration"] == 60


def test_what_was_always_there_is_never_stale(stale_cloud: LocalCloud) -> None:
    groups = stale_cloud.client("scheduler").list_schedule_groups()["ScheduleGroups"]
    assert [group["Name"] for group in groups] == ["default"]
    vault = stale_cloud.client("bedrock-agentcore-control").get_token_vault()
    assert vault["tokenVaultId"] == "default"
