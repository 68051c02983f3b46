#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: s3vectors_index
version_added: 0.1.0
short_description: Manage vector indexes of Amazon S3 Vectors
description:
  - Creates, changes and deletes a vector index in a vector bucket, such as one for a knowledge base of Bedrock.
  - Uses the operations CreateIndex, GetIndex, ListIndexes, DeleteIndex, UpdateIndexMode and UpdateMetadataConfiguration
    of C(s3vectors).
  - Deleting an index deletes its vectors.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  vector_bucket_name:
    description: Name of the vector bucket that holds the index.
    type: str
    required: true
  name:
    description:
      - Name of the index, unique in its vector bucket; 3 to 63 lower case letters, digits, hyphens and dots.
    type: str
    required: true
  data_type:
    description: Type of the numbers of a vector. Required to create the index. Cannot change.
    type: str
    choices: [float32]
  dimension:
    description:
      - How many numbers a vector has, 1 to 4096; for a knowledge base, as many as its embedding model gives.
      - Required to create the index. Cannot change.
    type: int
  distance_metric:
    description: How the distance of two vectors is measured. Required to create the index. Cannot change.
    type: str
    choices: [cosine, euclidean]
  metadata_configuration:
    description:
      - What is done with the metadata of vectors.
      - C(non_filterable_metadata_keys), at most 10, are kept and returned, but cannot be filtered by, and so may be
        large. For a knowledge base, these are V(AMAZON_BEDROCK_TEXT) and V(AMAZON_BEDROCK_METADATA). Cannot change.
      - C(text_search_configurations), at most 10, each with a C(metadata_key) and perhaps a C(language), let the text
        under a key be searched. The list is the whole wish, an empty one removes all; another language is built anew.
        It needs O(index_mode=ENHANCED).
    type: dict
  encryption_configuration:
    description:
      - How the vectors of this index are encrypted, with C(sse_type) V(AES256) or V(aws:kms), and for the latter
        C(kms_key_arn). Without it, as those of the vector bucket. Cannot change.
    type: dict
  index_mode:
    description:
      - V(ENHANCED) filters before the search and can search text, V(CLASSIC) filters during the search.
      - A new index has the default mode of its vector bucket. S3 allows V(CLASSIC) only in buckets older than the end
        of September 2026.
    type: str
    choices: [CLASSIC, ENHANCED]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A bucket for vectors
  bidops.platform.s3vectors_bucket:
    name: handbook-vectors

- name: An index for a knowledge base that uses Titan Text Embeddings V2
  bidops.platform.s3vectors_index:
    vector_bucket_name: handbook-vectors
    name: handbook
    data_type: float32
    dimension: 1024
    distance_metric: cosine
    metadata_configuration:
      non_filterable_metadata_keys: [AMAZON_BEDROCK_TEXT, AMAZON_BEDROCK_METADATA]

- name: Let German titles be searched
  bidops.platform.s3vectors_index:
    vector_bucket_name: handbook-vectors
    name: handbook
    metadata_configuration:
      text_search_configurations:
        - metadata_key: title
          language: de

- name: Remove the index and its vectors
  bidops.platform.s3vectors_index:
    vector_bucket_name: handbook-vectors
    name: handbook
    state: absent
"""

RETURN = r"""
vector_index:
  description: The index as GetIndex describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    index_name:
      description: Name of the index.
      type: str
    index_arn:
      description: ARN of the index.
      type: str
      sample: arn:aws:s3vectors:eu-central-1:111122223333:bucket/handbook-vectors/index/handbook
    dimension:
      description: How many numbers a vector has.
      type: int
    metadata_configuration:
      description: Metadata keys that cannot be filtered by, and text searches with their C(status).
      type: dict
    index_mode:
      description: Mode of the index.
      type: str
    tags:
      description: Tags of the index, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.vector_index import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
