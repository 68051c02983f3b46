"""Where the records of our resource types live. Every change goes through put and remove."""

import itertools
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Table = tuple[str, str, str]
Key = tuple[str | None, str]


@dataclass
class Step:
    """A status that the record reaches by itself at a time; None means that it is gone then."""

    due: float
    status: str | None


@dataclass
class Record:
    kind: str
    account: str
    region: str
    id: str
    arn: str
    created: datetime
    updated: datetime
    parent: str | None = None
    members: dict[str, Any] = field(default_factory=dict)
    status: str | None = None
    steps: list[Step] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    token: tuple[str, str] | None = None
    hidden: dict[str, Any] = field(default_factory=dict)
    failure: str | None = None
    """Why the record is, or will be, in a failed status."""
    serial: int = 0
    born: float = 0
    """When a request made it; 0 for what was always there, or came by itself."""

    @property
    def table(self) -> Table:
        return (self.kind, self.account, self.region)

    @property
    def key(self) -> Key:
        return (self.parent, self.id)

    @property
    def is_changing(self) -> bool:
        return bool(self.steps)


class Store:
    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._tables: dict[Table, dict[Key, Record]] = defaultdict(dict)
        self._serials = itertools.count(1)

    def put(self, record: Record) -> None:
        """Keep a new record, or confirm a change to a kept one."""
        with self.lock:
            if not record.serial:
                record.serial = next(self._serials)
            self._tables[record.table][record.key] = record

    def remove(self, record: Record) -> None:
        with self.lock:
            self._tables[record.table].pop(record.key, None)

    def all(self, table: Table) -> list[Record]:
        with self.lock:
            return list(self._tables[table].values())

    def everything(self) -> list[Record]:
        with self.lock:
            return [record for table in self._tables.values() for record in table.values()]

    def changing(self) -> list[Record]:
        with self.lock:
            return [record for record in self.everything() if record.steps]

    def clear(self) -> None:
        with self.lock:
            self._tables.clear()
