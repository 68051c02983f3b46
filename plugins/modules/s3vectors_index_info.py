#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: s3vectors_index_info
version_added: 0.1.0
short_description: List vector indexes of Amazon S3 Vectors
description:
  - Lists the indexes of a vector bucket in the form in which M(bidops.platform.s3vectors_index) returns them.
  - Uses the operations ListIndexes and GetIndex of C(s3vectors).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  vector_bucket_name:
    description: Name of the vector bucket.
    type: str
    required: true
  name:
    description: Name of the index.
    type: str
  distance_metric:
    description: How the distance of two vectors is measured.
    type: str
    choices: [cosine, euclidean]
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Look up the index of the handbook
  bidops.platform.s3vectors_index_info:
    vector_bucket_name: handbook-vectors
    name: handbook
  register: indexes
  failed_when: indexes.vector_indexes | length != 1
"""

RETURN = r"""
vector_indexes:
  description: The indexes as GetIndex describes them, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    index_name:
      description: Name of the index.
      type: str
    index_arn:
      description: ARN of the index.
      type: str
    tags:
      description: Tags of the index, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.vector_index import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
