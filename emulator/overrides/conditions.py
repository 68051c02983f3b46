"""Judge a policy statement's Condition block. An unknown operator or key means that the statement doesn't apply."""

import fnmatch
from collections.abc import Callable
from typing import Any


def same(expected: str, actual: str) -> bool:
    return expected == actual


def same_text(expected: str, actual: str) -> bool:
    return expected.lower() == actual.lower()


def like(expected: str, actual: str) -> bool:
    return fnmatch.fnmatchcase(actual, expected.replace("[", "[[]"))


OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "bool": same_text,
    "stringequals": same,
    "stringequalsignorecase": same_text,
    "stringlike": like,
    "arnequals": like,
    "arnlike": like,
}
NEGATED = {"stringnotequals": "stringequals", "stringnotlike": "stringlike", "arnnotlike": "arnlike"}


def holds(block: dict[str, dict[str, Any]], context: dict[str, str]) -> bool:
    """Whether all conditions are met; ``context`` has lower-case keys."""
    return all(
        met(operator.lower(), key.lower(), expected, context)
        for operator, keys in block.items()
        for key, expected in keys.items()
    )


def met(operator: str, key: str, expected: Any, context: dict[str, str]) -> bool:
    values = [str(value) for value in (expected if isinstance(expected, list) else [expected])]
    actual = context.get(key)
    if operator == "null":
        return (actual is None) == (values[0].lower() == "true")
    optional = operator.endswith("ifexists")
    operator = operator.removesuffix("ifexists")
    is_negated = operator in NEGATED
    test = OPERATORS.get(NEGATED.get(operator, operator))
    if test is None:
        return False
    if actual is None:
        return optional
    return any(test(value, actual) for value in values) != is_negated
