"""The newest requests, for tests and for people who want to know what a playbook asked for."""

import threading
from collections import deque
from dataclasses import asdict, dataclass
from typing import Any

CAPACITY = 10_000


@dataclass(frozen=True)
class Entry:
    time: str
    """When the request came, ISO 8601 in UTC."""
    service: str | None
    operation: str | None
    region: str | None
    principal: str | None
    """Access key id."""
    status: int
    """HTTP status of the answer."""
    milliseconds: float
    answered_by: str
    """local-cloud or moto."""


class RequestLog:
    def __init__(self, capacity: int = CAPACITY):
        self._entries: deque[Entry] = deque(maxlen=capacity)
        self._lock = threading.Lock()

    def add(self, entry: Entry) -> None:
        with self._lock:
            self._entries.append(entry)

    def all(self) -> list[dict[str, Any]]:
        with self._lock:
            return [asdict(entry) for entry in self._entries]

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
