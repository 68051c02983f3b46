"""Many at once, and what it costs. LOCAL_CLOUD_SOAK_SECONDS makes the load last longer than a few seconds."""

import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.emulator.conftest import TRUST, LocalCloud, launch

SECONDS = float(os.environ.get("LOCAL_CLOUD_SOAK_SECONDS", "4"))
THREADS = 16
START_SECONDS, BUSY_SECONDS = 3, 30
"""The first is processor time, which is what a start takes on a quiet machine; on a busy one it only waits longer."""
TURNS = 12
"""Of a thread at the least, so that something of every type is kept on a busy machine as well."""
READS, BATCH = 1000, 100
CPU_MILLISECONDS = 6
NEEDS_PROC = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


@dataclass(frozen=True)
class Thing:
    """A type of resource: how to make, read, remove and list those of a name that is its own."""

    service: str
    make: Callable[[Any, str], str]
    """Gives the key for the others."""
    read: Callable[[Any, str], Any]
    remove: Callable[[Any, str], Any]
    all: Callable[[Any], set[str]]


def pages(client: Any, operation: str, member: str, name: str, **params: Any) -> set[str]:
    found = client.get_paginator(operation).paginate(**params)
    return {item[name] for page in found for item in page[member]}


THINGS = (
    Thing(
        "bedrock-agentcore-control",
        lambda client, name: client.create_memory(name=name, eventExpiryDuration=30)["memory"]["id"],
        lambda client, key: client.get_memory(memoryId=key),
        lambda client, key: client.delete_memory(memoryId=key),
        lambda client: pages(client, "list_memories", "memories", "id"),
    ),
    Thing(
        "bedrock-agent",
        lambda client, name: client.create_prompt(name=name)["id"],
        lambda client, key: client.get_prompt(promptIdentifier=key),
        lambda client, key: client.delete_prompt(promptIdentifier=key),
        lambda client: pages(client, "list_prompts", "promptSummaries", "id"),
    ),
    Thing(
        "scheduler",
        lambda client, name: client.create_schedule_group(Name=name)["ScheduleGroupArn"].rpartition("/")[2],
        lambda client, key: client.get_schedule_group(Name=key),
        lambda client, key: client.delete_schedule_group(Name=key),
        lambda client: pages(client, "list_schedule_groups", "ScheduleGroups", "Name") - {"default"},
    ),
    Thing(
        "ssm",
        lambda client, name: client.put_parameter(Name=name, Value=name, Type="String") and name,
        lambda client, key: client.get_parameter(Name=key),
        lambda client, key: client.delete_parameter(Name=key),
        lambda client: pages(client, "describe_parameters", "Parameters", "Name"),
    ),
    Thing(
        "logs",
        lambda client, name: client.create_log_group(logGroupName=name) and name,
        lambda client, key: client.describe_log_groups(logGroupNamePrefix=key)["logGroups"][0],
        lambda client, key: client.delete_log_group(logGroupName=key),
        lambda client: pages(client, "describe_log_groups", "logGroups", "logGroupName"),
    ),
    Thing(
        "s3",
        lambda client, name: client.put_object(Bucket="load", Key=name, Body=name.encode()) and name,
        lambda client, key: client.head_object(Bucket="load", Key=key),
        lambda client, key: client.delete_object(Bucket="load", Key=key),
        lambda client: pages(client, "list_objects_v2", "Contents", "Key", Bucket="load"),
    ),
)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[tuple[LocalCloud, Path]]:
    """A server with a journal, and its journal."""
    cloud = launch(tmp_path / "log", 0, "--journal", str(tmp_path / "journal"))
    yield cloud, tmp_path / "journal"
    cloud.process.terminate()
    cloud.process.wait(10)


@NEEDS_PROC
def test_start(tmp_path: Path) -> None:
    before = time.monotonic()
    cloud = launch(tmp_path / "log", 0, "--journal", str(tmp_path / "journal"))
    seconds, cpu = time.monotonic() - before, cpu_seconds(cloud.process.pid)
    cloud.process.terminate()
    cloud.process.wait(10)
    print(f"healthy after {seconds:.1f} s, with {cpu:.1f} s of processor time")
    assert cpu <= START_SECONDS
    assert seconds <= BUSY_SECONDS


def test_many_at_once_lose_nothing(started: tuple[LocalCloud, Path], tmp_path: Path) -> None:
    """What is made can be read, what is removed can't, and the rest is there in the end, and after another start."""
    cloud = started[0]
    clients = {thing.service: cloud.client(thing.service) for thing in THINGS}
    clients["s3"].create_bucket(Bucket="load")
    until = time.monotonic() + SECONDS

    def work(number: int) -> list[tuple[str, str]]:
        kept = []
        for turn in count():
            if time.monotonic() > until and turn >= TURNS:
                return kept
            thing = THINGS[(number + turn) % len(THINGS)]
            client = clients[thing.service]
            key = thing.make(client, f"thing_{number}_{turn}")
            thing.read(client, key)
            if turn % 3:
                kept.append((thing.service, key))
            else:
                thing.remove(client, key)
                with pytest.raises((ClientError, IndexError)):
                    thing.read(client, key)
        return kept

    with ThreadPoolExecutor(THREADS) as pool:
        kept = [item for items in pool.map(work, range(THREADS)) for item in items]
    print(f"{len(cloud.requests())} requests in the log; kept: {dict(Counter(service for service, _key in kept))}")
    assert {service for service, _key in kept} == set(clients)
    assert there(cloud) == set(kept)

    copy = tmp_path / "copy"
    copy.write_bytes(started[1].read_bytes())
    again = launch(tmp_path / "log-again", 0, "--journal", str(copy))
    try:
        assert there(again) == set(kept)
    finally:
        again.process.terminate()
        again.process.wait(10)


def there(cloud: LocalCloud) -> set[tuple[str, str]]:
    return {(thing.service, key) for thing in THINGS for key in thing.all(cloud.client(thing.service))}


@NEEDS_PROC
def test_what_a_read_costs(cloud: LocalCloud) -> None:
    cloud.client("iam").create_role(RoleName="reader", AssumeRolePolicyDocument=TRUST)
    cloud.client("ssm").put_parameter(Name="parameter", Value="x", Type="String")
    memory = cloud.client("bedrock-agentcore-control").create_memory(name="memory", eventExpiryDuration=30)
    reads: list[Callable[[], Any]] = [
        lambda: cloud.client("iam").get_role(RoleName="reader"),
        lambda: cloud.client("ssm").get_parameter(Name="parameter"),
        lambda: cloud.client("sts").get_caller_identity(),
        lambda: cloud.client("s3").list_buckets(),
        lambda: cloud.client("ec2").describe_vpcs(),
        lambda: cloud.client("logs").describe_log_groups(),
        lambda: cloud.client("opensearch").list_domain_names(),
        lambda: cloud.client("bedrock-agent").list_knowledge_bases(),
        lambda: cloud.client("bedrock-agentcore-control").list_gateways(),
        lambda: cloud.client("bedrock-agentcore-control").get_memory(memoryId=memory["memory"]["id"]),
    ]
    for read in reads:  # moto's part for a service is imported with the first request
        read()
    costs = []
    for _batch in range(READS // BATCH):
        before = cpu_seconds(cloud.process.pid)
        for number in range(BATCH):
            reads[number % len(reads)]()
        costs.append((cpu_seconds(cloud.process.pid) - before) * 1000 / BATCH)
    print(f"CPU for a read: {statistics.median(costs):.1f} ms, in batches {min(costs):.1f} to {max(costs):.1f} ms")
    assert statistics.median(costs) <= CPU_MILLISECONDS


def cpu_seconds(pid: int) -> float:
    """User and system time of a process; the fields after its name, which may have spaces."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
