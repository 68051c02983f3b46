"""Whether the Condition block of a policy statement holds for a request."""

import base64
import binascii
import ipaddress
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from emulator.authorization.wildcards import Unknown, compiled, filled

Values = tuple[str, ...]
Context = Mapping[str, Values]
"""The values of each condition key that the request has, by the key in lower case."""
Test = Callable[[str, str], bool]
"""What the policy wants, and what the request has."""


def same(wanted: str, has: str) -> bool:
    return wanted == has


def same_but_for_case(wanted: str, has: str) -> bool:
    return wanted.casefold() == has.casefold()


def same_bytes(wanted: str, has: str) -> bool:
    try:
        return base64.b64decode(wanted) == base64.b64decode(has)
    except binascii.Error:
        return False


def like(wanted: str, has: str) -> bool:
    return compiled(wanted).fullmatch(has) is not None


def arn_like(wanted: str, has: str) -> bool:
    """A wildcard doesn't reach beyond the part of the ARN, between two colons, that it stands in."""
    pairs = list(zip(wanted.split(":", 5), has.split(":", 5), strict=False))
    return wanted.count(":") >= 5 and len(pairs) == 6 and all(like(*pair) for pair in pairs)


def in_network(wanted: str, has: str) -> bool:
    try:
        return ipaddress.ip_address(has) in ipaddress.ip_network(wanted, strict=False)
    except ValueError:
        return False


def moment(text: str) -> float:
    """ISO 8601, or seconds since 1970."""
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()


def ordered(number: Callable[[str], float], holds: Callable[[float, float], bool]) -> Test:
    def test(wanted: str, has: str) -> bool:
        try:
            return holds(number(has), number(wanted))
        except ValueError:
            return False

    return test


ORDERS: dict[str, Callable[[float, float], bool]] = {
    "equals": lambda has, wanted: has == wanted,
    "lessthan": lambda has, wanted: has < wanted,
    "lessthanequals": lambda has, wanted: has <= wanted,
    "greaterthan": lambda has, wanted: has > wanted,
    "greaterthanequals": lambda has, wanted: has >= wanted,
}
TESTS: dict[str, Test] = {
    "stringequals": same,
    "stringequalsignorecase": same_but_for_case,
    "stringlike": like,
    "arnequals": arn_like,
    "arnlike": arn_like,
    "bool": same_but_for_case,
    "binaryequals": same_bytes,
    "ipaddress": in_network,
    **{f"numeric{name}": ordered(float, holds) for name, holds in ORDERS.items()},
    **{f"date{name}": ordered(moment, holds) for name, holds in ORDERS.items()},
}
NEGATED = {
    "stringnotequals": "stringequals",
    "stringnotequalsignorecase": "stringequalsignorecase",
    "stringnotlike": "stringlike",
    "arnnotequals": "arnequals",
    "arnnotlike": "arnlike",
    "notipaddress": "ipaddress",
    "numericnotequals": "numericequals",
    "datenotequals": "dateequals",
}
TAKES_WILDCARDS = ("stringlike", "arnequals", "arnlike")
OPERATOR = re.compile(r"(?:(forallvalues|foranyvalue):)?(\w+?)(ifexists)?")


def holds(block: dict[str, dict[str, Any]], context: Context, has_variables: bool = True) -> bool:
    """Whether all conditions are met.  has_variables: whether the policy's version has variables such as
    ${aws:username}.
    """
    return all(
        met(operator.lower(), as_texts(wanted), context.get(key.lower()), context, has_variables)
        for operator, keys in block.items()
        for key, wanted in keys.items()
    )


def met(operator: str, wanted: Values, has: Values | None, context: Context, has_variables: bool) -> bool:
    """One operator for one key, of which the request has some values, no value, or nothing at all."""
    match = OPERATOR.fullmatch(operator)
    if not match:
        return False
    quantifier, name, if_exists = match.groups()
    if name == "null":
        return any((has is None) == (text.lower() == "true") for text in wanted)
    test = TESTS.get(NEGATED.get(name, name))
    if test is None:
        return False
    is_negated = name in NEGATED
    if quantifier == "forallvalues" and not has:
        return True
    if has is None and (if_exists or (is_negated and not quantifier)):
        return True
    if not has:
        return False
    wishes = [text for text in (spelled(text, name, context, has_variables) for text in wanted) if text is not None]
    # A negated operator wants that none of its values fits.
    fits = [any(test(wish, value) for wish in wishes) != is_negated for value in has]
    if quantifier == "foranyvalue":
        return any(fits)
    if quantifier == "forallvalues":
        return all(fits)
    return all(fits) if is_negated else any(fits)


def spelled(text: str, operator: str, context: Context, has_variables: bool) -> str | None:
    """What the policy wants, with its variables filled in; None if the request has no such value."""
    if not has_variables:
        return text
    keeps_wildcards = NEGATED.get(operator, operator) in TAKES_WILDCARDS
    try:
        return filled(text, context, keeps_wildcards)
    except Unknown:
        return None


def as_texts(value: Any) -> Values:
    values = value if isinstance(value, list) else [value]
    return tuple(str(item).lower() if isinstance(item, bool) else str(item) for item in values)
