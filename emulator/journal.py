"""What the local cloud was told to change, request by request, on disk: so it survives `kill -9`.

A request that changed something is written down before it is answered. At the next start the requests are carried out
again, each at the time it had and with the chance it had, so that everything is as it was: names, ids, keys, dates.
One request a line, in JSON. A line that was cut off belongs to a request that was never answered.
"""

import base64
import json
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emulator import chance

# Operations that only look, or act on what is not kept here. Every other one may change something.
_LOOKS = (
    *("Get", "List", "Describe", "Head", "BatchGet", "Lookup", "Retrieve", "Search", "Simulate", "Check", "Validate"),
    *("Decrypt", "Encrypt", "Sign", "Verify", "GenerateDataKey", "GenerateRandom", "FilterLogEvents", "Query", "Scan"),
)
# But these change something.
_CHANGES = ("GetAuthorizationToken", "GetSessionToken", "GetFederationToken", "GetId", "GetCredentialsForIdentity")


def changes(operation: str | None) -> bool:
    """Whether an operation may change what the local cloud keeps."""
    return operation is not None and (operation in _CHANGES or not operation.startswith(_LOOKS))


@dataclass(frozen=True)
class Line:
    """A request as it came, when it came, and the seed of what it made up."""

    time: float
    seed: int
    environ: dict[str, str]
    body: bytes

    def to_json(self) -> str:
        body = base64.b64encode(self.body).decode()
        return json.dumps({"time": self.time, "seed": self.seed, "environ": self.environ, "body": body})

    @classmethod
    def of(cls, text: bytes) -> "Line":
        given = json.loads(text)
        return cls(given["time"], given["seed"], given["environ"], base64.b64decode(given["body"]))


class Journal:
    """The journal in a file, which is made when it lacks. Without a file nothing is kept."""

    def __init__(self, path: Path | None = None):
        self._lock = threading.RLock()
        self._file: int | None = None
        self.lines: list[Line] = []
        """What was in the file."""
        if path is not None:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            self._read(path)

    def _read(self, path: Path) -> None:
        *whole, cut_off = path.read_bytes().split(b"\n")
        self.lines = [Line.of(line) for line in whole]
        os.truncate(path, path.stat().st_size - len(cut_off))
        os.lseek(self._fd, 0, os.SEEK_END)

    @property
    def _fd(self) -> int:
        if self._file is None:
            raise ValueError("there is no file")
        return self._file

    @property
    def is_kept(self) -> bool:
        return self._file is not None

    @contextmanager
    def change(self, environ: dict[str, Any], body: bytes) -> Iterator[Callable[[], None]]:
        """Carry out one change, no other at the same time. The function that it gives writes the change down."""
        texts = {name: value for name, value in environ.items() if isinstance(value, str)}
        with self._lock:
            line = Line(time.time(), secrets.randbits(64), texts, body)
            with chance.seeded(line.seed, line.time):
                yield lambda: self._write(line)

    def _write(self, line: Line) -> None:
        """One write: what a killed process has written is there, only a machine that loses power may lose it."""
        data = (line.to_json() + "\n").encode()
        while data:
            data = data[os.write(self._fd, data) :]

    def clear(self) -> None:
        """Forget everything."""
        if self._file is not None:
            with self._lock:
                os.ftruncate(self._file, 0)
                os.lseek(self._file, 0, os.SEEK_SET)
