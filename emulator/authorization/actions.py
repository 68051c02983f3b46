"""Which actions of IAM an operation needs. Most are called as it is; the exceptions are here."""

from typing import Any

from emulator.authorization.tags import tags_in
from emulator.identify import signing_name

PREFIXES = {
    "monitoring": "cloudwatch",
    "tagging": "tag",
    "email": "ses",
    "apigateway": "apigateway",
}
"""By signing name, where policies call the service otherwise."""

S3 = {
    "AbortMultipartUpload": "AbortMultipartUpload",
    "CompleteMultipartUpload": "PutObject",
    "CreateMultipartUpload": "PutObject",
    "DeleteBucketAnalyticsConfiguration": "PutAnalyticsConfiguration",
    "DeleteBucketCors": "PutBucketCORS",
    "DeleteBucketEncryption": "PutEncryptionConfiguration",
    "DeleteBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
    "DeleteBucketInventoryConfiguration": "PutInventoryConfiguration",
    "DeleteBucketLifecycle": "PutLifecycleConfiguration",
    "DeleteBucketMetricsConfiguration": "PutMetricsConfiguration",
    "DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
    "DeleteBucketReplication": "PutReplicationConfiguration",
    "DeleteBucketTagging": "PutBucketTagging",
    "DeleteObjects": "DeleteObject",
    "DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
    "GetBucketAccelerateConfiguration": "GetAccelerateConfiguration",
    "GetBucketAnalyticsConfiguration": "GetAnalyticsConfiguration",
    "GetBucketCors": "GetBucketCORS",
    "GetBucketEncryption": "GetEncryptionConfiguration",
    "GetBucketIntelligentTieringConfiguration": "GetIntelligentTieringConfiguration",
    "GetBucketInventoryConfiguration": "GetInventoryConfiguration",
    "GetBucketLifecycle": "GetLifecycleConfiguration",
    "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "GetBucketMetricsConfiguration": "GetMetricsConfiguration",
    "GetBucketNotificationConfiguration": "GetBucketNotification",
    "GetBucketReplication": "GetReplicationConfiguration",
    "GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
    "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
    "HeadBucket": "ListBucket",
    "HeadObject": "GetObject",
    "ListBucketAnalyticsConfigurations": "GetAnalyticsConfiguration",
    "ListBucketIntelligentTieringConfigurations": "GetIntelligentTieringConfiguration",
    "ListBucketInventoryConfigurations": "GetInventoryConfiguration",
    "ListBucketMetricsConfigurations": "GetMetricsConfiguration",
    "ListBuckets": "ListAllMyBuckets",
    "ListMultipartUploads": "ListBucketMultipartUploads",
    "ListObjectVersions": "ListBucketVersions",
    "ListObjects": "ListBucket",
    "ListObjectsV2": "ListBucket",
    "ListParts": "ListMultipartUploadParts",
    "PutBucketAccelerateConfiguration": "PutAccelerateConfiguration",
    "PutBucketAnalyticsConfiguration": "PutAnalyticsConfiguration",
    "PutBucketCors": "PutBucketCORS",
    "PutBucketEncryption": "PutEncryptionConfiguration",
    "PutBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
    "PutBucketInventoryConfiguration": "PutInventoryConfiguration",
    "PutBucketLifecycle": "PutLifecycleConfiguration",
    "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
    "PutBucketMetricsConfiguration": "PutMetricsConfiguration",
    "PutBucketNotificationConfiguration": "PutBucketNotification",
    "PutBucketReplication": "PutReplicationConfiguration",
    "PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
    "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
    "SelectObjectContent": "GetObject",
    "UploadPart": "PutObject",
    "UploadPartCopy": "PutObject",
    "CopyObject": "PutObject",
}
OF_A_VERSION = ("DeleteObject", "DeleteObjectTagging", "GetObject", "GetObjectAcl", "GetObjectTagging")
OF_A_VERSION += ("PutObjectAcl", "PutObjectTagging")
"""Actions of S3 that have another name if the request is for a version of the object."""
EXCEPTIONS: dict[str, dict[str, str]] = {
    "s3": S3,
    "s3control": {
        "GetPublicAccessBlock": "GetAccountPublicAccessBlock",
        "PutPublicAccessBlock": "PutAccountPublicAccessBlock",
        "DeletePublicAccessBlock": "PutAccountPublicAccessBlock",
    },
    "lambda": {"Invoke": "InvokeFunction"},
    "sqs": {
        "SendMessageBatch": "SendMessage",
        "DeleteMessageBatch": "DeleteMessage",
        "ChangeMessageVisibilityBatch": "ChangeMessageVisibility",
    },
    "sns": {"PublishBatch": "Publish"},
    "bedrock-runtime": {"Converse": "InvokeModel", "ConverseStream": "InvokeModelWithResponseStream"},
    "bedrock-agent-runtime": {"RetrieveAndGenerateStream": "RetrieveAndGenerate"},
}
ALWAYS_ALLOWED = frozenset({"sts:GetCallerIdentity"})
"""What nobody can be kept from."""

TAGS_ON_CREATE = {
    "acm": "AddTagsToCertificate",
    "bedrock": "TagResource",
    "bedrock-agent": "TagResource",
    "bedrock-agentcore-control": "TagResource",
    "bedrock-data-automation": "TagResource",
    "ec2": "CreateTags",
    "ecs": "TagResource",
    "elbv2": "AddTags",
    "kms": "TagResource",
    "lambda": "TagResource",
    "logs": "TagResource",
    "opensearch": "AddTags",
    "opensearchserverless": "TagResource",
    "rds": "AddTagsToResource",
    "s3": "TagResource",
    "s3vectors": "TagResource",
    "scheduler": "TagResource",
    "secretsmanager": "TagResource",
    "sns": "TagResource",
    "sqs": "TagQueue",
    "ssm": "AddTagsToResource",
}
"""The action that is needed besides, when what is created gets tags. Of IAM it depends on the type."""


def prefix(service: str) -> str:
    """What policies call a service."""
    if service == "s3control":
        return "s3"
    name = signing_name(service)
    return PREFIXES.get(name, name)


def action(service: str, operation: str, params: dict[str, Any]) -> str:
    """The action of IAM that an operation is."""
    if service == "budgets" and "Tag" not in operation:
        return f"budgets:{'View' if operation.startswith(('Describe', 'List')) else 'Modify'}Budget"
    name = EXCEPTIONS.get(service, {}).get(operation, operation)
    if service == "s3" and params.get("VersionId") and name in OF_A_VERSION:
        kind, _object, rest = name.partition("Object")
        name = f"{kind}ObjectVersion{rest}"
    return f"{prefix(service)}:{name}"


def tagging_action(service: str, operation: str, params: dict[str, Any]) -> str | None:
    """The action that is needed besides, because the request gives tags to what it creates."""
    if not operation.startswith(("Create", "Run", "Allocate", "Put", "Register", "Request")) or not tags_in(params):
        return None
    if service == "iam":
        return f"iam:Tag{operation.removeprefix('Create')}"
    if operation.startswith("Put") and service in ("s3", "sns", "secretsmanager", "iam"):
        return None
    name = TAGS_ON_CREATE.get(service)
    return f"{prefix(service)}:{name}" if name else None
