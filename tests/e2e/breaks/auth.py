"""What can go wrong with users, roles and sign-in."""

from __future__ import annotations

from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target

# What is not said is set to its default, so all is said again.
_POOL = (
    "Policies",
    "AutoVerifiedAttributes",
    "VerificationMessageTemplate",
    "UserAttributeUpdateSettings",
    "MfaConfiguration",
    "EmailConfiguration",
    "UserPoolTags",
    "AdminCreateUserConfig",
    "UserPoolAddOns",
    "AccountRecoverySetting",
    "DeletionProtection",
    "UserPoolTier",
)
_NOT_CHANGED = ("UserPoolId", "ClientId", "ClientSecret", "CreationDate", "LastModifiedDate")


@breaks("12.1.b")
def passwords_may_be_short(target: Target) -> None:
    pool = _pool(target)
    pool["Policies"]["PasswordPolicy"]["MinimumLength"] = 6
    _update_pool(target, pool)


@breaks("12.a", "12.1.a")
def anybody_can_sign_up(target: Target) -> None:
    pool = _pool(target)
    pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] = False
    _update_pool(target, pool)


@breaks("12.b", "12.1.c")
def a_password_is_enough(target: Target) -> None:
    target.client("cognito-idp").set_user_pool_mfa_config(UserPoolId=_pool(target)["Id"], MfaConfiguration="OFF")


@breaks("12.d", "12.1.d")
def a_viewer_is_as_strong_as_an_admin(target: Target) -> None:
    target.client("cognito-idp").update_group(UserPoolId=_pool(target)["Id"], GroupName="viewer", Precedence=0)


@breaks("12.b", "12.2.a")
def the_web_application_takes_passwords(target: Target) -> None:
    client = _web_client(target)
    _update_client(target, client, ExplicitAuthFlows=[*client["ExplicitAuthFlows"], "ALLOW_USER_PASSWORD_AUTH"])


@breaks("12.2.d")
def sessions_can_not_be_called_back(target: Target) -> None:
    _update_client(target, _web_client(target), EnableTokenRevocation=False)


def _pool(target: Target) -> dict[str, Any]:
    pool = one(target, "cognito", "user-pool").rpartition("/")[2]
    return target.client("cognito-idp").describe_user_pool(UserPoolId=pool)["UserPool"]


def _update_pool(target: Target, pool: dict[str, Any]) -> None:
    pool["AdminCreateUserConfig"].pop("UnusedAccountValidityDays", None)
    kept = {name: pool[name] for name in _POOL if name in pool}
    target.client("cognito-idp").update_user_pool(UserPoolId=pool["Id"], **kept)


def _web_client(target: Target) -> dict[str, Any]:
    cognito, pool = target.client("cognito-idp"), _pool(target)["Id"]
    clients = cognito.list_user_pool_clients(UserPoolId=pool, MaxResults=60)["UserPoolClients"]
    (web,) = [entry["ClientId"] for entry in clients if entry["ClientName"].endswith("-web")]
    return cognito.describe_user_pool_client(UserPoolId=pool, ClientId=web)["UserPoolClient"]


def _update_client(target: Target, client: dict[str, Any], **changes: Any) -> None:
    kept = {name: value for name, value in client.items() if name not in _NOT_CHANGED}
    identity = {"UserPoolId": client["UserPoolId"], "ClientId": client["ClientId"]}
    target.client("cognito-idp").update_user_pool_client(**identity, **kept | changes)
