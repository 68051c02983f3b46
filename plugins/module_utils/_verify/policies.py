# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Policies of IAM and of resources, read."""

from __future__ import annotations

import json
from typing import Any

from .broken import Broken
from .live import Live

Statement = dict[str, Any]


def many(value: Any) -> list[Any]:
    """What a policy may hold alone or as a list."""
    return value if isinstance(value, list) else [value]


def allowed(document: dict[str, Any] | str) -> list[Statement]:
    """The statements that allow something."""
    read = json.loads(document) if isinstance(document, str) else document
    return [statement for statement in many(read["Statement"]) if statement["Effect"] == "Allow"]


def trust(live: Live, role: str) -> list[Statement]:
    """Who may take on a role."""
    return allowed(live.ask("iam", "GetRole", RoleName=role)["Role"]["AssumeRolePolicyDocument"])


def inline(live: Live, role: str) -> list[Statement]:
    """What a role's own policies allow."""
    names = live.list("iam", "ListRolePolicies", RoleName=role)
    asked = [live.ask("iam", "GetRolePolicy", RoleName=role, PolicyName=name) for name in names]
    return [statement for answer in asked for statement in allowed(answer["PolicyDocument"])]


def attached(live: Live, role: str) -> list[Statement]:
    """What the account's own policies allow that are attached to a role; those of AWS are not read."""
    arns = [one["PolicyArn"] for one in live.list("iam", "ListAttachedRolePolicies", RoleName=role)]
    ours = [arn for arn in arns if f":iam::{live.account}:policy/" in arn]
    return [statement for arn in ours for statement in managed(live, arn)]


def managed(live: Live, policy: str) -> list[Statement]:
    """What the version of a policy allows that is in force."""
    found = live.find("iam", "GetPolicy", PolicyArn=policy)
    if not found:
        raise Broken(f"{policy} is not there")
    version = found["Policy"]["DefaultVersionId"]
    asked = live.ask("iam", "GetPolicyVersion", PolicyArn=policy, VersionId=version)
    return allowed(asked["PolicyVersion"]["Document"])


def principals(statements: list[Statement]) -> set[str]:
    """Whom statements are for: services, accounts, roles, identity providers; "*" is everybody.

    All but some are everybody too, when something is allowed to them.
    """
    named = [statement.get("Principal", "*") for statement in statements]
    of_each = [list(one.values()) if isinstance(one, dict) else [one] for one in named]
    return {name for values in of_each for value in values for name in many(value)}


def refused(document: dict[str, Any] | str) -> list[Statement]:
    """The statements that refuse something to everybody."""
    read = json.loads(document) if isinstance(document, str) else document
    found = [statement for statement in many(read["Statement"]) if statement["Effect"] == "Deny"]
    return [statement for statement in found if "Principal" in statement and "*" in principals([statement])]


def condition(statement: Statement, operator: str, key: str) -> list[Any]:
    """The values that a statement compares a key with; also when it asks for them only if there are any."""
    conditions = statement.get("Condition", {})
    values = [conditions[name][key] for name in (operator, f"{operator}IfExists") if key in conditions.get(name, {})]
    return [value for one in values for value in many(one)]


def closed_to_others(live: Live, document: dict[str, Any] | str, service: str) -> bool:
    """Whether a policy refuses all operations of a service to principals of other accounts."""
    return any(
        f"{service}:*" in many(statement.get("Action"))
        and condition(statement, "StringNotEquals", "aws:PrincipalAccount") == [live.account]
        for statement in refused(document)
    )
