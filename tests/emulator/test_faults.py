"""Faults on request."""

import json
import time
import urllib.error
import urllib.request
from typing import Any

import pytest
from botocore.exceptions import ClientError, ConnectionClosedError

CONTROL = "bedrock-agentcore-control"
MEMORY = {"name": "notes", "eventExpiryDuration": 30}
THROTTLED = {"code": "ThrottlingException", "message": "Rate exceeded", "status": 429}
REFUSED = {"code": "AccessDeniedException", "message": "not now", "status": 403}


@pytest.fixture
def faults(cloud: Any) -> Any:
    def put(*rules: Any) -> tuple[int, Any]:
        body = json.dumps(rules).encode()
        request = urllib.request.Request(f"{cloud.url}/_local-cloud/faults", body, method="PUT")
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    return put


def test_a_create_can_end_failed_with_a_reason(cloud: Any, faults: Any) -> None:
    faults({"operation": "CreateMemory", "failure": "no capacity"})
    client = cloud.client(CONTROL)
    made = client.create_memory(**MEMORY)["memory"]
    assert made["status"] == "CREATING"
    assert "failureReason" not in made
    found = client.get_memory(memoryId=made["id"])["memory"]
    assert (found["status"], found["failureReason"]) == ("FAILED", "no capacity")


def test_the_word_for_failed_is_that_of_the_verb(cloud: Any, faults: Any, world: Any) -> None:
    gateway = world.gateway
    client = cloud.client(CONTROL)
    client.get_gateway(gatewayIdentifier=gateway)
    faults({"operation": "DeleteGateway", "failure": "still in use"})
    client.delete_gateway(gatewayIdentifier=gateway)
    found = client.get_gateway(gatewayIdentifier=gateway)
    assert (found["status"], found["statusReasons"]) == ("FAILED", ["still in use"])


def test_the_next_change_forgets_the_failure(cloud: Any, faults: Any) -> None:
    client = cloud.client(CONTROL)
    faults({"operation": "CreateMemory", "failure": "no capacity"})
    made = client.create_memory(**MEMORY)["memory"]
    client.update_memory(memoryId=made["id"], description="mended")
    found = client.get_memory(memoryId=made["id"])["memory"]
    assert found["status"] == "ACTIVE"
    assert "failureReason" not in found


def test_a_create_can_take_longer(cloud: Any, faults: Any) -> None:
    faults({"operation": "CreateMemory", "seconds": 600})
    client = cloud.client(CONTROL)
    made = client.create_memory(**MEMORY)["memory"]
    assert client.get_memory(memoryId=made["id"])["memory"]["status"] == "CREATING"


@pytest.mark.parametrize(
    ("service", "operation"),
    [
        ("ec2", "describe_vpcs"),
        ("iam", "list_roles"),  # query
        ("ssm", "describe_parameters"),  # json
        (CONTROL, "list_memories"),  # rest-json
        ("s3", "list_buckets"),
        ("route53", "list_hosted_zones"),  # rest-xml
        ("cloudwatch", "describe_alarms"),  # cbor
    ],
)
def test_errors_have_the_form_of_the_protocol(cloud: Any, faults: Any, service: str, operation: str) -> None:
    faults({"error": THROTTLED})
    client = cloud.client(service)
    with pytest.raises(ClientError) as caught:
        getattr(client, operation)()
    assert caught.value.response["Error"]["Code"] == "ThrottlingException"
    assert caught.value.response["Error"]["Message"] == "Rate exceeded"


def test_the_third_call_fails(cloud: Any, faults: Any, code: Any) -> None:
    faults({"service": "ssm", "operation": "DescribeParameters", "skip": 2, "times": 1, "error": REFUSED})
    client = cloud.client("ssm")
    client.describe_parameters()
    client.describe_parameters()
    assert code(client.describe_parameters) == "AccessDeniedException"
    client.describe_parameters()


def test_a_rate_hits_the_same_calls_for_the_same_seed(cloud: Any, faults: Any) -> None:
    def hit() -> list[bool]:
        faults({"operation": "GetCallerIdentity", "rate": 0.5, "seed": 7, "error": REFUSED})
        client, found = cloud.client("sts"), []
        for _call in range(12):
            try:
                client.get_caller_identity()
                found.append(False)
            except ClientError:
                found.append(True)
        return found

    first = hit()
    assert first == hit()
    assert 0 < sum(first) < 12


def test_only_the_named_access_key_is_hit(cloud: Any, faults: Any, code: Any) -> None:
    faults({"access_key": "AKIA0000000000000001", "error": REFUSED})
    cloud.client("sts").get_caller_identity()
    assert code(cloud.client("sts", key="AKIA0000000000000001").get_caller_identity) == "AccessDeniedException"


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"operation": "CreateMemory"}, "exactly one of error, seconds, failure, delay, cut; it has none"),
        ({"seconds": 1, "failure": "x"}, "it has seconds, failure"),
        ({"operatoin": "CreateMemory", "seconds": 1}, "faults[0] has no operatoin"),
        ({"error": {"code": "X"}}, "faults[0].error lacks message, status"),
    ],
)
def test_bad_rules_are_refused(faults: Any, rule: Any, message: str) -> None:
    status, found = faults(rule)
    assert status == 400
    assert message in found["error"]


def test_reset_forgets_them(cloud: Any, faults: Any) -> None:
    faults({"error": REFUSED})
    cloud.reset()
    cloud.client("sts").get_caller_identity()


@pytest.mark.parametrize(("moment", "made"), [("before", 0), ("after", 1)])
def test_a_connection_can_be_cut_before_or_after_the_work_is_done(
    cloud: Any, faults: Any, moment: str, made: int
) -> None:
    faults({"operation": "CreateMemory", "cut": moment})
    client = cloud.client(CONTROL)
    with pytest.raises(ConnectionClosedError):
        client.create_memory(**MEMORY)
    assert len(client.list_memories()["memories"]) == made


def test_a_retry_after_a_cut_finds_what_was_made(cloud: Any, faults: Any) -> None:
    """The client token, which botocore makes up once for all its tries, tells a retry from a second wish."""
    faults({"operation": "CreateMemory", "cut": "after", "times": 1})
    client = cloud.client(CONTROL)
    made = client.create_memory(**MEMORY)["memory"]["id"]
    assert [memory["id"] for memory in client.list_memories()["memories"]] == [made]


def test_an_answer_can_come_late(cloud: Any, faults: Any) -> None:
    faults({"operation": "ListMemories", "delay": 0.5, "times": 1})
    client = cloud.client(CONTROL)
    started = time.monotonic()
    client.list_memories()
    first = time.monotonic() - started
    assert first >= 0.5


def test_a_moment_that_there_is_not_is_refused(faults: Any) -> None:
    status, answer = faults({"operation": "CreateMemory", "cut": "during"})
    assert (status, answer["error"]) == (400, "faults[0].cut is 'during', it must be one of before, after")
