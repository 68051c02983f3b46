# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The settings of a bucket, each of which has operations of its own."""

from __future__ import annotations

from typing import Any

from ._engine.context import Context
from ._engine.diff import same_entries
from ._engine.documents import document
from ._engine.resource import Facet

Members = dict[str, Any]


def _bucket(live: Members) -> dict[str, str]:
    return {"Bucket": live["Bucket"]}


def _read_ownership(context: Context, live: Members) -> str | None:
    answer = context.api.find("GetBucketOwnershipControls", **_bucket(live))
    return answer["OwnershipControls"]["Rules"][0]["ObjectOwnership"] if answer else None


def _write_ownership(context: Context, live: Members, current: Any, wanted: str) -> None:
    controls = {"Rules": [{"ObjectOwnership": wanted}]}
    context.api.call("PutBucketOwnershipControls", **_bucket(live), OwnershipControls=controls)


def _read_access_block(context: Context, live: Members) -> Members | None:
    answer = context.api.find("GetPublicAccessBlock", **_bucket(live))
    return answer and answer["PublicAccessBlockConfiguration"]


def _write_access_block(context: Context, live: Members, current: Any, wanted: Members) -> None:
    configuration = {**(current or {}), **wanted}
    context.api.call("PutPublicAccessBlock", **_bucket(live), PublicAccessBlockConfiguration=configuration)


def _read_versioning(context: Context, live: Members) -> bool:
    return context.api.call("GetBucketVersioning", **_bucket(live)).get("Status") == "Enabled"


def _write_versioning(context: Context, live: Members, current: Any, wanted: bool) -> None:
    configuration = {"Status": "Enabled" if wanted else "Suspended"}
    context.api.call("PutBucketVersioning", **_bucket(live), VersioningConfiguration=configuration)


def _encryption_rule(context: Context, live: Members) -> Members:
    answer = context.api.find("GetBucketEncryption", **_bucket(live))
    return answer["ServerSideEncryptionConfiguration"]["Rules"][0] if answer else {}


def _read_encryption(context: Context, live: Members) -> Members | None:
    rule = _encryption_rule(context, live)
    by_default = rule.get("ApplyServerSideEncryptionByDefault") or {}
    told = {
        "sse_algorithm": by_default.get("SSEAlgorithm"),
        "kms_key_id": by_default.get("KMSMasterKeyID"),
        "bucket_key_enabled": rule.get("BucketKeyEnabled", False),
    }
    return {name: value for name, value in told.items() if value is not None} if by_default else None


def _write_encryption(context: Context, live: Members, current: Members | None, wanted: Members) -> None:
    """The rule that is there with the wanted values laid over it: it may say more than the options do."""
    rule = _encryption_rule(context, live)
    by_default = {"SSEAlgorithm": wanted["sse_algorithm"]}
    if wanted.get("kms_key_id"):
        by_default["KMSMasterKeyID"] = wanted["kms_key_id"]
    rule["ApplyServerSideEncryptionByDefault"] = by_default
    if "bucket_key_enabled" in wanted:
        rule["BucketKeyEnabled"] = wanted["bucket_key_enabled"]
    context.api.call("PutBucketEncryption", **_bucket(live), ServerSideEncryptionConfiguration={"Rules": [rule]})


def same_encryption(wanted: Members, current: Members | None) -> bool:
    """Whether what is wanted is so; a key may be given by its id where the bucket tells its ARN."""
    current = current or {}
    key = str(current.get("kms_key_id", "")).rsplit("/", 1)[-1]
    return all(current.get(name) == value or (name == "kms_key_id" and key == value) for name, value in wanted.items())


def _read_lifecycle(context: Context, live: Members) -> list[Members] | None:
    answer = context.api.find("GetBucketLifecycleConfiguration", **_bucket(live))
    return answer and answer["Rules"]


def _write_lifecycle(context: Context, live: Members, current: Any, wanted: list[Members]) -> None:
    """A rule without a filter is for all objects; the service wants that said."""
    if not wanted:
        context.api.call("DeleteBucketLifecycle", **_bucket(live))
        return
    rules = [rule if "Prefix" in rule else {"Filter": {"Prefix": ""}, **rule} for rule in wanted]
    context.api.call("PutBucketLifecycleConfiguration", **_bucket(live), LifecycleConfiguration={"Rules": rules})


def _notifications(context: Context, live: Members) -> Members:
    return context.api.call("GetBucketNotificationConfiguration", **_bucket(live))


def _read_events(context: Context, live: Members) -> bool:
    return "EventBridgeConfiguration" in _notifications(context, live)


def _write_events(context: Context, live: Members, current: Any, wanted: bool) -> None:
    """One request is for all notifications: those to queues, topics and functions are sent along as they are."""
    others = {
        name: value for name, value in _notifications(context, live).items() if name != "EventBridgeConfiguration"
    }
    configuration = {**others, **({"EventBridgeConfiguration": {}} if wanted else {})}
    context.api.call("PutBucketNotificationConfiguration", **_bucket(live), NotificationConfiguration=configuration)


def _read_logging(context: Context, live: Members) -> Members | None:
    told = context.api.call("GetBucketLogging", **_bucket(live)).get("LoggingEnabled")
    return told and {"target_bucket": told["TargetBucket"], "target_prefix": told.get("TargetPrefix", "")}


def _write_logging(context: Context, live: Members, current: Any, wanted: Members) -> None:
    target = {"TargetBucket": wanted.get("target_bucket"), "TargetPrefix": wanted.get("target_prefix", "")}
    status = {"LoggingEnabled": target} if wanted else {}
    context.api.call("PutBucketLogging", **_bucket(live), BucketLoggingStatus=status)


def same_logging(wanted: Members, current: Members | None) -> bool:
    return {"target_prefix": "", **wanted} == current if wanted else not current


def read_lock(context: Context, live: Members) -> Members | None:
    """How long new versions are kept by default, empty for not at all; None for a bucket without Object Lock."""
    answer = context.api.find("GetObjectLockConfiguration", **_bucket(live))
    if not answer:
        return None
    kept = (answer["ObjectLockConfiguration"].get("Rule") or {}).get("DefaultRetention") or {}
    return {name.lower(): value for name, value in kept.items() if value}


def _write_lock(context: Context, live: Members, current: Any, wanted: Members) -> None:
    """Object Lock is for good; only how long new versions are kept can change."""
    retention = {name.capitalize(): value for name, value in wanted.items()}
    rule = {"Rule": {"DefaultRetention": retention}} if retention else {}
    configuration = {"ObjectLockEnabled": "Enabled", **rule}
    context.api.call("PutObjectLockConfiguration", **_bucket(live), ObjectLockConfiguration=configuration)


def same_lock(wanted: Members, current: Members | None) -> bool:
    """Whether the retention is the wanted one and no other, such as one in years beside one in days."""
    return wanted == current


def _read_tiering(context: Context, live: Members) -> list[Members]:
    operation, found, more = "ListBucketIntelligentTieringConfigurations", [], {}
    while True:
        page = context.api.call(operation, **_bucket(live), **more)
        found += page.get("IntelligentTieringConfigurationList") or []
        if not page.get("IsTruncated"):
            return found
        more = {"ContinuationToken": page["NextContinuationToken"]}


def _write_tiering(context: Context, live: Members, current: list[Members] | None, wanted: list[Members]) -> None:
    """What changes only: each configuration has requests of its own."""
    there = {one["Id"]: one for one in current or []}
    for gone in sorted(set(there) - {one["Id"] for one in wanted}):
        context.api.call("DeleteBucketIntelligentTieringConfiguration", **_bucket(live), Id=gone)
    for one in wanted:
        if one != there.get(one["Id"]):
            named = {"Id": one["Id"], "IntelligentTieringConfiguration": one}
            context.api.call("PutBucketIntelligentTieringConfiguration", **_bucket(live), **named)


# Public access is blocked before a policy is set, so that no policy is public even for a moment.
FACETS = (
    Facet("object_ownership", _read_ownership, _write_ownership),
    Facet(
        "public_access_block",
        _read_access_block,
        _write_access_block,
        member="PutPublicAccessBlock.PublicAccessBlockConfiguration",
    ),
    Facet("versioning", _read_versioning, _write_versioning),
    Facet("encryption", _read_encryption, _write_encryption, same=same_encryption),
    Facet("object_lock", read_lock, _write_lock, same=same_lock),
    document("policy", ("GetBucketPolicy", "PutBucketPolicy", "DeleteBucketPolicy"), "Policy", _bucket),
    Facet(
        "lifecycle_rules",
        _read_lifecycle,
        _write_lifecycle,
        member="PutBucketLifecycleConfiguration.LifecycleConfiguration.Rules",
    ),
    Facet("access_logging", _read_logging, _write_logging, same=same_logging),
    Facet("event_bridge_notifications", _read_events, _write_events),
    Facet(
        "intelligent_tiering_configurations",
        _read_tiering,
        _write_tiering,
        member="PutBucketIntelligentTieringConfiguration.IntelligentTieringConfiguration[]",
        same=same_entries("Id"),
    ),
)
