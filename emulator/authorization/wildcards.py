"""The texts of policies: their wildcards, and their variables such as ${aws:username}."""

import functools
import re
from collections.abc import Mapping

VARIABLE = re.compile(r"\$\{([^}]*)\}")
LITERALS = {"*": "*", "?": "?", "$": "$"}
# Signs that stand for a star and a question mark that are none: no policy has them.
QUOTED = {"*": "\ue000", "?": "\ue001"}
UNQUOTED = str.maketrans({sign: plain for plain, sign in QUOTED.items()})


class Unknown(Exception):
    """A variable has no value in the request, and no default."""


def filled(text: str, context: Mapping[str, tuple[str, ...]], has_wildcards: bool = True) -> str:
    """The text with its variables filled in. A star in a value is a star, and stands for nothing else."""
    if "${" not in text:
        return text

    def value(match: re.Match[str]) -> str:
        found = value_of(match[1], context)
        return "".join(QUOTED.get(sign, sign) for sign in found) if has_wildcards else found

    return VARIABLE.sub(value, text)


def value_of(name: str, context: Mapping[str, tuple[str, ...]]) -> str:
    """The value of a variable: of a key of the request, or the default that stands behind a comma."""
    if name in LITERALS:
        return LITERALS[name]
    key, _comma, default = name.partition(",")
    values = context.get(key.strip().lower())
    if values is not None and len(values) == 1:
        return values[0]
    default = default.strip()
    if len(default) >= 2 and default[0] == default[-1] == "'":
        return default[1:-1]
    raise Unknown(name)


def matches(wanted: str, has: str, ignore_case: bool = False) -> bool:
    """Whether a text is what a pattern with wildcards wants."""
    pair = (wanted.lower(), has.lower()) if ignore_case else (wanted, has)
    return compiled(pair[0]).fullmatch(pair[1]) is not None


@functools.lru_cache(maxsize=10_000)
def compiled(wanted: str) -> re.Pattern[str]:
    first, *others = re.split(r"\*+", wanted)
    if not others:
        return re.compile(literal(first), re.DOTALL)
    *between, last = others
    # What stands between two stars is looked for once, from the left, and never again: else a text that doesn't match
    # would take time beyond measure.
    steps = (f"(?>.*?{literal(part)})" for part in between)
    return re.compile(f"{literal(first)}{''.join(steps)}.*{literal(last)}", re.DOTALL)


def literal(part: str) -> str:
    return "".join("." if sign == "?" else re.escape(sign.translate(UNQUOTED)) for sign in part)
