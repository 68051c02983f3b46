#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_knowledge_base_documents
version_added: 0.1.0
short_description: Put single documents into an Amazon Bedrock knowledge base
description:
  - Ingests documents into a data source, without a job that reads all of it, or deletes them from there. A document is
    a text in the task or an object in S3.
  - What was ingested cannot be read again, so only what the service tells is compared. By default a document is
    ingested when it is not there, when its last ingestion failed, or when its object in S3 was written after it was
    ingested. That a text in the task changed cannot be seen; use O(run=always) then, or an id with a version in it.
  - Documents that are not in the list are left alone. In a data source of S3, the next job takes out again what is not
    below its prefixes.
  - Uses the operations IngestKnowledgeBaseDocuments, GetKnowledgeBaseDocuments and DeleteKnowledgeBaseDocuments of
    C(bedrock-agent), and HeadObject of C(s3).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  knowledge_base_id:
    description: Id of the knowledge base, which must be active.
    type: str
    required: true
  data_source_id:
    description: Id of a data source of the type V(CUSTOM) or V(S3).
    type: str
    required: true
  documents:
    description: The documents. The API takes them ten at a time, the module any number.
    type: list
    elements: dict
    required: true
    suboptions:
      id:
        description: Id of the document in a custom data source, 2048 characters at most. Not in a data source of S3.
        type: str
      text:
        description: Text of the document, up to five million characters. Only with O(documents[].id).
        type: str
      s3_uri:
        description:
          - Object that holds the document, such as C(s3://bucket/key). In a data source of S3 it must be in its bucket.
        type: str
      bucket_owner_account_id:
        description: Account that owns the bucket, when it is another one. Only with O(documents[].id).
        type: str
      metadata:
        description: Attributes to filter by, name to text, number, boolean or list of texts; 50 at most.
        type: dict
      metadata_s3_uri:
        description: Object that holds the attributes, in the form that Bedrock has for metadata files.
        type: str
  run:
    description: When to ingest a document.
    type: str
    default: if_needed
    choices: [if_needed, always]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Put a canary into the handbook
  bidops.platform.bedrock_knowledge_base_documents:
    knowledge_base_id: ABCDEFGHIJ
    data_source_id: KLMNOPQRST
    documents:
      - id: canary
        text: The canary sings at dawn.
        metadata:
          kind: canary
          year: 2026

- name: Put in the newest price list, which is an object in S3
  bidops.platform.bedrock_knowledge_base_documents:
    knowledge_base_id: ABCDEFGHIJ
    data_source_id: KLMNOPQRST
    documents:
      - id: prices
        s3_uri: s3://example-documents/prices.md

- name: Take the canary out again
  bidops.platform.bedrock_knowledge_base_documents:
    knowledge_base_id: ABCDEFGHIJ
    data_source_id: KLMNOPQRST
    documents:
      - id: canary
    state: absent
"""

RETURN = r"""
documents:
  description: The documents of the task as GetKnowledgeBaseDocuments describes them, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the document, or its URI in a data source of S3.
      type: str
    status:
      description: State of the document, such as V(INDEXED), or V(NOT_FOUND).
      type: str
    status_reason:
      description: Why its ingestion failed.
      type: str
    updated_at:
      description: When it was ingested.
      type: str
ingested:
  description: Ids of the documents that were ingested.
  returned: always
  type: list
  elements: str
deleted:
  description: Ids of the documents that were deleted.
  returned: always
  type: list
  elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.direct_ingestion import keep
from ansible_collections.bidops.platform.plugins.module_utils._bedrock.knowledge_base_documents import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
