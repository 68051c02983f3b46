"""Who asks: the account itself, an IAM user, or the session of a role or user. And what policies they have."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from emulator.authorization.policy import Statement, statements

EVERYTHING = '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}'


@dataclass(frozen=True)
class Principal:
    kind: str
    """As in aws:PrincipalType."""
    account: str
    arn: str
    """As in messages; of a session its own."""
    identity: str
    """ARN of the user or role that policies belong to."""
    user_id: str = ""
    name: str | None = None
    """Of the user, as in aws:username."""
    tags: dict[str, str] = field(default_factory=dict)
    policies: tuple[str, ...] = ()
    boundary: tuple[str, ...] | None = None
    session: tuple[str, ...] | None = None
    """Session policies, which take away from what the identity may."""

    @property
    def is_root(self) -> bool:
        return self.kind == "Account"


def root(account: str, partition: str) -> Principal:
    arn = f"arn:{partition}:iam::{account}:root"
    return Principal("Account", account, arn, arn, user_id=account)


def nobody() -> Principal:
    return Principal("Anonymous", "", "anonymous", "anonymous", user_id="anonymous")


def of_user(backend: Any, user: Any) -> Principal:
    groups = backend.get_groups_for_user(user.name)
    return Principal(
        "User",
        user.account_id,
        user.arn,
        user.arn,
        user_id=user.id,
        name=user.name,
        tags=tags_of(user.tags),
        policies=tuple(text for holder in (user, *groups) for text in documents(holder)),
    )


def of_session(backend: Any, assumed: Any) -> Principal:
    """The session of a role, which may be gone: then it has no policies."""
    role = next((one for one in backend.roles.values() if one.arn == assumed.role_arn), None)
    return Principal(
        "AssumedRole",
        assumed.account_id,
        assumed.arn,
        assumed.role_arn,
        user_id=assumed.user_id,
        tags=tags_of(role.tags) if role else {},
        policies=tuple(documents(role)) if role else (),
        boundary=boundary(backend, role) if role else None,
        session=(assumed.policy,) if assumed.policy else None,
    )


def federated(owner: Principal, arn: str, policies: tuple[str, ...]) -> Principal:
    """Somebody for whom a user, or the account itself, asked for credentials: they may what both may."""
    name = arn.rpartition("/")[2]
    own = (EVERYTHING,) if owner.is_root else owner.policies
    return Principal(
        "FederatedUser",
        owner.account,
        arn,
        arn,
        user_id=f"{owner.account}:{name}",
        policies=own,
        session=policies,
    )


def boundary(backend: Any, role: Any) -> tuple[str, ...] | None:
    """The permissions boundary; one that is gone allows nothing."""
    arn = role.permissions_boundary_arn
    if not arn:
        return None
    policy = backend.managed_policies.get(arn)
    return (default_version(policy),) if policy else ()


def documents(holder: Any) -> Iterable[str]:
    """The policies of a user, group or role: inline and attached ones."""
    yield from holder.policies.values()
    yield from (default_version(policy) for policy in holder.managed_policies.values())


def default_version(policy: Any) -> str:
    found = (version.document for version in policy.versions if version.version_id == policy.default_version_id)
    return str(next(found, ""))


def tags_of(given: Any) -> dict[str, str]:
    """moto has them in a list, in a map, or not at all."""
    if isinstance(given, dict):
        return {key: value["Value"] if isinstance(value, dict) else value for key, value in given.items()}
    return {tag["Key"]: tag["Value"] for tag in given or []}


def parsed(documents: Iterable[str]) -> list[Statement]:
    return [statement for text in documents for statement in statements(text)]
