"""KMS: the period of key rotation, and the states of keys that are named by ARN."""
"""KMS: the period of key rotation, and what may be done by ARN as well as by id."""

import json
from datetime import timedelta
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.core.utils import unix_time, utcnow
from moto.kms.exceptions import NotFoundException, ValidationException
from moto.kms.models import KmsBackend
from moto.kms.responses import KmsResponse

from emulator.overrides.patch import around

DEFAULT_PERIOD = 365
PERIODS = (90, 2560)


def install() -> None:
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

    @around(KmsBackend, "schedule_key_deletion")
    def schedule(moto: Any, self: Any, key_id: str, pending_window_in_days: int) -> Any:
        key = self.keys[self.get_key_id(key_id)]
        if key.key_state == "PendingDeletion":
            raise JsonRESTError("KMSInvalidStateException", f"{key.arn} is pending deletion.")
        return moto(key.id, pending_window_in_days)

    for name in ("cancel_key_deletion", "enable_key", "disable_key"):
        around(KmsBackend, name)(lambda moto, self, key_id: moto(self.get_key_id(key_id)))
    for operation in ("cancel_key_deletion", "disable_key", "enable_key"):

        @around(KmsBackend, operation)
        def by_arn(moto: Any, self: Any, key_id: str) -> None:
            moto(self.get_key_id(key_id))


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
        moto(key_id if grant_token else known(self, key_id), grant_id, grant_token)


def find(response: Any) -> Any:
    return response.kms_backend.keys[response.kms_backend.get_key_id(response._get_param("KeyId"))]
