"""What must be refused, for every type that is ours: what its model forbids, and what its contract says."""

from itertools import chain, islice
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.core.utils import get_service_model

from emulator.modeled.resource import ResourceType
from emulator.services import SERVICES
from tests.emulator.conftest import KEY, REGION, LocalCloud
from tests.emulator.contract_table import Step, contracts
from tests.emulator.requests import least, violations, violations_inside, wrong_types

LEAST, MOST = 5, 25
"""Cases for a type; large requests have hundreds, of the same few kinds."""
OF_PROTOCOLS = {"ValidationException", "ValidationError", "SerializationException"}
"""What no model lists: the protocols' own errors for requests that they forbid."""
MADE_BY = {
    "bedrock-agent:IngestionJob": "StartIngestionJob",
    "bedrock-agent:KnowledgeBaseDocument": "IngestKnowledgeBaseDocuments",
    "config:Remediation": "PutRemediationConfigurations",
    "inspector2:Scans": "Enable",
    "securityhub:Hub": "EnableSecurityHub",
    "servicediscovery:Instance": "RegisterInstance",
    "wafv2:Association": "AssociateWebACL",
    "xray:EncryptionConfig": "PutEncryptionConfig",
    "xray:IndexingRule": "UpdateIndexingRule",
    "xray:TraceSegmentDestination": "UpdateTraceSegmentDestination",
}
"""What makes those that no Create or Put of their name makes. Operations of Cloud Map are made by all others."""
BESIDES = {"securityhub:Hub": {"DescribeHub", "UpdateSecurityHubConfiguration", "DisableSecurityHub"}}
"""Operations of a type that its declaration doesn't name."""
TYPES = {kind.kind(): (kind, service.operations) for service in SERVICES for kind in service.types}
KINDS = {
    name: (kind, operations)
    for name, (kind, operations) in TYPES.items()
    if name in MADE_BY or kind.operation("create") in operations
}


STEPS = [step for contract in contracts() for step in contract.steps]
HELD = {(step.service, step.operation) for step in STEPS if not step.fails}


def model(service: str, operation: str) -> Any:
    return get_service_model(service).operation_model(operation).input_shape


class Caller:
    """Sends what botocore would refuse to, and each request once."""

    def __init__(self, cloud: LocalCloud, service: str):
        config = Config(parameter_validation=False, retries={"max_attempts": 0})
        self.client = boto3.client(
            service, REGION, endpoint_url=cloud.url, aws_access_key_id=KEY, aws_secret_access_key="x", config=config
        )
        self.methods = {name: method for method, name in self.client.meta.method_to_api_mapping.items()}

    def shape(self, operation: str) -> Any:
        return self.client.meta.service_model.operation_model(operation).input_shape

    def send(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = getattr(self.client, self.methods[operation])(**request)
        return answer

    def wrong(self, operation: str, request: dict[str, Any]) -> str:
        """What is wrong with how a request ended; empty for an error that the operation may end in."""
        try:
            self.send(operation, request)
        except ClientError as caught:
            code, status = caught.response["Error"]["Code"], caught.response["ResponseMetadata"]["HTTPStatusCode"]
            return "" if status < 500 and code in self.codes(operation) else f"{status} {code}"
        return "success"

    def codes(self, operation: str) -> set[str]:
        shapes = self.client.meta.service_model.operation_model(operation).error_shapes
        named = {shape.metadata.get("error", {}).get("code", shape.name) for shape in shapes}
        return {shape.name for shape in shapes} | named | OF_PROTOCOLS


def maker(name: str) -> str:
    kind, _operations = KINDS[name]
    return MADE_BY.get(name) or kind.operation("create")


def forbidden(name: str) -> dict[str, dict[str, Any]]:
    """Requests for a new resource that break a rule of the model, by what they break."""
    shape = model(KINDS[name][0].service, maker(name))
    valid = least(shape)
    kinds = (violations, wrong_types, violations_inside)
    return dict(islice(chain.from_iterable(made(shape, valid) for made in kinds), MOST))


def refused(service: str, *operations: str) -> list[Step]:
    """The steps of contracts in which an operation must end in an error."""
    return [step for step in STEPS if step.fails and step.service == service and step.operation in operations]


@pytest.mark.parametrize("name", KINDS)
def test_what_the_model_forbids(name: str, server: LocalCloud) -> None:
    caller = Caller(server, KINDS[name][0].service)
    ended = {label: caller.wrong(maker(name), request) for label, request in forbidden(name).items()}
    assert {label: answer for label, answer in ended.items() if answer} == {}


def test_every_type_has_enough_cases() -> None:
    assert set(TYPES) - set(KINDS) == {"servicediscovery:Operation"}
    few = {}
    for name, (kind, _operations) in KINDS.items():
        asked = {kind.operation(verb) for verb in ("create", "read", "update", "delete")} | BESIDES.get(name, set())
        cases = len(forbidden(name)) + len(refused(kind.service, maker(name), *asked))
        if cases < LEAST:
            few[name] = cases
    assert few == {}


@pytest.mark.parametrize("name", KINDS)
def test_what_is_not_there(name: str, bare: LocalCloud) -> None:
    kind, operations = KINDS[name]
    caller = Caller(bare, kind.service)
    asked = [kind.operation(verb) for verb in ("read", "update", "delete")]
    asked = [operation for operation in asked if operation in operations and names_one(caller.shape(operation))]
    ended = {operation: caller.wrong(operation, least(caller.shape(operation))) for operation in asked}
    assert {operation: answer for operation, answer in ended.items() if answer} == {}


def names_one(shape: Any) -> bool:
    """Whether a request is about one resource: a list of names may well find nothing."""
    return any(shape.members[name].type_name == "string" for name in shape.required_members)


@pytest.mark.parametrize("name", KINDS)
def test_contracts_say_what_is_refused(name: str) -> None:
    """An id that no resource has, a name that one has already, and an end while others depend on it."""
    kind, _operations = KINDS[name]
    lacking = []
    for verb in ("read", "update", "delete"):
        operation = kind.operation(verb)
        if (kind.service, operation) in HELD and names_one(model(kind.service, operation)):
            lacking += [] if refused(kind.service, operation) else [f"{operation} of what is not there"]
    if kind.name and not kind.upserts and (kind.service, maker(name)) in HELD:
        lacking += [] if refused(kind.service, maker(name)) else [f"{maker(name)} of what is there"]
    if kind.parent and (kind.service, maker(name)) in HELD:
        lacking += [] if goes_or_stays(kind) else [f"{kind.parent.operation('delete')} of what has such a {kind.noun}"]
    assert lacking == []


def goes_or_stays(kind: ResourceType) -> bool:
    """Whether a contract says that the parent stays while it has children, or that they go with it."""
    assert kind.parent
    end = kind.parent.operation("delete")
    for contract in contracts():
        steps = contract.steps if contract.service == kind.service else ()
        ends = [number for number, step in enumerate(steps) if step.operation == end]
        gone = next((number for number in ends if not steps[number].fails), None)
        if gone is not None and any(number < gone for number in ends):
            return True
        if any(step.operation == kind.operation("read") and step.fails for step in steps[gone:] if gone is not None):
            return True
    return False
