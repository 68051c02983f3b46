#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_knowledge_base_documents_info
version_added: 0.1.0
short_description: List documents of an Amazon Bedrock knowledge base
description:
  - Lists the documents of a data source with their states, whether a job or
    M(bidops.platform.bedrock_knowledge_base_documents) brought them. Documents that are being deleted are left out.
  - Uses the operation ListKnowledgeBaseDocuments of C(bedrock-agent).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  knowledge_base_id:
    description: Id of the knowledge base.
    type: str
    required: true
  data_source_id:
    description: Id of the data source.
    type: str
    required: true
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Fail when a document could not be ingested
  bidops.platform.bedrock_knowledge_base_documents_info:
    knowledge_base_id: ABCDEFGHIJ
    data_source_id: KLMNOPQRST
  register: known
  failed_when: "'FAILED' in known.documents | map(attribute='status')"
"""

RETURN = r"""
documents:
  description: The documents as ListKnowledgeBaseDocuments describes them, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    identifier:
      description: What the document is known by, with C(data_source_type) and C(custom.id) or C(s3.uri).
      type: dict
    status:
      description: State of the document, such as V(INDEXED).
      type: str
    status_reason:
      description: Why its ingestion failed.
      type: str
    updated_at:
      description: When it was ingested.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.knowledge_base_documents import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
