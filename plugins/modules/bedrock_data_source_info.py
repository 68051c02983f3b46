#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_data_source_info
version_added: 0.1.0
short_description: List data sources of Amazon Bedrock knowledge bases
description:
  - Lists the data sources of Amazon Bedrock knowledge bases.
  - Uses the operations ListDataSources and GetDataSource of C(bedrock-agent).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  knowledge_base_id:
    description:
      - Id of the knowledge base.
    type: str
    required: true
  name:
    description:
      - Only the data source with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Where does the knowledge come from?
  bidops.platform.bedrock_data_source_info:
    knowledge_base_id: ABCDEFGHIJ
  register: found
"""

RETURN = r"""
data_sources:
  description: What was found, each as GetDataSource describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    data_source_id:
      description: Id of the data source.
      type: str
    knowledge_base_id:
      description: Id of its knowledge base.
      type: str
    name:
      description: Name of the data source.
      type: str
    status:
      description: State of the data source, such as V(AVAILABLE).
      type: str
    data_source_configuration:
      description: Where the documents are.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.data_source import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
