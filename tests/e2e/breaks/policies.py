"""How roles' policies are changed by hand."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.belongings import one
from tests.e2e.journey import Target


def change(target: Target, role: str, sid: str, **members: Any) -> None:
    """Change a statement of the role's own policy."""
    iam, name = target.client("iam"), _name(target, role)
    (policy,) = iam.list_role_policies(RoleName=name)["PolicyNames"]
    document = iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
    (statement,) = [found for found in document["Statement"] if found["Sid"] == sid]
    statement.update(members)
    iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=json.dumps(document))


def trust(target: Target, role: str, **members: Any) -> None:
    """Change the statement that says who may take on the role."""
    iam, name = target.client("iam"), _name(target, role)
    document = iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"]
    (statement,) = document["Statement"]
    statement.update(members)
    iam.update_assume_role_policy(RoleName=name, PolicyDocument=json.dumps(document))


def _name(target: Target, role: str) -> str:
    return one(target, "iam", role).rpartition("/")[2]
