# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Is a resource ready, on its way, or broken: read from its status, and waited for."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .errors import EngineError

READY, PENDING, FAILED, GONE = "ready", "pending", "failed", "gone"

# Status words of the AWS APIs, by how they are built: transitions end in -ing, failures say so.
_PENDING = re.compile(r"(ING|INPROGRESS|IN_PROGRESS|_PENDING|^PENDING.*)$")
_FAILED = re.compile(r"(FAIL|ERROR|UNSUCCESSFUL|REJECTED|EXPIRED)")
_GONE = re.compile(r"(DELETING|DELETED)$")
_REASONS = (
    "failureReason",
    "failureReasons",
    "failureMessages",
    "statusReasons",
    "statusReason",
    "StatusReason",
    "FailureMessage",
    "failureMessage",
)


@dataclass(frozen=True)
class State:
    """A resource's state: one of ready, pending, failed, gone, with the service's own word and reason."""

    kind: str
    status: str = ""
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.status or self.kind}{f' ({self.reason})' if self.reason else ''}"


NO_STATE = State(READY)


def from_status(live: dict[str, Any], member: str, blocked: Iterable[str] = ()) -> State:
    """The state by the status word in I(member) (a dotted path).

    Statuses in I(blocked) look like transitions but wait for a person, so waiting would be in vain.
    A resource without a status is ready as soon as it is there.
    """
    value: Any = live
    for part in member.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    status = str(value or "")
    word = status.upper().replace("-", "_")
    if status in blocked:
        return State(FAILED, status, reason_of(live) or "it waits for a person to act")
    if _FAILED.search(word):
        return State(FAILED, status, reason_of(live))
    if _GONE.search(word):
        return State(GONE, status)
    return State(PENDING if _PENDING.search(word) else READY, status)


def reason_of(live: dict[str, Any]) -> str:
    """The service's explanation of a failure, from the members that the APIs use for it."""
    for member in _REASONS:
        value = live.get(member)
        if isinstance(value, dict):
            value = list(value.values())
        if value:
            return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return ""


class Deadline:
    """How long to go on asking: short pauses first, longer ones later, never beyond the timeout (seconds)."""

    def __init__(self, timeout: float, clock: Callable[[], float] = time.monotonic, sleep: Any = time.sleep) -> None:
        self.timeout = timeout
        self._clock, self._sleep = clock, sleep
        self._end = clock() + timeout
        self._pause = 0.25

    def pause(self, longest: float = 15.0) -> bool:
        """Sleep before the next question; False when the time is up."""
        left = self._end - self._clock()
        if left <= 0:
            return False
        self._sleep(min(left, self._pause * random.uniform(0.9, 1.1)))  # noqa: S311 (jitter, not a secret)
        self._pause = min(longest, self._pause * 1.5)
        return True


def wait_until_ready(
    what: str,
    read: Callable[[], dict[str, Any] | None],
    state_of: Any,
    deadline: Deadline,
    overdue: Callable[[Any], str] = lambda live: "",
) -> Any:
    """Read until the resource is ready and return it.

    Raises EngineError with the service's reason when it fails, and with what was last seen when the time is up.
    """
    while True:
        live = read()
        state = state_of(live) if live is not None else State(GONE)
        if state.kind == READY:
            return live
        if state.kind == FAILED:
            raise EngineError(f"{what} is {state}.", status=state.status, reason=state.reason)
        if not deadline.pause():
            raise EngineError(
                f"{what} was not ready after {deadline.timeout:g} seconds, last seen {state}. "
                f"{overdue(live or {}) or 'Run again to go on waiting, or raise wait_timeout.'}",
                status=state.status,
            )


def wait_until_settled(read: Callable[[], dict[str, Any] | None], state_of: Any, deadline: Deadline) -> Any:
    """Read until nothing is under way any more, for better or worse; None when the resource is gone by then."""
    while True:
        live = read()
        if live is None or state_of(live).kind != PENDING or not deadline.pause():
            return live


def wait_until_gone(
    what: str, read: Callable[[], dict[str, Any] | None], state_of: Any, deadline: Deadline, before: State
) -> None:
    """Read until the resource is no longer there; raises EngineError as wait_until_ready does.

    I(before) is the state in which it was deleted: a resource that had failed earlier has not failed to be deleted.
    """
    while True:
        live = read()
        if live is None:
            return
        state = state_of(live)
        if state.kind == FAILED and state != before:
            raise EngineError(f"{what} could not be deleted, it is {state}.", status=state.status, reason=state.reason)
        if not deadline.pause():
            raise EngineError(
                f"{what} was still there after {deadline.timeout:g} seconds, last seen {state}. "
                "Run again to go on waiting, or raise wait_timeout.",
                status=state.status,
            )
