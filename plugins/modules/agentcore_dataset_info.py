#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_dataset_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore datasets
description:
  - Lists the Amazon Bedrock AgentCore datasets.
  - Uses the operations ListDatasets and GetDataset of C(bedrock-agentcore-control), and ListTagsForResource where
    tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the dataset with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: How many examples are there?
  bidops.platform.agentcore_dataset_info:
    name: known_answers
  register: found
"""

RETURN = r"""
datasets:
  description: What was found, each as GetDataset describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    dataset_id:
      description: Id of the dataset.
      type: str
    dataset_arn:
      description: ARN of the dataset.
      type: str
    dataset_name:
      description: Name of the dataset.
      type: str
    dataset_version:
      description: 'V(DRAFT), which is what the module keeps.'
      type: str
    example_count:
      description: Number of examples.
      type: int
    status:
      description: State of the dataset, such as V(ACTIVE).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.dataset import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
