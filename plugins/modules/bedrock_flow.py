#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_flow
version_added: 0.1.0
short_description: Manage Amazon Bedrock flows
description:
  - Creates, changes and deletes a flow of Amazon Bedrock, a graph of prompts, models, knowledge bases and code, and
    prepares it so that it can run.
  - The service judges a flow when it is prepared; the module fails with what it found wrong.
  - Uses the operations CreateFlow, GetFlow, ListFlows, UpdateFlow, PrepareFlow and DeleteFlow of C(bedrock-agent).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the flow; 1 to 100 letters, digits, hyphens and underscores, never two marks in a row.
    type: str
    required: true
  description:
    description:
      - What the flow does, 1 to 200 characters.
    type: str
  execution_role_arn:
    description:
      - ARN of the role that the flow uses. Required to create it.
    type: str
  definition:
    description:
      - The graph, with C(nodes) (each C(name), C(type), C(configuration), C(inputs) and C(outputs)) and
        C(connections) (each C(name), C(type), C(source), C(target) and C(configuration)).
    type: dict
  prepare:
    description:
      - Whether the flow is prepared when it was not, or when it changed.
    type: bool
    default: true
  customer_encryption_key_arn:
    description:
      - ARN of the KMS key that encrypts the flow.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A flow that repeats what it is told
  bidops.platform.bedrock_flow:
    name: echo
    execution_role_arn: arn:aws:iam::123456789012:role/flows
    definition:
      nodes:
        - {name: Start, type: Input, outputs: [{name: document, type: String}]}
        - {name: End, type: Output, inputs: [{name: document, type: String, expression: $.data}]}
      connections:
        - name: StartToEnd
          type: Data
          source: Start
          target: End
          configuration: {data: {source_output: document, target_input: document}}

- name: Remove the flow
  bidops.platform.bedrock_flow:
    name: echo
    state: absent
"""

RETURN = r"""
flow:
  description: The flow as GetFlow describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    id:
      description: Id of the flow.
      type: str
    arn:
      description: ARN of the flow.
      type: str
    name:
      description: Name of the flow.
      type: str
    status:
      description: 'V(Prepared), V(NotPrepared), V(Preparing) or V(Failed).'
      type: str
    definition:
      description: The graph.
      type: dict
    validations:
      description: What the service found, each with C(message) and C(severity).
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.flow import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
