"""What can go wrong with the way from GitHub into the account."""

from __future__ import annotations

import json

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("15.1.b")
def workflows_of_every_repository_get_the_role(target: Target) -> None:
    iam, role = target.client("iam"), _role(target)
    trust = iam.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"]
    wanted = trust["Statement"][0]["Condition"]["StringEquals"]
    trust["Statement"][0]["Condition"]["StringEquals"] = {
        key: value for key, value in wanted.items() if key.endswith(":aud")
    }
    iam.update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(trust))


@breaks("15.1.b")
def workflows_may_do_everything(target: Target) -> None:
    statement = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    target.client("iam").put_role_policy(
        RoleName=_role(target),
        PolicyName="deploy",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}),
    )


def _role(target: Target) -> str:
    return one(target, "iam", "role-github-actions").rpartition("/")[2]
