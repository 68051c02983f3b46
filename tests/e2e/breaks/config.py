"""What can go wrong with secrets and parameters."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("14.b", "14.2.a")
def the_applications_think_they_are_elsewhere(target: Target) -> None:
    _put(target, "app/environment", Value="elsewhere", Type="String")


@breaks("14.b", "14.2.b")
def a_branch_of_parameters_is_gone(target: Target) -> None:
    ssm = target.client("ssm")
    found = ssm.get_parameters_by_path(Path=_path(target, "features"), Recursive=True)["Parameters"]
    ssm.delete_parameters(Names=[parameter["Name"] for parameter in found])


@breaks("14.d", "14.2.c")
def sensitive_parameters_are_encrypted_with_a_key_of_aws(target: Target) -> None:
    _put(target, "secure/database_url", Value="postgresql://", Type="SecureString", KeyId="alias/aws/ssm")


@breaks("14.d", "14.1.d")
def other_accounts_may_ask_for_a_secret(target: Target) -> None:
    target.client("secretsmanager").delete_resource_policy(SecretId=one(target, "secrets", "secret-session-key"))


@breaks("14.d", "14.1.c")
def a_secret_is_encrypted_with_a_key_of_aws(target: Target) -> None:
    target.client("secretsmanager").update_secret(
        SecretId=one(target, "secrets", "secret-session-key"), KmsKeyId="alias/aws/secretsmanager"
    )


@breaks("14.a", "14.1.b")
def a_secret_is_gone(target: Target) -> None:
    target.client("secretsmanager").delete_secret(
        SecretId=one(target, "secrets", "secret-external-services"), ForceDeleteWithoutRecovery=True
    )


@breaks("14.d", "14.2.d")
def applications_may_change_parameters(target: Target) -> None:
    iam, policy = target.client("iam"), one(target, "iam", "policy-parameters")
    version = iam.get_policy(PolicyArn=policy)["Policy"]["DefaultVersionId"]
    document = iam.get_policy_version(PolicyArn=policy, VersionId=version)["PolicyVersion"]["Document"]
    for statement in document["Statement"]:
        statement["Action"] = "ssm:*"
    iam.create_policy_version(PolicyArn=policy, PolicyDocument=json.dumps(document), SetAsDefault=True)


def _path(target: Target, name: str) -> str:
    return f"/{target.prefix}/{target.environment}/config/{name}"


def _put(target: Target, name: str, **told: Any) -> None:
    target.client("ssm").put_parameter(Name=_path(target, name), Overwrite=True, **told)
