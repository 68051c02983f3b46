"""Stand-ins for what surrounds the engine: the module, the clock, the services; and shapes made to measure."""

from __future__ import annotations

import functools
from typing import Any

import boto3
from ansible_collections.bidops.platform.plugins.module_utils._engine.state import Deadline
from botocore.model import ShapeResolver
from botocore.stub import Stubber

MANY = 50
NEVER_GIVEN = {"state": "present", "wait": True, "wait_timeout": 600, "force_replace": False, "purge_tags": True}


@functools.cache
def client_of(service: str) -> Any:
    return boto3.Session("key", "secret", region_name="eu-central-1").client(service)


class Module:
    """What the engine uses of AnsibleAWSModule."""

    def __init__(self, params: dict[str, Any], check_mode: bool = False) -> None:
        self.params = {**dict.fromkeys(("tags", "required_tags")), **NEVER_GIVEN, **params}
        self.check_mode = check_mode
        self.warnings: list[str] = []

    def client(self, service: str, **_config: Any) -> Any:
        return client_of(service)

    def warn(self, text: str) -> None:
        self.warnings.append(text)


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def deadline(self, timeout: float) -> Deadline:
        return Deadline(timeout, self, self.sleep)


class Service:
    """One service: what it is expected to be asked, in that order, and what it answers.

    After goes_on_... anything may be left that was not asked: how often depends on the jitter of the pauses.
    """

    def __init__(self, name: str) -> None:
        self.client = client_of(name)
        self.stubber = Stubber(self.client)
        self.has_end = True
        self.stubber.activate()

    def answers(self, operation: str, answer: dict[str, Any] | None = None, **request: Any) -> Service:
        self.stubber.add_response(operation, answer or {}, request)
        return self

    def goes_on_answering(self, *answer: Any, **request: Any) -> None:
        self.has_end = False
        for _time in range(MANY):
            self.answers(*answer, **request)

    def goes_on_failing(self, *error: str) -> None:
        self.has_end = False
        for _time in range(MANY):
            self.fails(*error)

    def fails(self, operation: str, code: str, message: str = "", **request: Any) -> Service:
        self.stubber.add_client_error(operation, code, message, expected_params=request or None)
        return self


def own_options(options: dict[str, Any]) -> list[str]:
    return [name for name in options if name not in (*NEVER_GIVEN, "tags", "required_tags")]


def shape_of(definition: Any) -> Any:
    """A botocore shape: "string", [inner] for a list, (inner,) for a map, {member: inner} for a structure.

    A dict with the key "type" is passed to botocore as it is; {"type": "document"} is a free document.
    """
    shapes: dict[str, Any] = {}

    def add(inner: Any) -> str:
        name = f"Shape{len(shapes)}"
        shapes[name] = {}
        shapes[name] = build(inner)
        return name

    def build(inner: Any) -> dict[str, Any]:
        if isinstance(inner, str):
            return {"type": inner}
        if isinstance(inner, list):
            return {"type": "list", "member": {"shape": add(inner[0])}}
        if isinstance(inner, tuple):
            return {"type": "map", "key": {"shape": add("string")}, "value": {"shape": add(inner[0])}}
        if inner.get("type") == "document":
            return {"type": "structure", "members": {}, "document": True}
        if "type" in inner:
            extra = {key: value for key, value in inner.items() if key != "members"}
            return {**extra, "members": members(inner["members"])} if "members" in inner else extra
        return {"type": "structure", "members": members(inner)}

    def members(given: dict[str, Any]) -> dict[str, Any]:
        return {member: {"shape": add(shape)} for member, shape in given.items()}

    return ShapeResolver(shapes).get_shape_by_name(add(definition))
