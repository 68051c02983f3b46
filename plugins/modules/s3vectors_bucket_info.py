#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: s3vectors_bucket_info
version_added: 0.1.0
short_description: List vector buckets of Amazon S3 Vectors
description:
  - Lists vector buckets in the form in which M(bidops.platform.s3vectors_bucket) returns them, without their policies.
  - Uses the operations ListVectorBuckets and GetVectorBucket of C(s3vectors).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Name of the vector bucket.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the bucket for the vectors of the handbook
  bidops.platform.s3vectors_bucket_info:
    name: handbook-vectors
  register: buckets
  failed_when: buckets.vector_buckets | length != 1
"""

RETURN = r"""
vector_buckets:
  description: The vector buckets as GetVectorBucket describes them, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    vector_bucket_name:
      description: Name of the vector bucket.
      type: str
    vector_bucket_arn:
      description: ARN of the vector bucket.
      type: str
    tags:
      description: Tags of the vector bucket, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.vector_bucket import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
