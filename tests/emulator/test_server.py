"""The server itself: what it lacks, health, request log, reset, threads, time."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from botocore.exceptions import ClientError

MISSING: list[tuple[str, str, dict[str, Any]]] = [
    ("shield", "describe_attack_statistics", {}),  # json; ours
    ("devops-guru", "describe_account_health", {}),  # rest-json; moto lacks the service
    ("iam", "simulate_principal_policy", {"PolicySourceArn": "arn:aws:iam::1:user/a" * 2, "ActionNames": ["a:b"]}),
    ("ec2", "describe_trunk_interface_associations", {}),
    ("route53", "list_traffic_policies", {}),  # rest-xml
    ("bedrock", "list_imported_models", {}),
    ("bedrock-agent", "list_agents", {}),  # moto has it; the service is ours
    ("cloudwatch", "list_metric_streams", {}),  # cbor
]


@pytest.mark.parametrize(("service", "operation", "params"), MISSING, ids=[item[0] for item in MISSING])
def test_what_is_missing_says_so_at_once(cloud: Any, service: str, operation: str, params: dict[str, Any]) -> None:
    client = cloud.client(service)
    with pytest.raises(ClientError) as caught:
        getattr(client, operation)(**params)
    found = caught.value.response
    assert found["ResponseMetadata"]["HTTPStatusCode"] == 501
    assert found["ResponseMetadata"]["RetryAttempts"] == 0
    assert found["Error"]["Code"] == "NotImplemented"
    assert service in found["Error"]["Message"]
    assert [entry["status"] for entry in cloud.requests()] == [501]


def test_health(cloud: Any) -> None:
    status, found = cloud.http("GET", "/health")
    assert (status, found["status"], found["time_scale"]) == (200, "ok", 0)
    assert found["operations"]["bedrock-agentcore-control"] >= 30
    assert cloud.http("POST", "/health")[0] == 404
    assert cloud.http("GET", "/_local-cloud/nothing")[0] == 404


def test_the_request_log(cloud: Any) -> None:
    cloud.client("sts", region="eu-central-1").get_caller_identity()
    cloud.client("bedrock-agent").list_knowledge_bases()
    cloud.client("ec2").describe_vpcs()
    with pytest.raises(ClientError):
        cloud.client("ssm", key="AKIA0000000000000000").get_parameter(Name="/nothing")
    log = cloud.requests()
    assert [(entry["service"], entry["operation"], entry["status"], entry["answered_by"]) for entry in log] == [
        ("sts", "GetCallerIdentity", 200, "moto"),
        ("bedrock-agent", "ListKnowledgeBases", 200, "local-cloud"),
        ("ec2", "DescribeVpcs", 200, "moto"),
        ("ssm", "GetParameter", 400, "moto"),
    ]
    assert [entry["region"] for entry in log[:2]] == ["eu-central-1", "us-east-1"]
    assert log[-1]["principal"] == "AKIA0000000000000000"
    assert cloud.http("DELETE", "/_local-cloud/requests")[0] == 200
    assert cloud.requests() == []


def test_reset_forgets_everything(cloud: Any) -> None:
    agentcore, ssm = cloud.client("bedrock-agentcore-control"), cloud.client("ssm")
    agentcore.create_memory(name="memory", eventExpiryDuration=30)
    ssm.put_parameter(Name="/a", Value="b", Type="String")
    cloud.reset()
    assert agentcore.list_memories()["memories"] == []
    assert ssm.describe_parameters()["Parameters"] == []


def test_threads_lose_nothing(cloud: Any) -> None:
    client = cloud.client("bedrock-agentcore-control")

    def work(number: int) -> str:
        made = client.create_memory(name=f"memory_{number}", eventExpiryDuration=30)["memory"]
        assert client.get_memory(memoryId=made["id"])["memory"]["status"] == "ACTIVE"
        if number % 2:
            client.delete_memory(memoryId=made["id"])
        return str(made["id"])

    with ThreadPoolExecutor(16) as pool:
        ids = list(pool.map(work, range(64)))
    left = {item["id"] for item in client.list_memories(maxResults=100)["memories"]}
    assert left == set(ids[::2])


def wait(read: Callable[[], str], unlike: str) -> str:
    deadline = time.monotonic() + 20
    while (found := read()) == unlike and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def test_things_take_time(slow_cloud: Any) -> None:
    cloud = slow_cloud(1 / 300)  # a minute is 0.2 s: a domain takes 4 s, a memory 0.2 s
    search, agentcore, ec2 = (cloud.client(name) for name in ("opensearch", "bedrock-agentcore-control", "ec2"))
    search.create_domain(DomainName="slow", EBSOptions={"EBSEnabled": True})
    started = time.monotonic()
    found = search.describe_domain(DomainName="slow")["DomainStatus"]
    assert (found["Processing"], found["DomainProcessingStatus"]) == (True, "Creating")
    assert "Endpoint" not in found
    with pytest.raises(ClientError, match="has no endpoint"):
        search.create_index(DomainName="slow", IndexName="early", IndexSchema={})
    with pytest.raises(ClientError, match="in progress"):
        search.update_domain_config(DomainName="slow", SnapshotOptions={"AutomatedSnapshotStartHour": 1})

    memory = agentcore.create_memory(name="memory", eventExpiryDuration=30)["memory"]["id"]
    with pytest.raises(ClientError, match="ConflictException"):
        agentcore.update_memory(memoryId=memory, eventExpiryDuration=31)

    def read() -> str:
        return agentcore.get_memory(memoryId=memory)["memory"]["status"]

    assert wait(read, "CREATING") == "ACTIVE"
    agentcore.delete_memory(memoryId=memory)
    assert read() == "DELETING"

    subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
    gateway = ec2.create_nat_gateway(SubnetId=subnet, ConnectivityType="private")["NatGateway"]
    assert gateway["State"] == "pending"
    key = {"NatGatewayIds": [gateway["NatGatewayId"]]}

    def state() -> str:
        return ec2.describe_nat_gateways(**key)["NatGateways"][0]["State"]

    assert wait(state, "pending") == "available"
    ec2.delete_nat_gateway(NatGatewayId=gateway["NatGatewayId"])
    assert wait(state, "deleting") == "deleted"

    def status() -> str:
        return search.describe_domain(DomainName="slow")["DomainStatus"]["DomainProcessingStatus"]

    assert wait(status, "Creating") == "Active"
    assert time.monotonic() - started > 3
