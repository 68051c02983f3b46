"""What can go wrong with the buckets."""

from __future__ import annotations

import json

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("7.b", "7.2.b")
def the_public_may_be_let_in(target: Target) -> None:
    target.client("s3").delete_public_access_block(Bucket=_bucket(target, "documents"))


@breaks("7.b", "7.2.b")
def acls_count_again(target: Target) -> None:
    rules = {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}
    target.client("s3").put_bucket_ownership_controls(Bucket=_bucket(target, "logs"), OwnershipControls=rules)


@breaks("7.b", "7.2.b")
def objects_are_sent_openly(target: Target) -> None:
    _drop_statement(target, "artifacts", "OnlyOverTls")


@breaks("7.b", "7.2.b")
def other_accounts_are_not_refused(target: Target) -> None:
    _drop_statement(target, "knowledge-base", "OnlyThisAccount")


@breaks("7.c", "7.2.c")
def what_is_old_stays(target: Target) -> None:
    target.client("s3").delete_bucket_lifecycle(Bucket=_bucket(target, "logs"))


@breaks("7.d")
def old_versions_are_lost(target: Target) -> None:
    target.client("s3").put_bucket_versioning(
        Bucket=_bucket(target, "documents"), VersioningConfiguration={"Status": "Suspended"}
    )


@breaks("7.d", "7.2.a")
def objects_are_encrypted_with_a_key_of_s3(target: Target) -> None:
    by_default = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    target.client("s3").put_bucket_encryption(
        Bucket=_bucket(target, "artifacts"), ServerSideEncryptionConfiguration={"Rules": [by_default]}
    )


@breaks("7.1.d")
def nobody_knows_who_asked_for_documents(target: Target) -> None:
    target.client("s3").put_bucket_logging(Bucket=_bucket(target, "documents"), BucketLoggingStatus={})


def _bucket(target: Target, key: str) -> str:
    return one(target, "s3", f"bucket-{key}").rpartition(":")[2]


def _drop_statement(target: Target, key: str, sid: str) -> None:
    s3, bucket = target.client("s3"), _bucket(target, key)
    policy = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])
    policy["Statement"] = [found for found in policy["Statement"] if found["Sid"] != sid]
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
