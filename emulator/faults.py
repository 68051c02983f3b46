"""Faults on request: a test, or a curious user, says what shall go wrong, for which requests, and how often.

A rule names requests (service, operation, access key; what it leaves out matches all) and one effect:

  error     the request is refused: {"code", "message", "status"}, in the form of the service's protocol
  seconds   what the request starts takes so long, whatever the time scale is
  failure   what the request starts ends in the failed status of its type, with this text as the reason
  delay     the answer comes so many seconds later
  cut       the connection ends without an answer: "before" anything is done, or "after" it was

skip and times tell which of the matching requests are hit: with skip 2 and times 1 it is the third one. rate hits each
with that probability, from a generator of its own that starts with seed.
"""

import random
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass
class Fault:
    """What happens to one request."""

    error: dict[str, Any] | None = None
    seconds: float | None = None
    failure: str | None = None
    delay: float | None = None
    cut: str | None = None


@dataclass
class Rule(Fault):
    service: str | None = None
    operation: str | None = None
    access_key: str | None = None
    skip: int = 0
    times: int | None = None
    rate: float = 1.0
    seed: int = 0
    seen: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 (repeatable, not a secret)

    def hits(self, request: dict[str, str | None]) -> bool:
        """Whether this request, which counts from now on, gets the effect."""
        if any(getattr(self, name) not in (None, value) for name, value in request.items()):
            return False
        self.seen += 1
        within = self.seen > self.skip and (self.times is None or self.seen <= self.skip + self.times)
        return within and self.chance.random() < self.rate


class Faults:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[Rule] = []

    def replace(self, given: Any) -> int:
        """Take these rules instead of all former ones. ValueError says what is wrong with them."""
        if not isinstance(given, list):
            raise ValueError("faults are a JSON list of rules")
        rules = [_rule(place, entry) for place, entry in enumerate(given)]
        with self._lock:
            self._rules = rules
        return len(rules)

    def of(self, service: str | None, operation: str | None, access_key: str | None) -> Fault | None:
        """What happens to a request: the effect of the first rule that hits it."""
        request = {"service": service, "operation": operation, "access_key": access_key}
        with self._lock:
            return next((rule for rule in self._rules if rule.hits(request)), None)


KNOWN = frozenset(item.name for item in fields(Rule) if item.init)
EFFECTS = tuple(item.name for item in fields(Fault))
CUTS = ("before", "after")
ERROR = frozenset({"code", "message", "status"})


def _rule(place: int, entry: Any) -> Rule:
    where = f"faults[{place}]"
    if not isinstance(entry, dict):
        raise ValueError(f"{where} is not an object")
    _only(where, entry, KNOWN)
    effects = [name for name in EFFECTS if entry.get(name) is not None]
    if len(effects) != 1:
        raise ValueError(
            f"{where} must have exactly one of {', '.join(EFFECTS)}; it has {', '.join(effects) or 'none'}"
        )
    if "error" in effects:
        _only(f"{where}.error", entry["error"], ERROR)
        if missing := sorted(ERROR - set(entry["error"])):
            raise ValueError(f"{where}.error lacks {', '.join(missing)}")
    if entry.get("cut") not in (None, *CUTS):
        raise ValueError(f"{where}.cut is {entry['cut']!r}, it must be one of {', '.join(CUTS)}")
    return Rule(**entry)


def _only(where: str, given: dict[str, Any], known: Iterable[str]) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise ValueError(f"{where} has no {', '.join(unknown)}; it may have {', '.join(sorted(known))}")
