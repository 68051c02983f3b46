"""Access keys: those of the account itself, of IAM users, and of the sessions that STS gave."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID

from emulator.authorization import principals
from emulator.authorization.principals import Principal

ROOT_KEY = "AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
"""Access key and secret of the account itself, where $LOCAL_CLOUD_ROOT_KEY names no others."""
PARTITION = "aws"


@dataclass(frozen=True)
class Credentials:
    secret: str
    principal: Principal
    token: str | None = None
    expires: float | None = None


def find(access_key: str) -> Credentials | None:
    """The credentials with this access key, if anybody has it."""
    root_key, _colon, secret = os.environ.get("LOCAL_CLOUD_ROOT_KEY", ROOT_KEY).partition(":")
    if access_key == root_key:
        return Credentials(secret, principals.root(DEFAULT_ACCOUNT_ID, PARTITION))
    from moto.iam.models import iam_backends

    for account, backends in list(iam_backends.items()):
        for partition, backend in list(backends.items()):
            if access_key in backend.access_keys:
                return of_key(backend, backend.access_keys[access_key], account, partition)
    return None


def of_key(backend: Any, key: Any, account: str, partition: str) -> Credentials | None:
    if key.user_name is None:
        return of_session(backend, key.access_key_id, account, partition)
    user = backend.users.get(key.user_name)
    if user is None or key.status != "Active":
        return None
    return Credentials(key.secret_access_key, principals.of_user(backend, user))


def of_session(backend: Any, access_key: str, account: str, partition: str) -> Credentials | None:
    from moto.sts.models import sts_backends

    from emulator.overrides.sts import sessions

    sts = sts_backends[account][partition]
    assumed = sts.get_assumed_role_from_access_key(access_key)
    if assumed:
        principal = principals.of_session(backend, assumed)
        return Credentials(assumed.secret_access_key, principal, assumed.session_token, seconds(assumed.expiration))
    session = sessions(sts).get(access_key)
    owner = find(session.owner) if session else None
    if session is None or owner is None:
        return None
    principal = owner.principal
    if session.arn:
        principal = principals.federated(principal, session.arn, session.policies or ())
    return Credentials(session.secret_access_key, principal, session.session_token, seconds(session.expiration))


def seconds(moment: datetime) -> float:
    """moto's times are of UTC without saying so."""
    return moment.replace(tzinfo=UTC).timestamp()
