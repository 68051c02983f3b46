"""IAM: trust policies are judged, managed ones in use stay, and those of AWS are read once."""

from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam import models
from moto.iam.exceptions import DeleteConflictException
from moto.iam.models import IAMBackend, ManagedPolicy, iam_backends
from moto.iam.policy_validation import IAMTrustPolicyDocumentValidator

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

    @around(IAMBackend, "create_role")
    def create(moto: Any, self: Any, role_name: str, assume_role_policy_document: str, *args: Any, **more: Any) -> Any:
        IAMTrustPolicyDocumentValidator(assume_role_policy_document).validate()
        return moto(role_name, assume_role_policy_document, *args, **more)

    @around(IAMBackend, "delete_policy")
    def delete(moto: Any, self: Any, policy_arn: str) -> None:
        policy = self.get_policy(policy_arn)
        if policy.attachment_count:
            raise DeleteConflictException("Cannot delete a policy attached to entities.")
        if len(policy.versions) > 1:
            raise DeleteConflictException("This policy has more than one version. Delete the others before it.")
        moto(policy_arn)

    @around(models, "get_account_id_from")
    def account_of(moto: Any, access_key: str) -> str:
        # moto would make a backend for each partition, to look for the key in it.
        for account, partitions in list(iam_backends.items()):
            if any(access_key in backend.access_keys for backend in list(partitions.values())):
                return str(account)
        return str(DEFAULT_ACCOUNT_ID)
