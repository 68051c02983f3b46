# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""SQL through the Data API: parameters and rows by type, transactions, and patience with a cluster that wakes up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.errors import EngineError, error_code
from .._engine.resource import Resource
from .._engine.sdk import botocore

RESOURCE = Resource(service="rds-data", noun="Statement", returns="results", create="ExecuteStatement")

_WAKING = ("DatabaseResumingException",)
_HINTS = ("JSON", "UUID", "TIMESTAMP", "DATE", "TIME", "DECIMAL")
_EXPLAIN = {
    "HttpEndpointNotEnabledException": "Switch the Data API on, see enable_http_endpoint of rds_aurora_cluster.",
    "DatabaseNotFoundException": "Create an instance of the cluster first.",
}


@dataclass(frozen=True)
class Result:
    """What a statement came to."""

    rows: list[dict[str, Any]]
    columns: list[dict[str, Any]]
    updated: int


class Connection:
    """The database that the options resource_arn, secret_arn and database name."""

    def __init__(self, context: Context, secret: str = "") -> None:
        self._context = context
        params = context.params
        self._place = {"resourceArn": params["resource_arn"], "secretArn": secret or params["secret_arn"]}
        self._database = {"database": params["database"]} if params.get("database") else {}
        self._transaction: dict[str, str] = {}

    def run(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Result:
        """Run a statement; EngineError tells what the database says."""
        request = {"sql": sql, "includeResultMetadata": True}
        if parameters:
            request["parameters"] = [parameter(name, value) for name, value in parameters.items()]
        answer = self._call("ExecuteStatement", **self._database, **self._transaction, **request)
        columns = [
            {"name": column["name"], "type": column["typeName"]} for column in answer.get("columnMetadata") or []
        ]
        rows = [_row(columns, record) for record in answer.get("records") or []]
        return Result(rows, columns, answer.get("numberOfRecordsUpdated") or 0)

    def run_batch(self, sql: str, sets: list[Mapping[str, Any]]) -> None:
        """Run a statement once for each set of parameters, all or none of them."""
        given = [[parameter(name, value) for name, value in one.items()] for one in sets]
        request = {"sql": sql, "parameterSets": given}
        self._call("BatchExecuteStatement", **self._database, **self._transaction, **request)

    def ask(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a statement of somebody else that must not change anything: the database itself sees to that."""
        with self.transaction(keep=False):
            self.run("SET TRANSACTION READ ONLY")
            return self.run(sql, parameters).rows

    @contextmanager
    def transaction(self, keep: bool = True) -> Iterator[None]:
        """Statements inside belong together. They are undone when one fails, and where they are not to be kept."""
        begun = self._call("BeginTransaction", **self._database)
        self._transaction = {"transactionId": begun["transactionId"]}
        try:
            yield
        except BaseException:
            keep = False
            raise
        finally:
            ending, self._transaction = self._transaction, {}
            self._call("CommitTransaction" if keep else "RollbackTransaction", **ending)

    def _call(self, operation: str, **request: Any) -> dict[str, Any]:
        deadline = self._context.deadline()
        while True:
            try:
                return self._context.api.call(operation, **self._place, **request)
            except botocore.exceptions.ClientError as exception:
                if error_code(exception) not in _WAKING or not deadline.pause(longest=5):
                    raise failure(f"run SQL ({operation})", exception, _EXPLAIN) from exception


def parameter(name: str, value: Any) -> dict[str, Any]:
    """A named parameter by the type of its value. A dictionary of value and type_hint says what a text stands for."""
    if isinstance(value, dict) and set(value) == {"value", "type_hint"}:
        if value["type_hint"] not in _HINTS:
            raise EngineError(f"parameters.{name}: type_hint is {value['type_hint']!r}, it can be {', '.join(_HINTS)}.")
        return {"name": name, "value": _field(str(value["value"])), "typeHint": value["type_hint"]}
    if isinstance(value, (dict, list)):
        return {"name": name, "value": {"stringValue": json.dumps(value)}, "typeHint": "JSON"}
    return {"name": name, "value": _field(value)}


def _field(value: Any) -> dict[str, Any]:
    if value is None:
        return {"isNull": True}
    if isinstance(value, bool):
        return {"booleanValue": value}
    if isinstance(value, int):
        return {"longValue": value}
    return {"doubleValue": value} if isinstance(value, float) else {"stringValue": str(value)}


def _row(columns: list[dict[str, Any]], record: list[dict[str, Any]]) -> dict[str, Any]:
    return {column["name"]: _value(column["type"], field) for column, field in zip(columns, record, strict=True)}


def _value(kind: str, field: dict[str, Any]) -> Any:
    """A field as JSON has it. What JSON has no type for, such as a time or an exact number, stays a text."""
    member, value = next(iter(field.items()))
    if member == "isNull":
        return None
    if member == "arrayValue":
        return next(iter(value.values()), [])
    if member == "blobValue":
        return value.hex()
    return json.loads(value) if kind in ("json", "jsonb") else value
