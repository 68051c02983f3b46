"""Buckets: names and defaults of new ones, bucket policies with conditions, and events for EventBridge."""

import json
import re
import xml.etree.ElementTree as Xml  # noqa: S405 (only of moto's own answers)
from typing import Any
from xml.parsers.expat import ExpatError

from flask import has_request_context, request
from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.exceptions import InvalidBucketName, MalformedXML, S3ClientError
from moto.s3.models import FakeBucket, PublicAccessBlock, S3Backend
from moto.s3.responses import S3Response

from emulator.authorization.conditions import Context, holds
from emulator.overrides.patch import around
from emulator.overrides.policies import has_statements

BUCKET = re.compile(r"(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]*[a-z0-9]")
SSE_HEADERS = ("x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id")
KNOWN_KEYS = {"aws:securetransport", *(f"s3:{name}" for name in SSE_HEADERS)}


def install() -> None:
    @around(S3Response, "_bucket_response_put")
    def put(moto: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return moto(*args, **kwargs)
        except ExpatError:
            raise MalformedXML() from None

    @around(FakeBucket, "__init__")
    def new_bucket(moto: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        moto(*args, **kwargs)
        self.encryption = default_encryption()
        self.public_access_block = PublicAccessBlock(True, True, True, True)

    @around(S3Backend, "create_bucket")
    def create(moto: Any, self: Any, bucket_name: str, *args: Any, **more: Any) -> Any:
        if not BUCKET.fullmatch(bucket_name):
            raise InvalidBucketName()
        return moto(bucket_name, *args, **more)

    @around(S3Backend, "put_bucket_policy")
    def put_policy(moto: Any, self: Any, bucket_name: str, policy: bytes) -> None:
        if not has_statements(policy):
            raise S3ClientError("MalformedPolicy", "Policies must be valid JSON, with a Statement")
        moto(bucket_name, policy)

    @around(S3Backend, "delete_bucket_encryption")
    def delete_encryption(moto: Any, self: Any, bucket_name: str) -> None:
        # Deleting the configuration brings the default back; a bucket without encryption doesn't exist.
        self.get_bucket(bucket_name).encryption = default_encryption()

    @around(S3Response, "get_bucket_notification")
    def notifications(moto: Any, self: Any) -> Any:
        """moto keeps that events go to EventBridge, and does not tell it."""
        status, headers, body = moto()
        kept = self.backend.get_bucket_notification_configuration(self.bucket_name)
        if kept is None or kept.event_bridge is None:
            return status, headers, body
        answer = Xml.fromstring(body)  # noqa: S314
        Xml.SubElement(answer, answer.tag.replace("NotificationConfiguration", "EventBridgeConfiguration"))
        told = Xml.tostring(answer)
        return status, {**headers, "Content-Length": str(len(told))}, told

    @around(FakeBucket, "get_permission")
    def permission(moto: Any, self: Any, action: str, resource: str) -> PermissionResult:
        if has_request_context() and request.environ.get("local_cloud.judged"):
            return PermissionResult.PERMITTED
        if self.policy is None:
            return PermissionResult.NEUTRAL
        document = json.loads(self.policy)
        statements = document.get("Statement", [])
        statements = statements if isinstance(statements, list) else [statements]
        context = request_context()
        # moto takes a Deny whose condition isn't met for a denial: judge the conditions here and drop them.
        document["Statement"] = [
            {name: value for name, value in statement.items() if name != "Condition"}
            for statement in statements
            if applies(statement.get("Condition") or {}, context)
        ]
        return IAMPolicy(json.dumps(document)).is_action_permitted(action, resource)


def default_encryption() -> dict[str, Any]:
    algorithm = {"SSEAlgorithm": "AES256"}
    return {"Rule": {"ApplyServerSideEncryptionByDefault": algorithm, "BucketKeyEnabled": False}}


def applies(condition: dict[str, dict[str, Any]], context: Context) -> bool:
    """Whether a statement's conditions hold. One about who asks does not: nobody's identity is checked here."""
    asked = {key.lower() for keys in condition.values() for key in keys}
    return asked <= KNOWN_KEYS and holds(condition, context)


def request_context() -> Context:
    """The condition keys that are known. Who is on this machine needs no TLS, so loopback counts as secure."""
    headers = request.headers if has_request_context() else {}
    given = {f"s3:{name}": (headers[name],) for name in SSE_HEADERS if name in headers}
    return {"aws:securetransport": ("true",), **given}
