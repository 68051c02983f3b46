#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: s3_bucket
version_added: 0.1.0
short_description: Manage S3 buckets and their settings
description:
  - Creates, changes and deletes a bucket of Amazon S3 with its ownership, public access block, versioning, encryption,
    policy, Object Lock, lifecycle, access logs, events for EventBridge and intelligent tiering. All of it works in
    check mode, for a bucket that does not exist yet as well.
  - A setting that is not given is neither read nor changed, except that public access is blocked and ACLs are
    switched off unless the options say otherwise.
  - Uses the operations CreateBucket, HeadBucket, DeleteBucket, ListObjectVersions, DeleteObjects, ListMultipartUploads,
    AbortMultipartUpload, and the Get, Put and Delete operations of BucketOwnershipControls, PublicAccessBlock,
    BucketVersioning, BucketEncryption, BucketPolicy, BucketLifecycleConfiguration, BucketNotificationConfiguration,
    BucketIntelligentTieringConfiguration, BucketLogging and BucketTagging, GetObjectLockConfiguration and
    PutObjectLockConfiguration of C(s3).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the bucket, unique among all accounts of AWS, 3 to 63 lower case letters, digits, dots and hyphens.
      - The bucket is created in the region of the task. One of the same name in another region is an error.
    type: str
    required: true
  object_ownership:
    description: Who owns objects that other accounts write, and whether ACLs apply; V(BucketOwnerEnforced) is without.
    type: str
    default: BucketOwnerEnforced
    choices: [BucketOwnerEnforced, BucketOwnerPreferred, ObjectWriter]
  public_access_block:
    description: What keeps the bucket from becoming public.
    type: dict
    default: {}
    suboptions:
      block_public_acls:
        description: Refuse to set ACLs that make something public.
        type: bool
        default: true
      ignore_public_acls:
        description: Take no account of public ACLs that are there.
        type: bool
        default: true
      block_public_policy:
        description: Refuse to set a policy that makes the bucket public.
        type: bool
        default: true
      restrict_public_buckets:
        description: Let only the account and AWS services use a bucket whose policy is public.
        type: bool
        default: true
  versioning:
    description:
      - Keep old versions of objects. V(false) suspends it; versions that are there stay.
      - Where MFA delete is enabled, which RV(bucket.mfa_delete) tells, S3 refuses to change this without the code of
        the root user's device. This module neither sends one nor sets MFA delete.
    type: bool
  encryption:
    description: How new objects are encrypted. S3 takes V(AES256) when nothing is said.
    type: dict
    suboptions:
      sse_algorithm:
        description: Algorithm.
        type: str
        required: true
        choices: [AES256, "aws:kms", "aws:kms:dsse"]
      kms_key_id:
        description: ARN or id of the KMS key; without it, the account's own key for S3.
        type: str
      bucket_key_enabled:
        description: Use a key of the bucket, which saves nearly all requests to KMS.
        type: bool
  policy:
    description: Bucket policy; an empty one (V({})) removes it.
    type: json
  object_lock:
    description:
      - Keep new versions of objects from being deleted, for so many days or years unless the request that writes them
        says otherwise; with V({}) only if it says so.
      - A bucket is made with Object Lock and keeps it for good. AWS lets a bucket that is versioned have it later, too.
    type: dict
    suboptions:
      mode:
        description: Whether somebody with a permission of its own may delete them earlier, V(GOVERNANCE), or nobody.
        type: str
        choices: [GOVERNANCE, COMPLIANCE]
      days:
        description: How many days they are kept.
        type: int
      years:
        description: How many years they are kept, instead of O(object_lock.days).
        type: int
  access_logging:
    description:
      - Where S3 writes who asked for what; V({}) ends it.
      - The other bucket's policy has to let C(logging.s3.amazonaws.com) write, and it must not encrypt with KMS.
    type: dict
    suboptions:
      target_bucket:
        description: Name of the other bucket, in the same region and account.
        type: str
      target_prefix:
        description: What the keys of the logs begin with.
        type: str
  lifecycle_rules:
    description:
      - What happens to objects as they age, the rules of PutBucketLifecycleConfiguration in snake_case, each with at
        least C(id) and C(status). A rule without C(filter) is for all objects.
      - The list is the whole wish; an empty list removes all rules.
    type: list
    elements: dict
  event_bridge_notifications:
    description:
      - Send events of the bucket to EventBridge. Notifications to queues, topics and functions stay as they are.
    type: bool
  intelligent_tiering_configurations:
    description:
      - When objects of the storage class INTELLIGENT_TIERING go to tiers from which they have to be restored first, in
        any order. Each has C(id), C(status) (V(Enabled) or V(Disabled)), C(tierings) (a list of C(access_tier),
        V(ARCHIVE_ACCESS) or V(DEEP_ARCHIVE_ACCESS), and C(days) without access) and, for some of the objects only,
        C(filter).
      - Days are 90 to 730, or 180 to 730 for the deeper tier.
      - The list is the whole wish; an empty list removes all of them.
    type: list
    elements: dict
  force_destroy:
    description:
      - With O(state=absent), delete all objects with all their versions, and unfinished uploads, and then the bucket.
      - Without it, deleting a bucket that is not empty is an error.
    type: bool
    default: false
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A bucket for documents
  bidops.platform.s3_bucket:
    name: example-documents-123456789012-us-east-1
    versioning: true
    encryption:
      sse_algorithm: aws:kms
      kms_key_id: "{{ documents_key.arn }}"
      bucket_key_enabled: true
    lifecycle_rules:
      - id: old-versions
        status: Enabled
        noncurrent_version_expiration:
          noncurrent_days: 30
    event_bridge_notifications: true
    intelligent_tiering_configurations:
      - id: rarely-read
        status: Enabled
        tierings:
          - access_tier: ARCHIVE_ACCESS
            days: 180

- name: Remove the bucket and all that it holds
  bidops.platform.s3_bucket:
    name: example-documents-123456789012-us-east-1
    state: absent
    force_destroy: true
"""

RETURN = r"""
bucket:
  description: The bucket with the settings that were given.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Name of the bucket.
      type: str
      sample: example-documents-123456789012-us-east-1
    arn:
      description: ARN of the bucket.
      type: str
      sample: arn:aws:s3:::example-documents-123456789012-us-east-1
    bucket_region:
      description: Region of the bucket.
      type: str
    mfa_delete:
      description: Whether versions can be deleted, and versioning changed, only with MFA; when O(versioning) was given.
      type: bool
    tags:
      description: Tags of the bucket, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils import _bucket as bucket
from ansible_collections.bidops.platform.plugins.module_utils import _bucket_settings as settings
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging

RESOURCE = Resource(
    service="s3",
    noun="Bucket",
    returns="bucket",
    read="HeadBucket",
    update="",
    renames={"name": "Bucket"},
    local=("force_destroy",),
    create_request=bucket.create_request,
    observe=bucket.observe,
    computed=bucket.computed,
    refuse_delete=bucket.refuse_delete,
    before_delete=bucket.empty,
    facets=settings.FACETS,
    tagging=Tagging(
        target={"Bucket": "Bucket"},
        tag="PutBucketTagging",
        untag="DeleteBucketTagging",
        listing="GetBucketTagging",
        whole=True,
    ),
    # A name that was just deleted is taken for a while.
    transient={"OperationAborted": "conflicting"},
    explain=bucket.EXPLAIN,
    name_family="s3_bucket",
)


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
