"""Check a request against its input shape: what botocore's client leaves to the service."""

import functools
import re
from collections.abc import Iterator
from typing import Any

from emulator.modeled.errors import AwsError

PYTHON_TYPES = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "float": (int, float),
    "double": (int, float),
    "structure": dict,
    "map": dict,
    "list": list,
}
NUMBERS = ("integer", "long", "float", "double")
INVALID = (
    "ValidationException",
    "InvalidParameterException",
    "InvalidParameterValueException",
    "InvalidRequestException",
)
"""What the services call the error of a request that breaks a rule of the model."""


def validate(operation: Any, params: dict[str, Any]) -> None:
    """Raise the service's error for invalid input, which lists every violation, or its SerializationException."""
    if operation.input_shape is None:
        return
    violations = list(_violations(operation.input_shape, params, ""))
    if violations:
        plural = "" if len(violations) == 1 else "s"
        known = {error.name for error in operation.error_shapes}
        code = next((name for name in INVALID if name in known), INVALID[0])
        raise AwsError(code, f"{len(violations)} validation error{plural} detected: {'; '.join(violations)}")


def _violations(shape: Any, value: Any, path: str) -> Iterator[str]:
    expected = PYTHON_TYPES.get(shape.type_name)
    is_wrong_number = shape.type_name in NUMBERS and isinstance(value, bool)
    if getattr(shape, "is_document_type", False):
        return
    if expected and (not isinstance(value, expected) or is_wrong_number):
        given = type(value).__name__
        raise AwsError("SerializationException", f"'{path}' must be of type {shape.type_name}, not {given}")
    if shape.type_name == "structure":
        yield from _structure(shape, value, path)
    elif shape.type_name == "list":
        yield from _size(shape, value, path)
        for index, item in enumerate(value, 1):
            yield from _violations(shape.member, item, f"{path}.{index}.member")
    elif shape.type_name == "map":
        yield from _size(shape, value, path)
        for key, item in value.items():
            yield from _violations(shape.key, key, f"{path}.key")
            yield from _violations(shape.value, item, f"{path}.{key}.value")
    elif shape.type_name == "string":
        yield from _string(shape, value, path)
    elif shape.type_name in NUMBERS:
        yield from _range(shape, value, path)


def _structure(shape: Any, value: dict[str, Any], path: str) -> Iterator[str]:
    prefix = f"{path}." if path else ""
    given = {name: item for name, item in value.items() if item is not None}
    for name in shape.required_members:
        if name not in given:
            yield f"Value at '{prefix}{name}' failed to satisfy constraint: Member must not be null"
    if getattr(shape, "is_tagged_union", False) and len(given) != 1:
        yield f"Value at '{path}' failed to satisfy constraint: exactly one of {sorted(shape.members)} must be set"
    for name, item in given.items():
        if name in shape.members:
            yield from _violations(shape.members[name], item, f"{prefix}{name}")


def _string(shape: Any, value: str, path: str) -> Iterator[str]:
    rules = shape.metadata
    start = f"Value at '{path}'" if rules.get("sensitive") else f"Value '{value}' at '{path}'"
    if rules.get("enum") and value not in rules["enum"]:
        yield f"{start} failed to satisfy constraint: Member must satisfy enum value set: {rules['enum']}"
    pattern = compile_pattern(rules.get("pattern"))
    if pattern and not pattern.fullmatch(value):
        yield f"{start} failed to satisfy constraint: Member must satisfy regular expression pattern: {pattern.pattern}"
    yield from _size(shape, value, path)


def _size(shape: Any, value: Any, path: str) -> Iterator[str]:
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    start = f"Value at '{path}' failed to satisfy constraint: Member must have length"
    if least is not None and len(value) < least:
        yield f"{start} greater than or equal to {least}"
    if most is not None and len(value) > most:
        yield f"{start} less than or equal to {most}"


def _range(shape: Any, value: float, path: str) -> Iterator[str]:
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    start = f"Value '{value}' at '{path}' failed to satisfy constraint: Member must have value"
    if least is not None and value < least:
        yield f"{start} greater than or equal to {least}"
    if most is not None and value > most:
        yield f"{start} less than or equal to {most}"


@functools.cache
def compile_pattern(pattern: str | None) -> re.Pattern[str] | None:
    """The model's (Java) pattern for Python, or None where it can't be used."""
    # "/d{12}" is a slip in the bedrock-agent model (tagging): it would refuse every real ARN.
    if not pattern or "/d{12}" in pattern:
        return None
    try:
        # ".*" is the pattern of documents, which may have several lines.
        return re.compile(pattern.replace(r"\p{XDigit}", "[0-9a-fA-F]"), re.DOTALL)
    except re.error:
        return None
