"""The results of two runs of the same playbook, held against each other key by key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

# What AWS makes anew for each answer, by the end of its path, and why. Everything else has to be the same.
NEW_EACH_TIME = {
    "latest_restorable_time": "up to when a cluster could be restored, which moves with the clock",
    "response_metadata.request_id": "names the request",
    "response_metadata.http_headers.x-amzn-requestid": "names the request",
    "response_metadata.http_headers.date": "when the request was answered",
}
_ENDS = tuple(f".{end}" for end in NEW_EACH_TIME)
NOTHING = "(nothing)"


def differences(some: list[dict[str, Any]], others: list[dict[str, Any]]) -> Iterator[str]:
    """Each with its task, where that stands, and the path to what differs in the result."""
    for one, other in zip_longest(some, others):
        which = [(task["task"], task["place"], task["outcome"]) if task else NOTHING for task in (one, other)]
        if which[0] != which[1]:
            yield f"{which[0]} in place of {which[1]}"
            return  # what follows can't be compared
        for path, left, right in _different(one["result"], other["result"]):
            yield f"{one['task']} ({one['place']}): {path}: {left!r} in place of {right!r}"


def _different(some: Any, others: Any, path: str = "result") -> Iterator[tuple[str, Any, Any]]:
    if isinstance(some, list) and isinstance(others, list):
        some, others = dict(enumerate(some)), dict(enumerate(others))
    if isinstance(some, dict) and isinstance(others, dict):
        for key in some | others:
            yield from _different(some.get(key, NOTHING), others.get(key, NOTHING), f"{path}.{key}")
    elif type(some) is not type(others) or (some != others and not path.endswith(_ENDS)):
        yield path, some, others
