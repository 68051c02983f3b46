# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Running statements, and saying honestly whether they changed anything."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import Any

from .._engine.context import Context
from .._engine.unknown import has_unknown
from .data_api import Connection, Result

Statement = dict[str, Any]

_COMMENTS = re.compile(r"\A(\s+|--[^\n]*(\n|\Z)|/\*.*?\*/)*", re.DOTALL)
_READING = ("SELECT", "SHOW", "EXPLAIN", "VALUES", "TABLE")
_COUNTED = ("INSERT", "UPDATE", "DELETE", "MERGE")


def execute(context: Context) -> dict[str, Any]:
    """Run what the options ask for; the module's result."""
    params = context.params
    statements = params["statements"] or [{name: params[name] for name in ("sql", "parameters", "parameter_sets")}]
    if has_unknown([params["resource_arn"], params["secret_arn"]]):
        return _answer(statements, [], not params["read_only"])
    connection = Connection(context)
    if params["unless"] and _holds(connection.ask(params["unless"])):
        return _answer(statements, [], False)
    undo = context.check_mode and not params["read_only"]
    if undo and params["in_check_mode"] == "skip":
        return _answer(statements, [], any(_first_word(one) not in _READING for one in statements))
    together = params["read_only"] or undo or (params["transaction"] and len(statements) > 1)
    with connection.transaction(keep=not (undo or params["read_only"])) if together else nullcontext():
        if params["read_only"]:
            connection.run("SET TRANSACTION READ ONLY")
        results = [_run(connection, one) for one in statements]
    changed = any(_changes(one, result) for one, result in zip(statements, results, strict=True))
    return _answer(statements, results, changed and not params["read_only"])


def _holds(rows: list[dict[str, Any]]) -> bool:
    """Whether a query answers yes: its first row has something that is true in its first column."""
    return bool(rows) and bool(next(iter(rows[0].values()), None))


def _run(connection: Connection, statement: Statement) -> Result:
    if statement.get("parameter_sets"):
        connection.run_batch(statement["sql"], statement["parameter_sets"])
        return Result([], [], len(statement["parameter_sets"]))
    return connection.run(statement["sql"], statement.get("parameters"))


def _changes(statement: Statement, result: Result) -> bool:
    """What writes rows tells how many; what reads changes nothing; anything else, such as CREATE, is a change."""
    word = _first_word(statement)
    return result.updated > 0 if word in _COUNTED else word not in _READING


def _first_word(statement: Statement) -> str:
    text = _COMMENTS.sub("", statement["sql"])
    return re.split(r"[\s(;]", text, maxsplit=1)[0].upper()


def _answer(statements: list[Statement], results: list[Result], changed: bool) -> dict[str, Any]:
    shown = [{"rows": one.rows, "columns": one.columns, "updated": one.updated} for one in results]
    last = shown[-1] if shown else {"rows": [], "updated": 0}
    answer = {"changed": changed, "results": shown, "rows": last["rows"], "updated": last["updated"]}
    after = {"statements": [one["sql"].strip() for one in statements]} if changed else {}
    return {**answer, "diff": {"before": {}, "after": after}}
