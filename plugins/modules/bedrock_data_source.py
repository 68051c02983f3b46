#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_data_source
version_added: 0.1.0
short_description: Manage data sources of Amazon Bedrock knowledge bases
description:
  - Creates, changes and deletes a data source of a knowledge base.
  - Uses the operations CreateDataSource, GetDataSource, ListDataSources, UpdateDataSource and DeleteDataSource of
    C(bedrock-agent). Data sources cannot be tagged.
  - When a data source cannot be deleted because the vector store is gone, it is set to retain its data, and deleting
    it is tried once more.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  knowledge_base_id:
    description: Id of the knowledge base.
    type: str
    required: true
  name:
    description:
      - Name of the data source, unique in the knowledge base; letters and digits with single hyphens or underscores
        between them, 100 characters at most.
    type: str
    required: true
  description:
    description: What the data source holds.
    type: str
  data_source_configuration:
    description:
      - C(type) of the source and the configuration for it, such as V(S3) with C(s3_configuration), which has
        C(bucket_arn) and at most one of C(inclusion_prefixes).
      - Required to create it.
    type: dict
  data_deletion_policy:
    description: What happens to the vectors when the data source is deleted. The service's default is V(DELETE).
    type: str
    choices: [DELETE, RETAIN]
  server_side_encryption_configuration:
    description: C(kms_key_arn) of the key that encrypts data while it is ingested.
    type: dict
  vector_ingestion_configuration:
    description:
      - How documents are parsed, cut into chunks and transformed.
      - C(chunking_configuration) has a C(chunking_strategy) and the configuration for it. V(FIXED_SIZE) cuts by length,
        V(HIERARCHICAL) searches small chunks and returns the large ones around them, V(SEMANTIC) cuts where the meaning
        changes, V(NONE) takes each document as one chunk. It cannot change on an existing data source.
      - C(parsing_configuration) lets a foundation model or Bedrock Data Automation read what is not plain text.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let the knowledge base read a prefix of a bucket
  bidops.platform.bedrock_data_source:
    knowledge_base_id: ABCDEFGHIJ
    name: documents
    data_source_configuration:
      type: S3
      s3_configuration:
        bucket_arn: arn:aws:s3:::example-documents
        inclusion_prefixes: [handbook/]
    vector_ingestion_configuration:
      chunking_configuration:
        chunking_strategy: FIXED_SIZE
        fixed_size_chunking_configuration:
          max_tokens: 300
          overlap_percentage: 20

- name: Forget the bucket, and the vectors that came from it
  bidops.platform.bedrock_data_source:
    knowledge_base_id: ABCDEFGHIJ
    name: documents
    state: absent
"""

RETURN = r"""
data_source:
  description: The data source as GetDataSource describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    data_source_id:
      description: Id of the data source, ten characters.
      type: str
    knowledge_base_id:
      description: Id of the knowledge base.
      type: str
    status:
      description: State of the data source, such as V(AVAILABLE).
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.data_source import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
