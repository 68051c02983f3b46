# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The buckets: requirements 7."""

from __future__ import annotations

from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .keys import key_of
from .live import Live
from .policies import allowed, closed_to_others, condition, many, principals, refused

STORAGE = Checks()
# Load balancers write to buckets with keys of S3 only; it is a bucket beside those that are asked for.
OF_LOAD_BALANCERS = "bucket-alb-logs"


def _is_there(key: str, bullet: str) -> None:
    @STORAGE.shows("7.a", bullet)
    def a_bucket_is_there(live: Live) -> Evidence:
        bucket = live.one("storage", "s3_bucket", f"bucket-{key}")["id"]
        names = [one["Name"] for one in live.list("s3", "ListBuckets")]
        need(bucket in names, f"{bucket} is not there")
        need(bucket.startswith(f"{live.platform}-"), f"{bucket} does not have the name of the platform")
        return {f"bucket of {key}": bucket}


for _key, _bullet in (
    ("documents", "7.1.a"),
    ("knowledge-base", "7.1.b"),
    ("artifacts", "7.1.c"),
    ("logs", "7.1.d"),
):
    _is_there(_key, _bullet)


@STORAGE.shows("7.d", "7.2.a")
def objects_are_encrypted_with_our_key(live: Live) -> Evidence:
    key = key_of(live, "storage")
    encrypted = []
    for bucket in _buckets(live):
        found = live.ask("s3", "GetBucketEncryption", Bucket=bucket["id"])["ServerSideEncryptionConfiguration"]
        used = found["Rules"][0]["ApplyServerSideEncryptionByDefault"]
        if bucket["key"] == OF_LOAD_BALANCERS:
            continue
        kind, with_key = used["SSEAlgorithm"], used.get("KMSMasterKeyID")
        need(kind.startswith("aws:kms") and with_key == key, f"{bucket['id']} encrypts by {kind} with {with_key}")
        encrypted.append(bucket["id"])
    return {"key": key, "buckets with the key": encrypted}


@STORAGE.shows("7.d")
def versions_are_kept(live: Live) -> Evidence:
    kept = {one["id"]: live.ask("s3", "GetBucketVersioning", Bucket=one["id"]).get("Status") for one in _buckets(live)}
    off = sorted(name for name, status in kept.items() if status != "Enabled")
    need(not off, f"{', '.join(off)} keep no versions")
    return {"versioning": sorted(kept)}


@STORAGE.shows("7.b", "7.2.b")
def the_public_is_shut_out(live: Live) -> Evidence:
    for bucket in _buckets(live):
        found = live.find("s3", "GetPublicAccessBlock", Bucket=bucket["id"]) or {}
        blocks = found.get("PublicAccessBlockConfiguration", {})
        off = sorted(name for name, value in blocks.items() if not value)
        need(blocks and not off, f"{bucket['id']} does not block the public: {', '.join(off) or 'nothing is set'}")
    return {"closed to the public": [bucket["id"] for bucket in _buckets(live)]}


@STORAGE.shows("7.b", "7.2.b")
def acls_are_off(live: Live) -> Evidence:
    for bucket in _buckets(live):
        found = live.find("s3", "GetBucketOwnershipControls", Bucket=bucket["id"]) or {}
        rules = [one["ObjectOwnership"] for one in found.get("OwnershipControls", {}).get("Rules", [])]
        need(rules == ["BucketOwnerEnforced"], f"ACLs of {bucket['id']} count: {rules or 'nothing is set'}")
    return {"without ACLs": [bucket["id"] for bucket in _buckets(live)]}


@STORAGE.shows("7.b", "7.2.b")
def what_comes_openly_is_refused(live: Live) -> Evidence:
    for bucket in _buckets(live):
        denied = refused(_policy(live, bucket["id"]))
        by_tls = any(_all_of(one, bucket) and _openly(one) for one in denied)
        need(by_tls, f"{bucket['id']} answers without TLS")
    return {"refuse without TLS": [bucket["id"] for bucket in _buckets(live)]}


@STORAGE.shows("7.b", "7.2.b")
def other_accounts_are_refused(live: Live) -> Evidence:
    for bucket in _buckets(live):
        policy = _policy(live, bucket["id"])
        need(closed_to_others(live, policy, "s3"), f"{bucket['id']} is not closed to other accounts")
        who = principals(allowed(policy))
        others = sorted(one for one in who if not one.endswith(".amazonaws.com") and f"::{live.account}:" not in one)
        need(not others, f"{bucket['id']} lets in {', '.join(others)}")
    return {"closed to other accounts": [bucket["id"] for bucket in _buckets(live)]}


@STORAGE.shows("7.c", "7.2.c")
def what_gets_old_gets_cheaper_and_goes(live: Live) -> Evidence:
    evidence = {}
    for bucket in _buckets(live):
        found = live.find("s3", "GetBucketLifecycleConfiguration", Bucket=bucket["id"]) or {}
        rules = [rule for rule in found.get("Rules", []) if rule["Status"] == "Enabled"]
        moves = [one["StorageClass"] for rule in rules for one in rule.get("Transitions", [])]
        need(moves, f"objects of {bucket['id']} never move to a cheaper class")
        ends = any(rule.get("NoncurrentVersionExpiration") for rule in rules)
        need(ends, f"old versions in {bucket['id']} are kept for ever")
        evidence[bucket["id"]] = moves
    return {"transitions": evidence}


@STORAGE.shows("7.1.d")
def buckets_log_who_asks_for_what(live: Live) -> Evidence:
    to = live.one("storage", "s3_bucket", OF_LOAD_BALANCERS)["id"]
    for bucket in _buckets(live):
        if bucket["id"] != to:
            found = live.ask("s3", "GetBucketLogging", Bucket=bucket["id"]).get("LoggingEnabled", {})
            need(
                found.get("TargetBucket") == to, f"accesses to {bucket['id']} are logged in {found.get('TargetBucket')}"
            )
    return {"access logs": to}


def _buckets(live: Live) -> list[dict[str, str]]:
    return live.some("storage", "s3_bucket", "bucket-")


def _policy(live: Live, bucket: str) -> str:
    found = live.find("s3", "GetBucketPolicy", Bucket=bucket)
    if not found:
        raise Broken(f"{bucket} has no policy")
    return found["Policy"]


def _all_of(statement: dict[str, Any], bucket: dict[str, str]) -> bool:
    """Whether a statement is about all operations on a bucket and its objects."""
    covered = {bucket["arn"], f"{bucket['arn']}/*"} <= set(many(statement.get("Resource")))
    return "s3:*" in many(statement.get("Action")) and covered


def _openly(statement: dict[str, Any]) -> bool:
    """Whether a statement is about what comes without TLS; policies are written with text and with booleans."""
    return [str(value).lower() for value in condition(statement, "Bool", "aws:SecureTransport")] == ["false"]
