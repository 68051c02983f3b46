#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: s3vectors_bucket
version_added: 0.1.0
short_description: Manage vector buckets of Amazon S3 Vectors
description:
  - Creates, changes and deletes a vector bucket, which holds vector indexes, with its policy and tags.
  - Uses the operations CreateVectorBucket, GetVectorBucket, ListVectorBuckets, DeleteVectorBucket,
    PutVectorBucketDefaultIndexMode, GetVectorBucketPolicy, PutVectorBucketPolicy, DeleteVectorBucketPolicy, ListIndexes
    and DeleteIndex of C(s3vectors).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Name of the vector bucket, unique in the account and region; 3 to 63 lower case letters, digits and hyphens.
    type: str
    required: true
  encryption_configuration:
    description:
      - How new vectors are encrypted, with C(sse_type) V(AES256) or V(aws:kms), and for the latter C(kms_key_arn).
      - S3 takes V(AES256) when nothing is said. Cannot change on an existing vector bucket; an index may have its own.
      - A knowledge base of Bedrock reads vectors under a key of KMS only when the key's policy allows it to
        C(indexing.s3vectors.amazonaws.com) and to the role of the knowledge base.
    type: dict
  default_index_mode:
    description:
      - Mode of indexes that are created from then on; those that are there keep theirs.
      - V(ENHANCED) filters before the search and can search text, V(CLASSIC) filters during the search.
      - S3 allows V(CLASSIC) for single indexes only in buckets older than the end of September 2026.
    type: str
    choices: [CLASSIC, ENHANCED]
  policy:
    description: Policy of the vector bucket, compared by its meaning; an empty one (V({})) removes it.
    type: json
  force_destroy:
    description:
      - With O(state=absent), delete all indexes with their vectors, and then the vector bucket.
      - Without it, deleting a vector bucket that has indexes is an error.
    type: bool
    default: false
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A bucket for the vectors of the handbook
  bidops.platform.s3vectors_bucket:
    name: handbook-vectors
    encryption_configuration:
      sse_type: aws:kms
      kms_key_arn: arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
    tags:
      team: assistants

- name: Let only one role use it
  bidops.platform.s3vectors_bucket:
    name: handbook-vectors
    policy:
      Version: "2012-10-17"
      Statement:
        - Effect: Deny
          NotPrincipal:
            AWS: arn:aws:iam::111122223333:role/handbook-knowledge-base
          Action: s3vectors:*
          Resource: "*"

- name: Remove the bucket with all its indexes
  bidops.platform.s3vectors_bucket:
    name: handbook-vectors
    state: absent
    force_destroy: true
"""

RETURN = r"""
vector_bucket:
  description: The vector bucket as GetVectorBucket describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    vector_bucket_name:
      description: Name of the vector bucket.
      type: str
    vector_bucket_arn:
      description: ARN of the vector bucket.
      type: str
      sample: arn:aws:s3vectors:eu-central-1:111122223333:bucket/handbook-vectors
    encryption_configuration:
      description: How its vectors are encrypted.
      type: dict
    default_index_mode:
      description: Mode of new indexes.
      type: str
    policy:
      description: The policy, when O(policy) was given.
      type: dict
    tags:
      description: Tags of the vector bucket, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.vector_bucket import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
