"""PostgreSQL: reading a database through the Data API, as a user who may only read.

DATABASE_CLUSTER_ARN, DATABASE_SECRET_ARN and DATABASE_NAME say where, DATABASE_SCHEMA what is described.
"""

from __future__ import annotations

import json
import os
from typing import Any

from .tool import Tool, client

_TYPES = ((bool, "booleanValue"), (int, "longValue"), (float, "doubleValue"), (str, "stringValue"))
_COLUMNS = (
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
    "WHERE table_schema = :schema ORDER BY table_name, ordinal_position"
)


def query(sql: str, parameters: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """The rows of a statement. What it changes, if the user could change anything, is rolled back."""
    where = {"resourceArn": os.environ["DATABASE_CLUSTER_ARN"], "secretArn": os.environ["DATABASE_SECRET_ARN"]}
    api = client("rds-data")
    begun = api.begin_transaction(**where, database=os.environ["DATABASE_NAME"])["transactionId"]
    try:
        here = {**where, "transactionId": begun}
        api.execute_statement(**here, sql="SET TRANSACTION READ ONLY")
        given = [{"name": name, "value": _value(value)} for name, value in (parameters or {}).items()]
        answer = api.execute_statement(**here, sql=sql, parameters=given, formatRecordsAs="JSON")
    finally:
        api.rollback_transaction(**where, transactionId=begun)
    return json.loads(answer.get("formattedRecords") or "[]")


def describe() -> list[dict[str, Any]]:
    """The columns of all tables."""
    return query(_COLUMNS, {"schema": os.environ["DATABASE_SCHEMA"]})


def _value(value: Any) -> dict[str, Any]:
    if value is None:
        return {"isNull": True}
    return next(({member: value} for kind, member in _TYPES if isinstance(value, kind)), {"stringValue": str(value)})


TOOLS = (
    Tool(
        query,
        "Reads from the PostgreSQL database by one SQL statement, in which :name stands for a parameter.",
        {
            "sql": {"type": "string", "description": "One SELECT statement."},
            "parameters": {"type": "object", "description": "Values of the names in the statement."},
        },
        ("sql",),
    ),
    Tool(describe, "Lists the tables of the PostgreSQL database with their columns and types."),
)
