# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a role may do with an object: read from the catalog, and brought to what is wanted, no more and no less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .._engine.errors import EngineError
from .data_api import Connection

_OF_TABLES = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN")
_OF_SEQUENCES = ("USAGE", "SELECT", "UPDATE")
_HELD = "(SELECT a.privilege_type FROM aclexplode(%s) a JOIN pg_roles r ON r.oid = a.grantee WHERE r.rolname = :role)"


def quoted(name: str) -> str:
    """A name as an identifier of SQL."""
    return '"{}"'.format(name.replace('"', '""'))


@dataclass(frozen=True)
class Kind:
    """A kind of object.

    privileges: those there are.  there: a query with a row for each object that :name stands for, which has the
    privileges that :role holds, and the object's own name within a schema.  on: how a GRANT names it.  future: the word
    for objects that are yet to be made.
    """

    privileges: tuple[str, ...]
    there: str
    on: str
    future: str = ""


def _each(table: str, acl: str, where: str, own: str = "NULL::text") -> str:
    return f"SELECT ARRAY{_HELD % acl} AS held, {own} AS own FROM {table} WHERE {where}"  # noqa: S608 (constants)


def _within_schema(relations: str, letter: str) -> str:
    """Each relation of a schema, and what the current user's future ones will be open to."""
    now = _each(
        "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace",
        f"COALESCE(c.relacl, acldefault('{letter.lower()}', c.relowner))",
        f"n.nspname = :name AND c.relkind IN ({relations})",
        "c.relname::text",
    )
    kind = "r" if letter == "r" else "S"
    future = (
        f"SELECT ARRAY(SELECT a.privilege_type FROM pg_default_acl d, aclexplode(d.defaclacl) a, pg_roles r "  # noqa: S608
        f"WHERE d.defaclnamespace = n.oid AND d.defaclobjtype = '{kind}' AND r.oid = a.grantee AND r.rolname = :role "
        "AND d.defaclrole = (SELECT oid FROM pg_roles WHERE rolname = current_user)), NULL::text "
        "FROM pg_namespace n WHERE n.nspname = :name"
    )
    return f"{now} UNION ALL {future}"


KINDS = {
    "database": Kind(
        ("CREATE", "CONNECT", "TEMPORARY"),
        _each("pg_database d", "COALESCE(d.datacl, acldefault('d', d.datdba))", "d.datname = :name"),
        "DATABASE {name}",
    ),
    "schema": Kind(
        ("CREATE", "USAGE"),
        _each("pg_namespace n", "COALESCE(n.nspacl, acldefault('n', n.nspowner))", "n.nspname = :name"),
        "SCHEMA {name}",
    ),
    "table": Kind(
        _OF_TABLES,
        _each(
            "pg_class c", "COALESCE(c.relacl, acldefault('r', c.relowner))",
            "c.oid = to_regclass(:name) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')",
        ),
        "TABLE {name}",
    ),
    "tables_in_schema": Kind(
        _OF_TABLES, _within_schema("'r', 'p', 'v', 'm', 'f'", "r"), "ALL TABLES IN SCHEMA {name}", "TABLES"
    ),
    "sequences_in_schema": Kind(
        _OF_SEQUENCES, _within_schema("'S'", "s"), "ALL SEQUENCES IN SCHEMA {name}", "SEQUENCES"
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Grant:
    """The privileges that a role shall have on one object, and on what is in it."""

    type: str
    name: str
    privileges: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        return KINDS[self.type]

    @property
    def identifier(self) -> str:
        parts = self.name.split(".", 1) if self.type == "table" else [self.name]
        return ".".join(map(quoted, parts))

    def covers(self, other: Grant) -> bool:
        """Whether it is about all tables of a schema, and the other about one of them, which then says it better."""
        return self.type == "tables_in_schema" and other.type == "table" and other.name.startswith(f"{self.name}.")

    def shown(self, privileges: Any) -> dict[str, Any]:
        return {"type": self.type, "name": self.name, "privileges": sorted(privileges)}


def wanted(given: list[dict[str, Any]]) -> list[Grant]:
    """The grants of the option; EngineError for a privilege that there is not."""
    return [Grant(entry["type"], entry["name"], _legal(entry)) for entry in given]


def _legal(entry: dict[str, Any]) -> tuple[str, ...]:
    known = KINDS[entry["type"]].privileges
    given = {privilege.upper() for privilege in entry["privileges"]}
    unknown = sorted(given - set(known))
    if unknown:
        raise EngineError(
            f"grants: {', '.join(unknown)} is no privilege on a {entry['type']}, there are {', '.join(known)}."
        )
    return tuple(sorted(given))


def held(connection: Connection, grant: Grant, role: str, others: list[Grant]) -> tuple[set[str], set[str]]:
    """The privileges that the role has everywhere, and those that it has anywhere, on what the grant is about.

    Objects that one of the others is about are left out.
    """
    name = grant.identifier if grant.type == "table" else grant.name
    rows = connection.run(grant.kind.there, {"name": name, "role": role}).rows
    if not rows:
        raise EngineError(f"grants: there is no {grant.type.rpartition('_')[2]} '{grant.name}'.")
    apart = {other.name.partition(".")[2] for other in others if grant.covers(other)}
    each = [set(row["held"]) for row in rows if row["own"] is None or row["own"] not in apart]
    return set.intersection(*each), set.union(*each)


def statements(grant: Grant, everywhere: set[str], anywhere: set[str], role: str) -> Iterator[str]:
    """What brings the one to the other."""
    steps = (
        ("REVOKE", "FROM", sorted(anywhere - set(grant.privileges))),
        ("GRANT", "TO", sorted(set(grant.privileges) - everywhere)),
    )
    for verb, preposition, privileges in steps:
        if privileges:
            listed = ", ".join(privileges)
            place = grant.kind.on.format(name=grant.identifier)
            yield f"{verb} {listed} ON {place} {preposition} {quoted(role)}"
            if grant.kind.future:
                later = f"{verb} {listed} ON {grant.kind.future} {preposition} {quoted(role)}"
                yield f"ALTER DEFAULT PRIVILEGES IN SCHEMA {grant.identifier} {later}"
