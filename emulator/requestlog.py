"""The newest requests, for tests and for people who want to know what a playbook asked for."""

import base64
import threading
from collections import deque
from dataclasses import asdict, dataclass, replace
from typing import Any

from emulator.identify import buffered_body

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
    only_looked: bool = False
    """Whether it changed nothing, where the operation's name can't tell: it carried a statement that only reads."""
    principal_arn: str | None = None
    """Who signed it, where signatures are checked: a user, the session of a role, or the account itself."""
    content: dict[str, Any] | None = None
    """What was sent, if contents are kept: the texts of the WSGI environment, and the body in base64."""


class Notes(threading.local):
    """What a handler knows of the request that its thread is answering, for the log."""

    only_looked = False
    principal_arn: str | None = None


NOTES = Notes()


class RequestLog:
    def __init__(self, capacity: int = CAPACITY):
        self._entries: deque[Entry] = deque(maxlen=capacity)
        self._lock = threading.Lock()
        self.keeps_contents = False
        """Whether entries have what was sent. Secrets are in it, and it takes memory: only for who asks for it."""

    def content(self, environ: dict[str, Any]) -> dict[str, Any] | None:
        if not self.keeps_contents:
            return None
        texts = {name: value for name, value in environ.items() if isinstance(value, str)}
        return {"environ": texts, "body": base64.b64encode(buffered_body(environ)).decode()}

    def add(self, entry: Entry) -> None:
        noted = {"only_looked": NOTES.only_looked, "principal_arn": NOTES.principal_arn}
        NOTES.only_looked, NOTES.principal_arn = False, None
        with self._lock:
            self._entries.append(replace(entry, **noted))

    def all(self) -> list[dict[str, Any]]:
        with self._lock:
            return [asdict(entry) for entry in self._entries]

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
