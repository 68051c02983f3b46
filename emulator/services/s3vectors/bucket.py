"""Vector buckets, with their policy and the mode of new indexes."""

import json
import re
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError, conflict, validation
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.s3vectors.address import missing

NAME = re.compile(r"[a-z0-9][a-z0-9-]*[a-z0-9]")
# unverified: what a bucket made after the end of September 2026 says, and that it may still be set to CLASSIC
NEWEST_MODE = "ENHANCED"


class VectorBucket(ResourceType):
    service = "s3vectors"
    noun = "VectorBucket"
    id = "vectorBucketName"
    arn = "arn:{partition}:s3vectors:{region}:{account}:bucket/{id}"
    arn_member = "vectorBucketArn"
    name = "vectorBucketName"

    def new_id(self, call: Call) -> str:
        return str(call.params["vectorBucketName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        if not NAME.fullmatch(call.params["vectorBucketName"]):
            raise validation("Invalid vector bucket name: use lowercase letters, numbers and hyphens")
        check_encryption(call.params)

    def on_create(self, call: Call, record: Record) -> None:
        record.members.setdefault("encryptionConfiguration", {"sseType": "AES256"})
        record.members["defaultIndexMode"] = NEWEST_MODE

    def view(self, record: Record) -> dict[str, Any]:
        return {"creationTime": record.created}

    def missing(self, key: str) -> AwsError:
        return missing("vector bucket")

    def duplicate(self, name: str) -> AwsError:
        return conflict("A vector bucket with the specified name already exists")


def check_encryption(params: dict[str, Any]) -> None:
    given = params.get("encryptionConfiguration", {})
    if ("kmsKeyArn" in given) != (given.get("sseType") == "aws:kms"):
        raise validation("kmsKeyArn must be specified if and only if sseType is aws:kms")


def find_bucket(call: Call) -> Record:
    return call.find(VectorBucket, call.params["vectorBucketName"])


def list_buckets(call: Call) -> dict[str, Any]:
    return listed(call, VectorBucket(), call.records(VectorBucket))


def listed(call: Call, resource: ResourceType, records: list[Record]) -> dict[str, Any]:
    """A page of those whose names start with the prefix."""
    named = [record for record in records if record.id.startswith(call.params.get("prefix", ""))]
    chosen, next_token = page(named, call.params)
    return list_answer(call, [view(resource, record) for record in chosen], next_token)


def put_default_mode(call: Call) -> dict[str, Any]:
    bucket = find_bucket(call)
    bucket.members["defaultIndexMode"] = call.params["defaultIndexMode"]
    call.cloud.store.put(bucket)
    return {}


def put_policy(call: Call) -> dict[str, Any]:
    bucket = find_bucket(call)
    try:
        document = json.loads(call.params["policy"])
    except ValueError:
        document = None
    if not isinstance(document, dict) or not document.get("Statement"):
        raise validation("The specified policy is not a valid policy document")
    bucket.hidden["policy"] = call.params["policy"]
    call.cloud.store.put(bucket)
    return {}


def get_policy(call: Call) -> dict[str, Any]:
    policy = find_bucket(call).hidden.get("policy")
    if policy is None:
        raise missing("vector bucket policy")
    return {"policy": policy}


def delete_policy(call: Call) -> dict[str, Any]:
    bucket = find_bucket(call)
    bucket.hidden.pop("policy", None)
    call.cloud.store.put(bucket)
    return {}
