"""rds-data: SQL on a real PostgreSQL, which starts with the first statement. No MySQL, and not the old ExecuteSql."""

import importlib
import sys
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.service import Handler, Service

PACKAGE = __name__


def later(name: str) -> Handler:
    """A handler of statements.py, which is imported, with the database client, when the first statement comes."""

    def handler(call: Call) -> Any:
        return getattr(importlib.import_module(f"{PACKAGE}.statements"), name)(call)

    return handler


def end_servers() -> None:
    if f"{PACKAGE}.servers" in sys.modules:
        sys.modules[f"{PACKAGE}.servers"].end_all()


OPERATIONS = {
    "BatchExecuteStatement": later("batch_execute"),
    "BeginTransaction": later("begin"),
    "CommitTransaction": later("commit"),
    "ExecuteStatement": later("execute"),
    "RollbackTransaction": later("roll_back"),
}
SERVICE = Service(
    "rds-data",
    types=[],
    operations=OPERATIONS,
    on_reset=end_servers,
    kept_elsewhere=tuple(OPERATIONS),  # PostgreSQL keeps what they write
)
