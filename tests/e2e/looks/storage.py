"""What the requirements say of the buckets, looked up in the platform that is deployed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.e2e.journey import Target
from tests.e2e.looks.database import outputs

KMS_KEYS = ("documents", "knowledge_base", "artifacts", "logs")


def _buckets(target: Target) -> dict[str, str]:
    found = outputs(target, "storage")
    return {name.removesuffix("_bucket"): bucket for name, bucket in found.items() if name.endswith("_bucket")}


def _statements(target: Target, bucket: str) -> Iterator[dict[str, Any]]:
    yield from json.loads(target.client("s3").get_bucket_policy(Bucket=bucket)["Policy"])["Statement"]


def there_is_a_bucket_for_each_use(target: Target) -> None:
    """7.a, 7.1.a, 7.1.b, 7.1.c, 7.1.d"""
    buckets = _buckets(target)
    assert {*KMS_KEYS, "alb_logs"} <= set(buckets)
    for key, bucket in buckets.items():
        assert bucket.startswith(f"{target.prefix}-{target.environment}-{key.replace('_', '-')}-")


def encrypted_with_the_key_of_the_layer(target: Target) -> None:
    """7.d, 7.2.a; load balancers can only write to a bucket with keys of S3."""
    s3, buckets = target.client("s3"), _buckets(target)
    for key in KMS_KEYS:
        rule = s3.get_bucket_encryption(Bucket=buckets[key])["ServerSideEncryptionConfiguration"]["Rules"][0]
        by_default = rule["ApplyServerSideEncryptionByDefault"]
        assert by_default["SSEAlgorithm"] == "aws:kms"
        assert by_default["KMSMasterKeyID"] == outputs(target, "security")["storage_key_arn"]
        assert rule["BucketKeyEnabled"]
    rules = s3.get_bucket_encryption(Bucket=buckets["alb_logs"])["ServerSideEncryptionConfiguration"]["Rules"]
    assert rules[0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256"


def closed_to_everybody_else(target: Target) -> None:
    """7.b, 7.2.b, 17.2.b"""
    s3 = target.client("s3")
    for bucket in _buckets(target).values():
        assert all(s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"].values())
        rules = s3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"]["Rules"]
        assert rules[0]["ObjectOwnership"] == "BucketOwnerEnforced"
        denied = {statement["Sid"] for statement in _statements(target, bucket) if statement["Effect"] == "Deny"}
        assert {"OnlyOverTls", "OnlyModernTls", "OnlyThisAccount"} <= denied
        allowed = [statement for statement in _statements(target, bucket) if statement["Effect"] == "Allow"]
        assert all("Service" in statement["Principal"] for statement in allowed)


def load_balancers_and_buckets_write_their_access_logs(target: Target) -> None:
    """7.1.d, 17.2.d"""
    buckets = _buckets(target)
    writers = {
        statement["Principal"]["Service"]: statement["Resource"]
        for statement in _statements(target, buckets["alb_logs"])
        if statement["Effect"] == "Allow"
    }
    assert set(writers) == {"logdelivery.elasticloadbalancing.amazonaws.com", "logging.s3.amazonaws.com"}
    account = outputs(target, "security")["account_id"]
    place = f":s3:::{buckets['alb_logs']}/AWSLogs/{account}/*"
    assert all(arn.endswith(place) for arn in writers["logdelivery.elasticloadbalancing.amazonaws.com"])
    for key in KMS_KEYS:
        logging = target.client("s3").get_bucket_logging(Bucket=buckets[key])["LoggingEnabled"]
        assert logging["TargetBucket"] == buckets["alb_logs"]


def objects_move_and_expire(target: Target) -> None:
    """7.c, 7.2.c"""
    for bucket in _buckets(target).values():
        rules = target.client("s3").get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]
        assert all(rule["Status"] == "Enabled" for rule in rules)
        assert any(rule.get("Transitions") for rule in rules)
        assert any(rule.get("NoncurrentVersionExpiration") for rule in rules)


def old_versions_are_kept(target: Target) -> None:
    """7.2.d; that they can be deleted with MFA only is for environments that are not thrown away."""
    for bucket in _buckets(target).values():
        assert target.client("s3").get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"


def events_of_documents_go_to_eventbridge(target: Target) -> None:
    """10.3.d"""
    told = target.client("s3").get_bucket_notification_configuration(Bucket=_buckets(target)["documents"])
    assert "EventBridgeConfiguration" in told
