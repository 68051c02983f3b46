# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A bucket from its creation to its end; its settings are in _bucket_settings.py."""

from __future__ import annotations

from typing import Any

from ._bucket_settings import read_lock
from ._engine.context import Context
from ._engine.errors import EngineError

Members = dict[str, Any]

_FIRST_REGION = "us-east-1"  # the one that CreateBucket refuses to be told
_SHOWN_ERRORS = 3

EXPLAIN = {
    "403": "The bucket exists and belongs to another account, or you lack the permission s3:ListBucket for it.",
    "BucketAlreadyExists": "Another account has a bucket of this name; choose another name.",
    "BucketAlreadyOwnedByYou": "You have it, perhaps in another region; run the task there, or choose another name.",
    "BucketNotEmpty": "Something was written to it meanwhile; stop the writers and run again.",
}


def create_request(context: Context, request: Members) -> Members:
    """The create request with the region, Object Lock and, so that ACLs never apply, the ownership."""
    if context.region != _FIRST_REGION:
        request["CreateBucketConfiguration"] = {"LocationConstraint": context.region}
    if context.params["object_ownership"]:
        request["ObjectOwnership"] = context.params["object_ownership"]
    if context.params["object_lock"] is not None:
        request["ObjectLockEnabledForBucket"] = True
    return request


def observe(context: Context, live: Members) -> Members:
    """The live bucket, if it is where the user means it to be: names are unique over all regions."""
    region = live.get("BucketRegion") or context.region
    if region != context.region:
        raise EngineError(
            f"{context.what} is in {region}, this task works in {context.region}. Nothing was changed. "
            "Run the task in that region, or choose another name."
        )
    return live


def computed(context: Context, live: Members) -> Members:
    """Name and ARN, which the API does not tell, and with versioning whether only MFA lets versions be deleted."""
    named = {"name": live["Bucket"], "arn": f"arn:{context.api.client.meta.partition}:s3:::{live['Bucket']}"}
    if context.params["versioning"] is None:
        return named
    told = context.api.find("GetBucketVersioning", Bucket=live["Bucket"]) or {}
    return {**named, "mfa_delete": told.get("MFADelete") == "Enabled"}


def refuse_delete(context: Context, live: Members) -> None:
    """EngineError for a bucket that is in another region, or that holds something which may not be destroyed."""
    observe(context, live)
    if context.params["force_destroy"]:
        return
    page = context.api.call("ListObjectVersions", Bucket=live["Bucket"], MaxKeys=1)
    if page.get("Versions") or page.get("DeleteMarkers"):
        raise EngineError(
            f"{context.what} is not empty (old versions and delete markers count too). Nothing was deleted. "
            "Set force_destroy to delete all that it holds, or empty it first."
        )


def empty(context: Context, live: Members) -> None:
    """Delete every version, every delete marker and every unfinished upload, if the user wants that."""
    if not context.params["force_destroy"]:
        return
    bucket = live["Bucket"]
    # What is kept in the mode GOVERNANCE goes for who may bypass it; nothing else is sent that needs this permission.
    kept = {"BypassGovernanceRetention": True} if read_lock(context, live) is not None else {}
    for page in context.api.client.get_paginator("list_object_versions").paginate(Bucket=bucket):
        versions = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
        if versions:
            named = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in versions]
            delete_objects(context, bucket, named, **kept)
    for upload in context.api.items("ListMultipartUploads", "Uploads", Bucket=bucket):
        context.api.call("AbortMultipartUpload", Bucket=bucket, Key=upload["Key"], UploadId=upload["UploadId"])


def delete_objects(context: Context, bucket: str, objects: list[dict[str, str]], **how: Any) -> None:
    """Delete at most 1000 objects or versions; the service answers with success even when some stay."""
    answer = context.api.call("DeleteObjects", Bucket=bucket, Delete={"Objects": objects, "Quiet": True}, **how)
    errors = answer.get("Errors") or []
    if errors:
        some = "; ".join(f"{one['Key']}: {one.get('Code')}, {one.get('Message')}" for one in errors[:_SHOWN_ERRORS])
        raise EngineError(f"{len(errors)} objects of bucket '{bucket}' could not be deleted: {some}.")
