"""KMS: what a key is for, its policy, the period of key rotation, and the states of keys that are named by ARN."""

import json
from datetime import timedelta
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.core.utils import unix_time, utcnow
from moto.kms.exceptions import NotAuthorizedException, NotFoundException, ValidationException
from moto.kms.models import Key, KmsBackend
from moto.kms.responses import KmsResponse

from emulator.overrides.patch import around
from emulator.overrides.policies import has_statements

DEFAULT_PERIOD = 365
DEFAULT_WINDOW = 30
PERIODS = (90, 2560)


def install() -> None:
    @around(Key, "__init__")
    def init(moto: Any, self: Any, policy: Any, key_usage: str | None, *args: Any, **kwargs: Any) -> None:
        moto(policy, key_usage or "ENCRYPT_DECRYPT", *args, **kwargs)
        self.multi_region = bool(self.multi_region)

    @around(KmsResponse, "enable_key_rotation")
    def enable(moto: Any, self: Any) -> str:
        period = self._get_param("RotationPeriodInDays") or DEFAULT_PERIOD
        if not PERIODS[0] <= period <= PERIODS[1]:
            raise ValidationException(
                f"1 validation error detected: Value '{period}' at 'rotationPeriodInDays' failed to satisfy "
                f"constraint: Member must have value between {PERIODS[0]} and {PERIODS[1]}"
            )
        answer: str = moto()
        key = find(self)
        key.rotation_period = period
        key.rotation_enabled = utcnow()
        return answer

    @around(KmsResponse, "get_key_rotation_status")
    def status(moto: Any, self: Any) -> str:
        answer = json.loads(moto())
        key = find(self)
        answer["KeyId"] = key.arn
        if answer["KeyRotationEnabled"]:
            answer["RotationPeriodInDays"] = getattr(key, "rotation_period", DEFAULT_PERIOD)
            since = getattr(key, "rotation_enabled", utcnow())
            answer["NextRotationDate"] = unix_time(since + timedelta(days=answer["RotationPeriodInDays"]))
        return json.dumps(answer)

    install_grants()
    install_deletion()
    install_refusals()


def install_refusals() -> None:
    """What is no policy, and aliases of AWS's own."""

    @around(KmsBackend, "create_key")
    def create(moto: Any, self: Any, policy: str | None, *args: Any, **more: Any) -> Any:
        if policy:
            judge(policy)
        return moto(policy, *args, **more)

    @around(KmsBackend, "put_key_policy")
    def put(moto: Any, self: Any, key_id: str, policy: str) -> None:
        judge(policy)
        moto(key_id, policy)

    @around(KmsResponse, "create_alias")
    def alias(moto: Any, self: Any) -> str:
        if self._get_param("AliasName").startswith("alias/aws/"):
            raise NotAuthorizedException()
        return str(moto())


def judge(policy: str) -> None:
    if not has_statements(policy):
        raise JsonRESTError("MalformedPolicyDocumentException", "The new key policy is not a valid policy document")


def install_deletion() -> None:
    """Deletion by ARN, and not twice; the answers name the key by its ARN."""

    @around(KmsBackend, "schedule_key_deletion")
    def schedule(moto: Any, self: Any, key_id: str, pending_window_in_days: int) -> Any:
        key = self.keys[self.get_key_id(key_id)]
        if key.key_state == "PendingDeletion":
            raise JsonRESTError("KMSInvalidStateException", f"{key.arn} is pending deletion.")
        return moto(key.id, pending_window_in_days)

    for name in ("cancel_key_deletion", "enable_key", "disable_key"):
        around(KmsBackend, name)(lambda moto, self, key_id: moto(self.get_key_id(key_id)))

    @around(KmsResponse, "schedule_key_deletion")
    def scheduled(moto: Any, self: Any) -> str:
        days = self._get_param("PendingWindowInDays") or DEFAULT_WINDOW
        answer = json.loads(moto())
        told = {"KeyId": find(self).arn, "KeyState": "PendingDeletion", "PendingWindowInDays": days}
        return json.dumps({**answer, **told})

    @around(KmsResponse, "cancel_key_deletion")
    def cancelled(moto: Any, self: Any) -> str:
        moto()
        return json.dumps({"KeyId": find(self).arn})


def install_grants() -> None:
    """Keys of grants may be named by ARN, and must be there."""

    def known(backend: Any, key_id: str) -> str:
        found = str(backend.get_key_id(key_id))
        if found not in backend.keys:
            raise NotFoundException(f"Key '{key_id}' does not exist")
        return found

    @around(KmsBackend, "create_grant")
    def create(moto: Any, self: Any, key_id: str, *args: Any, **kwargs: Any) -> Any:
        return moto(known(self, key_id), *args, **kwargs)

    @around(KmsBackend, "list_grants")
    def listed(moto: Any, self: Any, key_id: str, grant_id: str) -> Any:
        return moto(known(self, key_id), grant_id)

    @around(KmsBackend, "retire_grant")
    def retire(moto: Any, self: Any, key_id: str, grant_id: str, grant_token: str) -> None:
        if not grant_token and not (key_id and grant_id):
            raise ValidationException("Either a grant token, or a key and the id of a grant, must be given")
        keys = self.keys.values() if grant_token else [self.keys[known(self, key_id)]]
        grants = [grant for key in keys for grant in key.grants.values()]
        if not any(grant_token == grant.token if grant_token else grant_id == grant.id for grant in grants):
            raise NotFoundException("The grant does not exist")
        moto(key_id if grant_token else known(self, key_id), grant_id, grant_token)


def find(response: Any) -> Any:
    return response.kms_backend.keys[response.kms_backend.get_key_id(response._get_param("KeyId"))]
