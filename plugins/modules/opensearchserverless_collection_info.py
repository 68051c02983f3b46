#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearchserverless_collection_info
version_added: 0.1.0
short_description: List collections of Amazon OpenSearch Serverless
description:
  - Lists collections in the form in which M(bidops.platform.opensearchserverless_collection) returns them.
  - Uses the operations ListCollections and BatchGetCollection of C(opensearchserverless).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Name of the collection.
    type: str
  type:
    description: What the collections are for.
    type: str
    choices: [SEARCH, TIMESERIES, VECTORSEARCH]
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the collection of the handbook
  bidops.platform.opensearchserverless_collection_info:
    name: handbook
  register: found
  failed_when: found.collections | length != 1
"""

RETURN = r"""
collections:
  description: The collections as BatchGetCollection describes them, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the collection.
      type: str
    arn:
      description: ARN of the collection.
      type: str
    status:
      description: State of the collection, such as V(ACTIVE).
      type: str
    tags:
      description: Tags of the collection, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_collection import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
