#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_dataset
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore datasets
description:
  - Creates, changes and deletes a dataset of Amazon Bedrock AgentCore, with examples by which agents are evaluated.
  - Examples are given when the dataset is created. The API changes single examples by other operations, and no answer
    of GetDataset shows them, so a change of O(source) alone is not seen; use O(force_replace) together with another
    change, or remove the dataset, to load it anew.
  - Uses the operations CreateDataset, GetDataset, ListDatasets, UpdateDataset and DeleteDataset of
    C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the dataset, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 48 characters at most.
    type: str
    required: true
  description:
    description:
      - What the dataset is for, at most 200 characters.
    type: str
  source:
    description:
      - The examples of a new dataset, with exactly one of C(inline_examples) (with the list C(examples)) and
        C(s3_source) (with C(s3_uri) of a file of JSON lines).
    type: dict
  schema_type:
    description:
      - Form of the examples. Cannot change on an existing dataset.
    type: str
    choices: [AGENTCORE_EVALUATION_PREDEFINED_V1, AGENTCORE_EVALUATION_SIMULATED_V1, THIRD_PARTY_EVALUATION_V1]
  kms_key_arn:
    description:
      - ARN of the KMS key that encrypts the dataset. Cannot change on an existing dataset.
    type: str
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
- name: Questions with known answers
  bidops.platform.agentcore_dataset:
    name: known_answers
    schema_type: AGENTCORE_EVALUATION_PREDEFINED_V1
    source:
      inline_examples:
        examples:
          - scenario_id: holidays
            turns:
              - input: How many holidays do I have?
                expected_output: Thirty days a year.

- name: Remove the dataset
  bidops.platform.agentcore_dataset:
    name: known_answers
    state: absent
"""

RETURN = r"""
dataset:
  description: The dataset as GetDataset describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
