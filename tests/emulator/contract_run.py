"""Carries out the steps of a contract, and holds each answer against what the step expects."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.response import StreamingBody
from botocore.validate import ParamValidator

from emulator.modeled.validate import INVALID
from emulator.services import SERVICES
from tests.emulator.conftest import REGION, LocalCloud
from tests.emulator.contract_table import Contract, Step
from tests.emulator.requests import violations

OURS = {(service.name, operation) for service in SERVICES for operation in service.operations}
REFUSALS = {*INVALID, "InvalidParameter", "InvalidParameterValue", "ValidationError", "SerializationException"}
SOME = 2
"""How many requests that break a rule are tried of each that doesn't."""
NOTHING = object()
ANYTHING = "*"


def carry_out(contract: Contract, cloud: LocalCloud) -> None:
    known: dict[str, Any] = {"name": contract.unique, "account": "123456789012", "region": REGION}
    for number, step in enumerate(contract.steps, 1):
        told = f"step {number}, {step.service} {step.operation}"
        request = as_sent(step.model.input_shape, filled(step.request, known))
        client = cloud.client(step.service, region=step.region or REGION, check=False)
        assert not (wrong := disallowed(step, request)), f"{told}: {wrong}"
        if (step.service, step.operation) in OURS and not step.fails and not step.looks:
            assert not (taken := list(taken_though_broken(step, client, request))), f"{told}: {taken}\n{request}"
        try:
            with lasting(cloud, step):
                answer = read(getattr(client, xform_name(step.operation))(**request))
        except ClientError as error:
            code = error.response["Error"]["Code"]
            assert code == step.fails, f"{told}: {error}\n{request}"
            continue
        assert not step.fails, f"{told} must end in {step.fails}, not in {answer}\n{request}"
        missing = list(what_lacks(step, answer, known))
        assert not missing, f"{told}: no {missing} in\n{answer}\nanswered to\n{request}"
        known.update({name: look_up(answer, filled(path, known)) for name, path in step.keep.items()})


def disallowed(step: Step, request: dict[str, Any]) -> str:
    """What a client that checks would say of a request; it makes tokens by itself."""
    if not step.model.input_shape:
        return ""
    tokens = dict.fromkeys(step.model.idempotent_members, "0" * 36)
    return str(ParamValidator().validate({**tokens, **request}, step.model.input_shape).generate_report())


def taken_though_broken(step: Step, client: Any, request: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A few of the requests that break a rule of the model, and are not refused for that."""
    if not step.model.input_shape:
        return
    cases = list(violations(step.model.input_shape, request))
    for label, broken in cases[:: max(1, len(cases) // SOME)][:SOME]:
        try:
            getattr(client, xform_name(step.operation))(**broken)
        except ClientError as error:
            if error.response["Error"]["Code"] in REFUSALS:
                continue
            yield label, str(error)
        else:
            yield label, "success"


@contextmanager
def lasting(cloud: LocalCloud, step: Step) -> Iterator[None]:
    """Let what a step starts take its time."""
    if step.takes:
        cloud.http("PUT", "/_local-cloud/faults", [{"operation": step.operation, "seconds": step.takes}])
    yield
    if step.takes:
        cloud.http("PUT", "/_local-cloud/faults", [])


def what_lacks(step: Step, answer: Any, known: dict[str, Any]) -> list[Any]:
    """What a step expects that its answer doesn't show."""
    found = [path for path in step.keep.values() if look_up(answer, filled(path, known)) in (NOTHING, "", None)]
    for path, wanted in filled(step.shows, known).items():
        found += [] if contains(look_up(answer, path), wanted) else [(path, wanted)]
    for path, wanted in filled(step.lists, known).items():
        items = look_up(answer, path)
        found += [] if isinstance(items, list) and any(contains(item, wanted) for item in items) else [(path, wanted)]
    found += [f"nothing at {path}" for path in step.lacks if look_up(answer, filled(path, known)) is not NOTHING]
    inside = list(leaves(answer))
    if step.mentions is not None and filled(step.mentions, known) not in inside:
        found.append(filled(step.mentions, known))
    if step.omits is not None and filled(step.omits, known) in inside:
        found.append(f"lack of {filled(step.omits, known)}")
    return found


def filled(value: Any, known: dict[str, Any]) -> Any:
    """The value with what is known in the place of each $word; a text that is nothing else takes its type, too.

    $$ is a dollar.
    """
    if isinstance(value, dict):
        return {filled(key, known): filled(item, known) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, known) for item in value]
    if not isinstance(value, str):
        return value
    whole = re.fullmatch(r"\$(\w+)|\$\{(\w+)\}", value)
    if whole:
        return known[whole[1] or whole[2]]
    return re.sub(r"\$(?:(\$)|(\w+)|\{(\w+)\})", lambda word: word[1] or str(known[word[2] or word[3]]), value)


def as_sent(shape: Any, value: Any) -> Any:
    """The request in the model's types: documents that travel as text are written as what they say."""
    if shape is None or getattr(shape, "is_document_type", False):
        return value
    if shape.type_name == "string" and isinstance(value, dict | list):
        return json.dumps(value)
    if shape.type_name == "blob" and isinstance(value, dict | list):
        return archive(value["zip"]) if "zip" in value else json.dumps(value).encode()
    if shape.type_name == "structure" and isinstance(value, dict):
        return {name: as_sent(shape.members.get(name), item) for name, item in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [as_sent(shape.member, item) for item in value]
    if shape.type_name == "map" and isinstance(value, dict):
        return {key: as_sent(shape.value, item) for key, item in value.items()}
    return value


def archive(files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return stream.getvalue()


def read(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without its metadata, bodies as texts."""
    return {
        name: text(value.read()) if isinstance(value, StreamingBody) else value
        for name, value in answer.items()
        if name != "ResponseMetadata"
    }


def text(value: bytes) -> Any:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value


def look_up(answer: Any, path: str) -> Any:
    """What is at a place such as Reservations.0.Id; the empty path is the answer itself."""
    for name in path.split(".") if path else []:
        if isinstance(answer, list) and name.isdigit() and int(name) < len(answer):
            answer = answer[int(name)]
        elif isinstance(answer, dict) and name in answer:
            answer = answer[name]
        else:
            return NOTHING
    return answer


def contains(whole: Any, part: Any) -> bool:
    """Whether the answer shows what was asked for. Dicts may show more, lists may not; ~ begins a pattern."""
    if isinstance(part, dict | list) and isinstance(whole, str | bytes):
        try:
            whole = json.loads(whole)
        except ValueError:
            return False
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            contains(whole.get(name, NOTHING), value) for name, value in part.items()
        )
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(contains, whole, part))
    if part == ANYTHING:
        return whole not in (NOTHING, None, "", [], {})
    if isinstance(part, str) and part.startswith("~"):
        return isinstance(whole, str) and bool(re.fullmatch(part[1:], whole))
    if isinstance(whole, bytes) and isinstance(part, str):
        whole = whole.decode()
    return whole is not NOTHING and bool(whole == part)


def leaves(value: Any) -> Any:
    """Every value, and every key of a map, at any depth."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    else:
        yield value
