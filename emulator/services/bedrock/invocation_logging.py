"""The logging of model invocations, one setting for an account and region."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.neighbours import bucket_exists, role_exists
from emulator.services.bedrock.account import account

FLAGS = ("textDataDeliveryEnabled", "imageDataDeliveryEnabled", "embeddingDataDeliveryEnabled")


def put(call: Call) -> dict[str, Any]:
    wanted = call.params["loggingConfig"]
    logs, bucket = wanted.get("cloudWatchConfig"), wanted.get("s3Config")
    if not logs and not bucket:
        raise validation("loggingConfig must have cloudWatchConfig or s3Config")
    if logs and not role_exists(logs["roleArn"]):
        raise validation(f"Failed to validate permissions for log group: role {logs['roleArn']} can't be assumed")
    if bucket and not bucket_exists(call.account, call.region, bucket["bucketName"]):
        raise validation(f"Failed to validate permissions for bucket {bucket['bucketName']}")
    record = account(call)
    record.members["loggingConfig"] = {**dict.fromkeys(FLAGS, True), **wanted}
    call.cloud.store.put(record)
    return {}


def get(call: Call) -> dict[str, Any]:
    members = account(call).members
    return call.answer(members) if members else {}


def delete(call: Call) -> dict[str, Any]:
    record = account(call)
    record.members.pop("loggingConfig", None)
    call.cloud.store.put(record)
    return {}


OPERATIONS = {
    "DeleteModelInvocationLoggingConfiguration": delete,
    "GetModelInvocationLoggingConfiguration": get,
    "PutModelInvocationLoggingConfiguration": put,
}
