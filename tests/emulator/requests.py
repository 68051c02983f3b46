"""Requests made from nothing but a service's model: the least that an operation takes, and what it must refuse."""

import copy
import re
import re._constants as code  # the parser of patterns, which the standard library keeps under this name
import re._parser as parser
from collections.abc import Iterator
from typing import Any

from emulator.modeled.validate import compile_pattern

# Texts that mean something to most services, tried before one is made up.
LIKELY = (
    "example",
    "Example",
    "0123456789",
    "123456789012",
    "arn:aws:iam::123456789012:role/example",
    "https://example.com/",
    "01234567-89ab-cdef-0123-456789abcdef",
)
SIMPLE = ("string", "integer", "long", "float", "double", "boolean")
STRANGE = ("!", "A *", "")
ENDLESS = 1 << 20
"""No text gets too long for a limit from here on: some are gigabytes."""
ALPHABET = [chr(number) for number in range(32, 127)]
ALPHABET.sort(key=lambda sign: (not sign.isalnum(), sign))


def least(shape: Any, inside: bool = False) -> Any:
    """The smallest value that makes sense: required members, the first kind of a union, something in each item."""
    kind = shape.type_name
    if getattr(shape, "is_document_type", False):
        return {}
    if kind == "structure":
        names = list(shape.required_members)
        if getattr(shape, "is_tagged_union", False):
            names = names or list(shape.members)[:1]
        elif inside and not names:
            # Such as a tag without a key, which no service takes.
            names = [name for name, member in shape.members.items() if member.type_name in SIMPLE]
        return {name: least(shape.members[name], True) for name in names}
    if kind == "list":
        return [least(shape.member, True)] * max(1, shape.metadata.get("min", 0))
    if kind == "map":
        return {least(shape.key): least(shape.value, True)}
    if kind == "string":
        return text(shape)
    if kind in ("integer", "long", "float", "double"):
        return shape.metadata.get("min", 1)
    return {"boolean": True, "blob": b"example", "timestamp": "2030-01-01T00:00:00Z"}[kind]


def text(shape: Any) -> str:
    """A text that the model allows: a likely one, or one made from its pattern."""
    rules = shape.metadata
    if rules.get("enum"):
        return str(rules["enum"][0])
    low, high = rules.get("min", 0), rules.get("max", 1 << 20)
    pattern = compile_pattern(rules.get("pattern"))
    likely = (*LIKELY, "example"[:high], "x" * low, made_up(pattern.pattern, low) if pattern else "")
    return next(
        (found for found in likely if low <= len(found) <= high and (not pattern or pattern.fullmatch(found))),
        likely[-1],
    )


def made_up(pattern: str, length: int = 0) -> str:
    """A text that matches a pattern: the first of each choice, as few repetitions as make it long enough."""
    tree = parser.parse(pattern)
    short = spell(tree, 0)
    return short if len(short) >= length else spell(tree, length - len(short))


def spell(tree: Any, more: int) -> str:
    """The text of a parsed pattern; the first repetition that can takes I(more) signs besides its least."""
    found = ""
    for kind, value in tree:
        if kind is code.LITERAL:
            found += chr(value)
        elif kind is code.NOT_LITERAL:
            found += "b" if chr(value) == "a" else "a"
        elif kind is code.ANY:
            found += "a"
        elif kind is code.IN:
            found += next(sign for sign in ALPHABET if re.fullmatch(f"{one_of(value)}", sign))
        elif kind is code.BRANCH:
            found += spell(value[1][0], more)
        elif kind is code.SUBPATTERN:
            found += spell(value[-1], more)
        elif kind in (code.MAX_REPEAT, code.MIN_REPEAT):
            low, high, inner = value
            unit = spell(inner, 0)
            times = min(int(high), low + -(-more // len(unit))) if more and unit else low
            more = max(0, more - (times - low) * len(unit))
            found += unit * times
    return found


def one_of(items: list[tuple[Any, Any]]) -> str:
    """A parsed set of signs as a pattern again."""
    parts = ""
    for kind, value in items:
        if kind is code.NEGATE:
            parts += "^"
        elif kind is code.LITERAL:
            parts += re.escape(chr(value))
        elif kind is code.RANGE:
            parts += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        elif kind is code.CATEGORY:
            parts += CATEGORIES[value]
    return f"[{parts}]"


CATEGORIES = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}


def violations(shape: Any, value: Any) -> Iterator[tuple[str, Any]]:
    """Copies of a valid value that each break one rule of the model, with what they break."""
    rules = shape.metadata
    low, high = rules.get("min"), rules.get("max")
    if shape.type_name == "structure" and not getattr(shape, "is_document_type", False):
        for name, member in shape.members.items():
            # Nor does a request say which operation it is for without what its address needs.
            in_path = member.serialization.get("location") in ("uri", "querystring")
            if name in value:
                if not in_path and name in shape.required_members:
                    yield f"no {name}", {key: copy.deepcopy(item) for key, item in value.items() if key != name}
                for label, broken in violations(member, value[name]):
                    if broken or not in_path:
                        yield f"{name}: {label}", {**value, name: broken}
            elif member.metadata.get("enum"):
                yield f"{name}: enum", {**value, name: "NO_SUCH_VALUE"}
            elif member.type_name == "string" and 0 < member.metadata.get("max", 0) < ENDLESS:
                yield f"{name}: too long", {**value, name: "x" * (member.metadata["max"] + 1)}
            elif member.type_name in ("integer", "long") and "max" in member.metadata:
                yield f"{name}: above the range", {**value, name: member.metadata["max"] + 1}
    elif shape.type_name == "list" and value:
        if high and high < 1000:
            yield "too many", [value[0]] * (high + 1)
        for label, broken in violations(shape.member, value[0]):
            yield f"1: {label}", [broken, *value[1:]]
    elif shape.type_name == "string":
        if rules.get("enum"):
            yield "enum", "NO_SUCH_VALUE"
            return
        pattern = compile_pattern(rules.get("pattern"))
        yield from [("pattern", text) for text in STRANGE if pattern and not pattern.fullmatch(text)][:1]
        if low and low > 1:
            yield "too short", "x" * (low - 1)
        if high and high < ENDLESS:
            yield "too long", "x" * (high + 1)
    elif shape.type_name in ("integer", "long"):
        if high is not None:
            yield "above the range", high + 1
        if low is not None:
            yield "below the range", low - 1


WRONG: dict[str, Any] = {"string": ["a list"], "integer": "many", "long": "many"}


def violations_inside(shape: Any, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Copies of a valid request with one member more, which breaks a rule."""
    for name, member in shape.members.items():
        if name not in value and member.type_name in ("structure", "list"):
            for label, broken in violations(member, least(member, True)):
                yield f"{name}: {label}", {**value, name: broken}


def wrong_types(shape: Any, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Copies of a valid request with a member of another type, for protocols that have types."""
    for name, member in shape.members.items():
        if member.type_name in WRONG and not member.serialization.get("location"):
            yield f"{name}: type", {**value, name: WRONG[member.type_name]}
