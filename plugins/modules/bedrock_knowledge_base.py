#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_knowledge_base
version_added: 0.1.0
short_description: Manage Amazon Bedrock knowledge bases
description:
  - Creates, changes and deletes a knowledge base of Amazon Bedrock, on any vector store that the API knows.
  - Uses the operations CreateKnowledgeBase, GetKnowledgeBase, ListKnowledgeBases, UpdateKnowledgeBase and
    DeleteKnowledgeBase of C(bedrock-agent).
  - When a knowledge base cannot be deleted because its vector store is gone, its data sources are set to retain their
    data, and the deletion is tried once more.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Name of the knowledge base, unique in the account and region; letters and digits with single hyphens or
        underscores between them, 100 characters at most.
    type: str
    required: true
  role_arn:
    description: ARN of the role with which Bedrock reads the data and writes the store. Required to create it.
    type: str
  description:
    description: What the knowledge base knows.
    type: str
  knowledge_base_configuration:
    description:
      - C(type) V(VECTOR) with C(vector_knowledge_base_configuration), which names the C(embedding_model_arn), or one of
        the other types with its configuration.
      - Required to create it. Cannot change on an existing knowledge base.
    type: dict
  storage_configuration:
    description:
      - C(type) of the vector store and the configuration that belongs to it. The store, and the index in it, must be
        there before the knowledge base, with vectors of as many numbers as the embedding model gives.
      - V(OPENSEARCH_MANAGED_CLUSTER) with C(opensearch_managed_cluster_configuration). The domain must have a public
        endpoint, domains in a VPC are not supported by Bedrock.
      - V(OPENSEARCH_SERVERLESS) with C(opensearch_serverless_configuration). A network policy must let Bedrock in to
        the collection, and a data policy let the role use the index, see
        M(bidops.platform.opensearchserverless_policy).
      - V(RDS) with C(rds_configuration), for a table with pgvector in an Aurora PostgreSQL cluster whose Data API is
        enabled, and a secret with the user and password.
      - V(S3_VECTORS) with C(s3_vectors_configuration), which has either C(index_arn), or C(vector_bucket_arn) and
        C(index_name), see M(bidops.platform.s3vectors_index).
      - Cannot change on an existing knowledge base.
    type: dict
  metadata_configurations:
    description: Configurations of metadata. The API takes it in updates only.
    type: list
    elements: dict
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
- name: Let Bedrock keep vectors in an OpenSearch domain
  bidops.platform.bedrock_knowledge_base:
    name: handbook
    role_arn: arn:aws:iam::111122223333:role/handbook-knowledge-base
    knowledge_base_configuration:
      type: VECTOR
      vector_knowledge_base_configuration:
        embedding_model_arn: arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0
    storage_configuration:
      type: OPENSEARCH_MANAGED_CLUSTER
      opensearch_managed_cluster_configuration:
        domain_endpoint: https://search-handbook-abc.eu-central-1.es.amazonaws.com
        domain_arn: arn:aws:es:eu-central-1:111122223333:domain/handbook
        vector_index_name: handbook
        field_mapping:
          vector_field: vector
          text_field: text
          metadata_field: metadata

- name: A bucket for vectors, which costs next to nothing while nobody asks
  bidops.platform.s3vectors_bucket:
    name: faq-vectors

- name: An index in it
  bidops.platform.s3vectors_index:
    vector_bucket_name: faq-vectors
    name: faq
    data_type: float32
    dimension: 1024
    distance_metric: cosine
    metadata_configuration:
      non_filterable_metadata_keys: [AMAZON_BEDROCK_TEXT, AMAZON_BEDROCK_METADATA]
  register: store

- name: Let Bedrock keep vectors there
  bidops.platform.bedrock_knowledge_base:
    name: faq
    role_arn: arn:aws:iam::111122223333:role/handbook-knowledge-base
    knowledge_base_configuration:
      type: VECTOR
      vector_knowledge_base_configuration:
        embedding_model_arn: arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0
    storage_configuration:
      type: S3_VECTORS
      s3_vectors_configuration:
        index_arn: "{{ store.vector_index.index_arn }}"

- name: Remove both knowledge bases
  bidops.platform.bedrock_knowledge_base:
    name: "{{ item }}"
    state: absent
  loop: [handbook, faq]
"""

RETURN = r"""
knowledge_base:
  description: The knowledge base as GetKnowledgeBase describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    knowledge_base_arn:
      description: ARN of the knowledge base.
      type: str
    knowledge_base_id:
      description: Id of the knowledge base, ten characters.
      type: str
    status:
      description: State of the knowledge base, such as V(ACTIVE).
      type: str
    tags:
      description: Tags of the knowledge base, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.knowledge_base import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
