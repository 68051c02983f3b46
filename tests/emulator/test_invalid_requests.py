"""What must be refused, for every type that is ours. The cases come from the models, so that no type is forgotten."""

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from emulator.modeled.resource import ResourceType
from emulator.services import SERVICES
from tests.emulator.conftest import KEY, REGION, LocalCloud
from tests.emulator.requests import least, violations, violations_inside, wrong_types

LEAST, MOST = 5, 25
"""Cases for a type; large requests have hundreds, of the same few kinds."""
OF_PROTOCOLS = {"ValidationException", "ValidationError", "SerializationException"}
"""What no model lists: the protocols' own errors for requests that they forbid."""
KINDS = {
    kind.kind(): (kind, service.operations)
    for service in SERVICES
    for kind in service.types
    if kind.operation("create") in service.operations
}
FEW = {"config:DeliveryChannel": 2}
"""Types of which the model forbids less."""


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


@pytest.mark.parametrize("name", KINDS)
def test_what_the_model_forbids(name: str, server: LocalCloud) -> None:
    kind, _operations = KINDS[name]
    caller, operation = Caller(server, kind.service), kind.operation("create")
    shape = caller.shape(operation)
    valid = least(shape)
    kinds = (violations, wrong_types, violations_inside)
    cases = dict(islice(chain.from_iterable(made(shape, valid) for made in kinds), MOST))
    ended = {label: caller.wrong(operation, request) for label, request in cases.items()}
    assert {label: answer for label, answer in ended.items() if answer} == {}
    assert len(cases) == FEW[name] if name in FEW else len(cases) >= LEAST


@pytest.mark.parametrize("name", KINDS)
def test_what_is_not_there(name: str, cloud: LocalCloud) -> None:
    kind, operations = KINDS[name]
    caller = Caller(cloud, kind.service)
    asked = [kind.operation(verb) for verb in ("read", "update", "delete")]
    asked = [operation for operation in asked if operation in operations and names_one(caller.shape(operation))]
    ended = {operation: caller.wrong(operation, least(caller.shape(operation))) for operation in asked}
    assert {operation: answer for operation, answer in ended.items() if answer} == {}


def names_one(shape: Any) -> bool:
    """Whether a request is about one resource: a list of names may well find nothing."""
    return any(shape.members[name].type_name == "string" for name in shape.required_members)


def test_what_is_there_already(cloud: LocalCloud) -> None:
    """A second resource of the same name is refused, for the types whose least request makes one."""
    ended = {}
    for name, (kind, _operations) in KINDS.items():
        if kind.name and not kind.upserts:
            cloud.reset()
            trust = {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}
            cloud.client("iam").create_role(RoleName="example", AssumeRolePolicyDocument=json.dumps(trust))
            request, answer = make(cloud, kind)
            if answer is not None:
                ended[name] = Caller(cloud, kind.service).wrong(kind.operation("create"), request)
    assert {name: answer for name, answer in ended.items() if answer} == {}
    assert len(ended) >= 20, sorted(ended)


def make(cloud: LocalCloud, kind: ResourceType) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The least request for a resource, its parents made before, and the answer; None if more is needed."""
    caller, operation = Caller(cloud, kind.service), kind.operation("create")
    request = least(caller.shape(operation))
    if kind.parent:
        _request, above = make(cloud, kind.parent())
        request[kind.parent.key_param()] = next(values(above, kind.parent.id), "nothing")
    try:
        return request, caller.send(operation, request)
    except ClientError:
        return request, None


def values(answer: Any, member: str) -> Iterator[str]:
    """The values of a member, at any depth."""
    if isinstance(answer, dict):
        if isinstance(answer.get(member), str):
            yield answer[member]
        for inside in answer.values():
            yield from values(inside, member)
