"""Statements and transactions. They run with the store unlocked: a statement may wait for another."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg.types.string import StrDumper

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import random_id
from emulator.requestlog import NOTES
from emulator.services.rds_data import clusters, servers, values

DEFAULT_DATABASE = "postgres"
STATEMENT_SECONDS = 45
IDLE_SECONDS = 180
CANCELED = "57014"
WRITING = ("INSERT", "UPDATE", "DELETE", "MERGE")
READING = ("SELECT", "SHOW", "EXPLAIN", "VALUES", "TABLE")

Answer = Callable[[], dict[str, Any]]


@dataclass
class Transaction:
    connection: psycopg.Connection[Any]
    cluster: str
    user: str
    used: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock)


_transactions: dict[str, Transaction] = {}


def execute(call: Call) -> Answer:
    connect = _connection(call)

    def answer() -> dict[str, Any]:
        with connect() as connection:
            cursor = _run(connection, call.params["sql"], call.params.get("parameters") or [])
            NOTES.only_looked = not connection.autocommit or _only_looked(cursor)
            return call.answer(_told(connection, cursor, call.params))

    return answer


def batch_execute(call: Call) -> Answer:
    connect = _connection(call)

    def answer() -> dict[str, Any]:
        sets = call.params.get("parameterSets") or [[]]
        NOTES.only_looked = bool(call.params.get("transactionId"))
        with connect() as connection:
            if connection.autocommit:
                connection.autocommit = False  # all of them or none
            for parameters in sets:
                _run(connection, call.params["sql"], parameters)
            if not call.params.get("transactionId"):
                connection.commit()
        return call.answer({"updateResults": [{"generatedFields": []} for _set in sets]})

    return answer


def begin(call: Call) -> Answer:
    cluster = clusters.find(call)
    user, password = clusters.credentials(call)

    def answer() -> dict[str, Any]:
        connection = _open(cluster, user, password, call.params.get("database"), autocommit=False)
        NOTES.only_looked = True
        name = random_id(180)
        _transactions[name] = Transaction(connection, cluster.db_cluster_arn, user)
        return call.answer({"transactionId": name})

    return answer


def commit(call: Call) -> Answer:
    return _end(call, "Transaction Committed", _keep)


def roll_back(call: Call) -> Answer:
    return _end(call, "Rollback Complete", _undo)


def _keep(connection: psycopg.Connection[Any]) -> None:
    connection.commit()


def _undo(connection: psycopg.Connection[Any]) -> None:
    connection.rollback()


def _end(call: Call, status: str, finish: Callable[[psycopg.Connection[Any]], None]) -> Answer:
    transaction = _transaction(call)

    def answer() -> dict[str, Any]:
        with transaction.lock:
            _transactions.pop(call.params["transactionId"], None)
            with _as_error(), transaction.connection as connection:
                NOTES.only_looked = finish is _undo or not _has_written(connection)
                finish(connection)
        return call.answer({"transactionStatus": status})

    return answer


def _transaction(call: Call) -> Transaction:
    """The open transaction that the request names; those that were quiet for too long are over."""
    for name in [name for name, item in _transactions.items() if time.monotonic() - item.used > IDLE_SECONDS]:
        _transactions.pop(name).connection.close()
    clusters.find(call, holds_a_connection=True)
    found = _transactions.get(call.params["transactionId"])
    if found is None or found.cluster != call.params["resourceArn"]:
        raise AwsError("TransactionNotFoundException", f"Transaction {call.params['transactionId']} is not found")
    if clusters.credentials(call)[0] != found.user:
        raise values.bad_request("The secret is of another user than the transaction.")
    if call.params.get("database") not in (None, found.connection.info.dbname):
        raise values.bad_request("Database name is not the same as transaction's.")
    found.used = time.monotonic()
    return found


def _connection(call: Call) -> Callable[[], Any]:
    """A context with the connection of the transaction, or with one of its own that commits by itself."""
    if call.params.get("transactionId"):
        transaction = _transaction(call)

        @contextmanager
        def joined() -> Iterator[psycopg.Connection[Any]]:
            with transaction.lock, _as_error():
                yield transaction.connection

        return joined
    cluster = clusters.find(call)
    user, password = clusters.credentials(call)

    @contextmanager
    def alone() -> Iterator[psycopg.Connection[Any]]:
        with _as_error(), _open(cluster, user, password, call.params.get("database"), autocommit=True) as connection:
            if not call.params.get("continueAfterTimeout"):
                connection.execute(f"SET statement_timeout = '{STATEMENT_SECONDS}s'")
            yield connection

    return alone


def _open(cluster: Any, user: str, password: str, database: str | None, autocommit: bool) -> psycopg.Connection[Any]:
    server = servers.of(cluster)
    try:
        connection = server.connect(user, password, database or DEFAULT_DATABASE, autocommit=autocommit)
    except psycopg.OperationalError as error:
        raise values.bad_request(str(error).rpartition("FATAL: ")[2].strip()) from error
    # A text is a text: what shall be something else needs a cast or a hint.
    connection.adapters.register_dumper(str, StrDumper)
    return connection


@contextmanager
def _as_error() -> Iterator[None]:
    try:
        yield
    except psycopg.Error as error:
        if error.sqlstate == CANCELED:
            raise AwsError("StatementTimeoutException", f"Request timed out after {STATEMENT_SECONDS} s") from error
        said = error.diag
        place = f" Position: {said.statement_position};" if said.statement_position else ""
        words = f"{said.severity or 'ERROR'}: {said.message_primary or error};{place} SQLState: {error.sqlstate}"
        raise AwsError("DatabaseErrorException", words) from error


def _run(connection: psycopg.Connection[Any], text: str, parameters: list[Any]) -> psycopg.Cursor[Any]:
    query, given = values.statement(text, parameters)
    try:
        return connection.execute(query.encode(), given, prepare=True)
    except psycopg.errors.SyntaxError as error:
        if "multiple commands" in str(error):
            raise values.bad_request("Multistatements aren't supported") from error
        raise


def _told(connection: psycopg.Connection[Any], cursor: psycopg.Cursor[Any], params: dict[str, Any]) -> dict[str, Any]:
    if cursor.description is None:
        return {"numberOfRecordsUpdated": max(cursor.rowcount, 0), "generatedFields": []}
    rows, raw = cursor.fetchall(), cursor.pgresult
    assert raw is not None
    types = _type_names(connection, {item.type_code for item in cursor.description})
    kinds = [types[item.type_code] for item in cursor.description]
    options = params.get("resultSetOptions") or {}
    records = [
        [values.field(value, raw.get_value(row, place), kinds[place], options) for place, value in enumerate(content)]
        for row, content in enumerate(rows)
    ]
    changing = (cursor.statusmessage or "").split(" ")[0] in WRITING
    told: dict[str, Any] = {"numberOfRecordsUpdated": cursor.rowcount if changing else 0}
    names = [item.name for item in cursor.description]
    if params.get("formatRecordsAs") == "JSON":
        plain = [dict(zip(names, map(values.plain, record), strict=True)) for record in records]
        told["formattedRecords"] = json.dumps(plain, separators=(",", ":"))
    else:
        told["records"] = records
    if params.get("includeResultMetadata"):
        told["columnMetadata"] = [
            values.column(item.name, kind, item.precision or 0, item.scale or 0)
            for item, kind in zip(cursor.description, kinds, strict=True)
        ]
    return told


def _only_looked(cursor: psycopg.Cursor[Any]) -> bool:
    """Whether a statement on its own changed nothing, by what PostgreSQL says it was."""
    return cursor.rowcount == 0 or (cursor.statusmessage or "").split(" ")[0] in READING


def _has_written(connection: psycopg.Connection[Any]) -> bool:
    """Whether an open transaction has written anything. A failed one has not: it can only be rolled back."""
    try:
        row = connection.execute("SELECT pg_current_xact_id_if_assigned() IS NOT NULL").fetchone()
    except psycopg.errors.InFailedSqlTransaction:
        return False
    return bool(row and row[0])


def _type_names(connection: psycopg.Connection[Any], codes: set[int]) -> dict[int, str]:
    """PostgreSQL's names of types; those of extensions are looked up."""
    known = {code: found.name for code in codes if (found := connection.adapters.types.get(code))}
    known.update((code, f"_{found.name}") for code, found in list(_arrays(connection, codes)))
    rest = [code for code in codes if code not in known]
    if rest:
        found = connection.execute("SELECT oid::int, typname FROM pg_type WHERE oid = ANY(%s)", [rest])
        known.update(dict(found.fetchall()))
    return known


def _arrays(connection: psycopg.Connection[Any], codes: set[int]) -> Iterator[tuple[int, Any]]:
    for code in codes:
        found = connection.adapters.types.get(code)
        if found and found.array_oid == code:
            yield code, found
