#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearchserverless_index
version_added: 0.1.0
short_description: Manage indexes of Amazon OpenSearch Serverless collections
description:
  - Creates, changes and deletes an index of a collection through the control plane of OpenSearch Serverless, so no
    network path to the collection is needed. Who runs it must be a principal of a data policy with the permissions
    C(aoss:CreateIndex), C(aoss:DescribeIndex), C(aoss:UpdateIndex) and C(aoss:DeleteIndex).
  - Uses the operations CreateIndex, GetIndex, UpdateIndex and DeleteIndex of C(opensearchserverless). There is none
    that lists indexes.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  collection_id:
    description: Id of the collection, which must be active.
    type: str
    required: true
  name:
    description: Name of the index, in lower case.
    type: str
    required: true
  schema:
    description:
      - The C(settings) and C(mappings) of the index, as OpenSearch itself takes them.
      - Only what is given is compared; what the engine adds does not count. New fields and dynamic settings change in
        place; another type or dimension of a field, or a static setting, takes a new index (O(force_replace)), which
        starts empty.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: An index for the vectors of a knowledge base
  bidops.platform.opensearchserverless_index:
    collection_id: 07tjusf2h91cunochc
    name: handbook
    schema:
      settings:
        index:
          knn: true
      mappings:
        properties:
          vector:
            type: knn_vector
            dimension: 1024
            method:
              name: hnsw
              engine: faiss
              space_type: l2
          text:
            type: text
          metadata:
            type: text
            index: false

- name: Remove the index and its documents
  bidops.platform.opensearchserverless_index:
    collection_id: 07tjusf2h91cunochc
    name: handbook
    state: absent
"""

RETURN = r"""
index:
  description: The index.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    id:
      description: Id of the collection.
      type: str
    index_name:
      description: Name of the index.
      type: str
    index_schema:
      description: Settings and mappings as GetIndex tells them.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_index import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
