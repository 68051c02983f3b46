"""IAM: who calls, and the AWS-managed policies, without reading all 1,500 of them again and again."""

from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam import models
from moto.iam.models import IAMBackend, ManagedPolicy, iam_backends

from emulator.overrides.patch import around


def install() -> None:
    read: dict[tuple[str, str], list[ManagedPolicy]] = {}

    @around(IAMBackend, "_init_aws_policies")
    def policies(moto: Any, self: Any) -> list[ManagedPolicy]:
        key = (self.account_id, self.region_name)
        if key not in read:
            read[key] = moto()
        # One backend has them at a time: a new one, after a reset, has attached none.
        for policy in read[key]:
            policy.attachment_count = 0
        return read[key]

    @around(models, "get_account_id_from")
    def account_of(moto: Any, access_key: str) -> str:
        # moto would make a backend for each partition, to look for the key in it.
        for account, partitions in list(iam_backends.items()):
            if any(access_key in backend.access_keys for backend in list(partitions.values())):
                return str(account)
        return str(DEFAULT_ACCOUNT_ID)
