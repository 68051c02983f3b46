"""STS: GetSessionToken and GetFederationToken give credentials of their own, not the same to everybody."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moto.core.responses import ActionResult
from moto.iam.models import iam_backends
from moto.sts.models import STSBackend
from moto.sts.responses import TokenResponse
from moto.sts.utils import random_session_token

from emulator.overrides.patch import around


@dataclass(frozen=True)
class Session:
    """A session of a user, or of the account itself where there is no such user."""

    access_key_id: str
    secret_access_key: str
    session_token: str
    expiration: datetime
    owner: str
    """Access key of whom it was given to."""
    arn: str | None = None
    """Of a federated user."""
    policies: tuple[str, ...] | None = None
    """What a federated user may, of what the owner may."""


def sessions(backend: STSBackend) -> dict[str, Session]:
    """The sessions that a backend has given, by access key; a reset makes new backends."""
    found: dict[str, Session] = backend.__dict__.setdefault("local_sessions", {})
    return found


def install() -> None:
    @around(TokenResponse, "get_session_token")
    def session_token(moto: Any, self: Any) -> ActionResult:
        return given(self, moto().result, None, None)

    @around(TokenResponse, "get_federation_token")
    def federation_token(moto: Any, self: Any) -> ActionResult:
        result = moto().result
        policy = self._get_param("Policy")
        return given(self, result, result["FederatedUser"]["Arn"], (policy,) if policy else ())

    @around(STSBackend, "get_caller_identity")
    def caller(moto: Any, self: Any, access_key_id: str, region: str) -> Any:
        session = sessions(self).get(access_key_id)
        if session is None:
            return moto(access_key_id, region)
        user_id, arn, account = moto(session.owner, region)
        if session.arn:
            return f"{account}:{session.arn.rpartition('/')[2]}", session.arn, account
        return user_id, arn, account


def given(response: Any, result: dict[str, Any], arn: str | None, policies: tuple[str, ...] | None) -> ActionResult:
    backend = response.backend
    key = iam_backends[response.current_account][response.partition].create_temp_access_key()
    session = Session(
        access_key_id=key.access_key_id,
        secret_access_key=key.secret_access_key,
        session_token=random_session_token(),
        expiration=result["Credentials"]["Expiration"],
        owner=response.get_access_key(),
        arn=arn,
        policies=policies,
    )
    sessions(backend)[session.access_key_id] = session
    shown = {
        "AccessKeyId": session.access_key_id,
        "SecretAccessKey": session.secret_access_key,
        "SessionToken": session.session_token,
        "Expiration": session.expiration,
    }
    return ActionResult({**result, "Credentials": shown})
