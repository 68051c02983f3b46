# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A role of PostgreSQL: read from the catalog, compared with what is wanted, and changed in one transaction."""

from __future__ import annotations

import json
from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.unknown import has_unknown
from . import grants, scram
from .data_api import Connection
from .grants import quoted

RESOURCE = Resource(service="rds-data", noun="Statement", returns="role", create="ExecuteStatement")

Role = dict[str, Any]

_ATTRIBUTES = {"login": "LOGIN", "create_db": "CREATEDB", "create_role": "CREATEROLE"}
_IAM = "rds_iam"
_HIDDEN = "(secret)"
_REFUSED = "password authentication failed"
# A role as CREATE ROLE makes it.
_NEW = {"login": False, "create_db": False, "create_role": False, "connection_limit": -1, "member_of": []}
_READ = """
SELECT r.rolcanlogin AS login, r.rolcreatedb AS create_db, r.rolcreaterole AS create_role,
       r.rolconnlimit AS connection_limit,
       ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
             WHERE m.member = r.oid ORDER BY 1) AS member_of
FROM pg_roles r WHERE r.rolname = :role
"""


def manage(context: Context) -> dict[str, Any]:
    """Bring the role to what the options say; the module's result."""
    params = context.params
    if params["iam"] and params["password_secret_arn"]:
        raise EngineError("A role that logs in with a token of IAM cannot with a password: give iam or a password.")
    if has_unknown([params["resource_arn"], params["secret_arn"], params["password_secret_arn"]]):
        return _answer(context, {}, _shown(params), _shown(params))
    connection = Connection(context)
    found = connection.run(_READ, {"role": params["name"]}).rows
    live = found[0] if found else None
    if params["state"] == "absent":
        return _absent(context, connection, live)
    before, after, statements = _present(context, connection, live)
    _carry_out(context, connection, statements)
    changed = {name: value for name, value in after.items() if name in _NEW}
    asked = {name: value for name, value in _shown(params).items() if name == "grants"}
    return _answer(context, before, after, {**(live or _NEW), **changed, **asked})


def _shown(params: Role) -> Role:
    """What the options say of the role, in the form of the catalog."""
    names = (*_ATTRIBUTES, "connection_limit", "member_of")
    given = {name: params[name] for name in names if params[name] is not None}
    if params["iam"]:
        given["member_of"] = sorted({*given.get("member_of", []), _IAM})
    if params["grants"]:
        given["grants"] = [grant.shown(grant.privileges) for grant in grants.wanted(params["grants"])]
    return given


def _present(context: Context, connection: Connection, live: Role | None) -> tuple[Role, Role, list[str]]:
    """What changes, as before and after, and the statements that do it."""
    params, name = context.params, quoted(context.params["name"])
    statements = [] if live else [f"CREATE ROLE {name} NOLOGIN"]
    current = live or _NEW
    asked = _shown(params)
    before, after = {}, {}
    for option in (*_ATTRIBUTES, "connection_limit"):
        if option in asked and asked[option] != current[option]:
            before[option], after[option] = current[option], asked[option]
            statements.append(f"ALTER ROLE {name} {_attribute(option, asked[option])}")
    if params["iam"] is not None or params["member_of"] is not None:
        wanted = _memberships(params, current["member_of"])
        if wanted != current["member_of"]:
            before["member_of"], after["member_of"] = current["member_of"], wanted
            gone = [role for role in current["member_of"] if role not in wanted]
            new = [role for role in wanted if role not in current["member_of"]]
            statements += [f"REVOKE {quoted(role)} FROM {name}" for role in gone]
            statements += [f"GRANT {quoted(role)} TO {name}" for role in new]
    if params["password_secret_arn"]:
        password = _password_to_set(context, live)
        if password:
            after["password"] = f"{_HIDDEN}, changed"
            statements.append(f"ALTER ROLE {name} PASSWORD '{scram.verifier(password)}'")
    _add_grants(context, connection, before, after, statements)
    if live is None:
        before, after = {}, {"name": params["name"], **after}
    return before, after, statements


def _attribute(option: str, value: Any) -> str:
    return (
        f"CONNECTION LIMIT {int(value)}"
        if option == "connection_limit"
        else f"{'' if value else 'NO'}{_ATTRIBUTES[option]}"
    )


def _memberships(params: Role, current: list[str]) -> list[str]:
    """The roles to be a member of. The one of IAM goes by its own option."""
    others = current if params["member_of"] is None else params["member_of"]
    in_iam = params["iam"] if params["iam"] is not None else _IAM in (*current, *others)
    return sorted({*(role for role in others if role != _IAM), *([_IAM] if in_iam else [])})


def _add_grants(context: Context, connection: Connection, before: Role, after: Role, statements: list[str]) -> None:
    name, wanted = context.params["name"], grants.wanted(context.params["grants"] or [])
    wide: list[grants.Grant] = []  # those that change something for all tables of a schema
    for grant in sorted(wanted, key=lambda grant: grant.type == "table"):
        everywhere, anywhere = grants.held(connection, grant, name, wanted)
        covering = [other for other in wide if other.covers(grant)]
        now = set() if covering else everywhere  # they come first, and take or give what this one has to put right
        then = anywhere.union(*(other.privileges for other in covering))
        needed = list(grants.statements(grant, now, then, name))
        statements += needed
        if needed:
            wide.append(grant)
        if not everywhere == anywhere == set(grant.privileges):
            before.setdefault("grants", []).append(grant.shown(everywhere))
            after.setdefault("grants", []).append(grant.shown(grant.privileges))


def _password_to_set(context: Context, live: Role | None) -> str:
    """The password in the secret, empty if it is the role's already: who can log in with it has it."""
    params, arn = context.params, context.params["password_secret_arn"]
    try:
        content = json.loads(context.api_of("secretsmanager").call("GetSecretValue", SecretId=arn)["SecretString"])
        username, password = content["username"], content["password"]
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError(f"The secret {arn} is no JSON with username and password.") from error
    if username != params["name"]:
        raise EngineError(f"The secret {arn} is that of the user '{username}', not of '{params['name']}'.")
    if live and live["login"]:
        try:
            Connection(context, arn).run("SELECT 1")
        except EngineError as error:
            return password if _REFUSED in error.message else ""  # what else fails comes after the login
        return ""
    return password


def _absent(context: Context, connection: Connection, live: Role | None) -> dict[str, Any]:
    name = quoted(context.params["name"])
    if live is None:
        return _answer(context, {}, {}, None)
    # What it owns in this database goes to the caller; what is left to drop are its privileges.
    statements = [
        f"GRANT {name} TO CURRENT_USER",
        f"REASSIGN OWNED BY {name} TO CURRENT_USER",
        f"DROP OWNED BY {name}",
        f"DROP ROLE {name}",
    ]
    _carry_out(context, connection, statements)
    return _answer(context, {"name": context.params["name"], **live}, {}, None)


def _carry_out(context: Context, connection: Connection, statements: list[str]) -> None:
    if statements and not context.check_mode:
        with connection.transaction():
            for statement in statements:
                connection.run(statement)


def _answer(context: Context, before: Role, after: Role, role: Role | None) -> dict[str, Any]:
    answer: dict[str, Any] = {"changed": before != after, "diff": {"before": before, "after": after}}
    return answer if role is None else {**answer, "role": {"name": context.params["name"], **role}}
