"""Every operation that a module can call: somebody answers the least that its model allows, and it has a contract."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from emulator import ledger
from emulator.ledger import NOBODY, Operation
from tests.emulator.conftest import KEY, REGION, LocalCloud
from tests.emulator.contract_table import contracts
from tests.emulator.requests import least

KNOWN: dict[str, int] = {}
"""What is not answered yet, and how that ends. An entry that isn't true any more fails the test: remove it."""


@pytest.fixture(scope="module")
def statuses(server: LocalCloud) -> Iterator[dict[Operation, int]]:
    """The HTTP status of each operation's answer."""
    server.reset()
    clients: dict[str, Any] = {}
    found = {}
    for operation in ledger.called():
        if operation.service not in clients:
            clients[operation.service] = client(server, operation.service)
        found[operation] = ask(clients[operation.service], operation.name)
    yield found
    server.reset()


def client(server: LocalCloud, service: str) -> Any:
    """Sends what botocore would refuse to, and each request once."""
    config = Config(parameter_validation=False, retries={"max_attempts": 0}, read_timeout=20)
    return boto3.client(service, REGION, endpoint_url=server.url, aws_access_key_id=KEY, aws_secret_access_key="x",
                        config=config)  # fmt: skip


def ask(client: Any, name: str) -> int:
    model = client.meta.service_model.operation_model(name)
    request = least(model.input_shape) if model.input_shape else {}
    operation = next(method for method, known in client.meta.method_to_api_mapping.items() if known == name)
    try:
        answer = getattr(client, operation)(**request)
    except ClientError as error:
        answer = error.response
    return int(answer["ResponseMetadata"]["HTTPStatusCode"])


def test_every_operation_is_answered(statuses: dict[Operation, int]) -> None:
    failed = {f"{operation.service}:{operation.name}": code for operation, code in statuses.items() if code >= 500}
    assert failed == KNOWN
    assert len(statuses) > 700


def test_every_operation_has_a_contract(statuses: dict[Operation, int]) -> None:
    """An operation counts where it succeeds; that it can fail says little."""
    held = {(step.service, step.operation) for contract in contracts() for step in contract.steps if not step.fails}
    assert [f"{service}:{name}" for service, name in statuses if (service, name) not in held] == list(KNOWN)


def test_the_ledger_tells_the_truth(statuses: dict[Operation, int]) -> None:
    said = {operation for operation in statuses if ledger.answered_by(operation) == NOBODY}
    assert said == {operation for operation, code in statuses.items() if code == 501}
