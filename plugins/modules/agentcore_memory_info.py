#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_memory_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore memories
description:
  - Lists the Amazon Bedrock AgentCore memories.
  - Uses the operations ListMemories and GetMemory of C(bedrock-agentcore-control), and ListTagsForResource where tags
    are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the memory with this name. The list tells no names, so this costs a request for each memory whose id
        starts with it.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All memories of the team
  bidops.platform.agentcore_memory_info:
    tags:
      team: assistants
  register: found
"""

RETURN = r"""
memories:
  description: What was found, each as GetMemory describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    arn:
      description: ARN of the memory.
      type: str
    id:
      description: Id of the memory.
      type: str
    name:
      description: Name of the memory.
      type: str
    status:
      description: State of the memory, such as V(ACTIVE).
      type: str
    event_expiry_duration:
      description: Life of events in days.
      type: int
    strategies:
      description: The strategies.
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.memory import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
