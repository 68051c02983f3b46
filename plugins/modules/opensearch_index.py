#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearch_index
version_added: 0.1.0
short_description: Manage indexes of Amazon OpenSearch Service domains
description:
  - Creates, changes and deletes an index of a domain through the control plane of Amazon OpenSearch Service, so no
    network path to the domain is needed.
  - Uses the operations CreateIndex, GetIndex, UpdateIndex and DeleteIndex of C(opensearch).
  - That CreateIndex takes fields of the type C(knn_vector) is not documented and not verified against AWS.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  domain_name:
    description: Name of the domain.
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
      - Required to create the index.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: An index for vectors of 1024 numbers
  bidops.platform.opensearch_index:
    domain_name: handbook
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
  bidops.platform.opensearch_index:
    domain_name: handbook
    name: handbook
    state: absent
"""

RETURN = r"""
index:
  description: The index.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    domain_name:
      description: Name of the domain.
      type: str
    index_name:
      description: Name of the index.
      type: str
    index_schema:
      description: Settings and mappings as GetIndex tells them.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils import _opensearch_schema as schema
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource

RESOURCE = Resource(
    service="opensearch",
    noun="Index",
    returns="index",
    renames={"name": "IndexName", "schema": "IndexSchema"},
    compare={"IndexSchema": schema.same},
    locked=schema.locked_in("IndexSchema"),
    name_family="opensearch_index",
)


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
