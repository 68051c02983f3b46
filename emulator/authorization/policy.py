"""Policies: their statements, and what they say of an action on a resource."""

import functools
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from emulator.authorization.conditions import Context, as_texts, holds
from emulator.authorization.wildcards import Unknown, filled, matches

WITH_VARIABLES = "2012-10-17"
"""The version of the policy language that has variables."""


class Verdict(Enum):
    """What policies say: one Deny outweighs every Allow, and silence is no Allow."""

    DENY = "explicit deny"
    ALLOW = "allow"
    SILENT = "implicit deny"


@dataclass(frozen=True)
class Statement:
    content: dict[str, Any]
    has_variables: bool

    @property
    def denies(self) -> bool:
        return bool(self.content.get("Effect") == "Deny")

    def fits(self, action: str, resource: str, context: Context) -> bool:
        """Whether the statement is about the action on the resource, in these circumstances."""
        return (
            self._names("Action", action, ignore_case=True)
            and self._is_about(resource, context)
            and holds(self.content.get("Condition") or {}, context, self.has_variables)
        )

    def _names(self, element: str, text: str, ignore_case: bool = False) -> bool:
        if f"Not{element}" in self.content:
            return not any(matches(one, text, ignore_case) for one in as_texts(self.content[f"Not{element}"]))
        return any(matches(one, text, ignore_case) for one in as_texts(self.content.get(element, [])))

    def _is_about(self, resource: str, context: Context) -> bool:
        if "NotResource" in self.content:
            return not any(self._is(one, resource, context) for one in as_texts(self.content["NotResource"]))
        # A trust policy has no Resource: it is about its role.
        return any(self._is(one, resource, context) for one in as_texts(self.content.get("Resource", "*")))

    def _is(self, wanted: str, resource: str, context: Context) -> bool:
        try:
            return matches(filled(wanted, context) if self.has_variables else wanted, resource)
        except Unknown:
            return False


@functools.lru_cache(maxsize=10_000)
def statements(document: str) -> tuple[Statement, ...]:
    """The statements of a policy. One that can't be read has none: IAM would have refused it."""
    try:
        content = json.loads(document)
        given = content.get("Statement", [])
        has_variables = content.get("Version") == WITH_VARIABLES
    except (ValueError, AttributeError):
        return ()
    given = given if isinstance(given, list) else [given]
    return tuple(Statement(one, has_variables) for one in given if isinstance(one, dict))


def verdict(said: Iterable[Statement], action: str, resource: str, context: Context) -> Verdict:
    """What statements say together."""
    found = Verdict.SILENT
    for statement in said:
        if statement.fits(action, resource, context):
            if statement.denies:
                return Verdict.DENY
            found = Verdict.ALLOW
    return found
