#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_knowledge_base_info
version_added: 0.1.0
short_description: List Amazon Bedrock knowledge bases
description:
  - Lists the Amazon Bedrock knowledge bases.
  - Uses the operations ListKnowledgeBases and GetKnowledgeBase of C(bedrock-agent), and ListTagsForResource where
    tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the knowledge base with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the knowledge base of the handbook
  bidops.platform.bedrock_knowledge_base_info:
    name: handbook
  register: found
"""

RETURN = r"""
knowledge_bases:
  description: What was found, each as GetKnowledgeBase describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    knowledge_base_id:
      description: Id of the knowledge base.
      type: str
    knowledge_base_arn:
      description: ARN of the knowledge base.
      type: str
    name:
      description: Name of the knowledge base.
      type: str
    status:
      description: State of the knowledge base, such as V(ACTIVE).
      type: str
    storage_configuration:
      description: Where its vectors are.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.knowledge_base import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
