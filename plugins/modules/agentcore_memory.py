#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_memory
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore memories
description:
  - Creates, changes and deletes a memory of Amazon Bedrock AgentCore, with the strategies that extract long-term
    records from its events.
  - Uses the operations CreateMemory, GetMemory, ListMemories, UpdateMemory and DeleteMemory of
    C(bedrock-agentcore-control).
  - The list operation tells no names, so a memory is found by its id, which starts with its name, and then read.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the memory, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 48 characters at most.
    type: str
    required: true
  event_expiry_duration:
    description:
      - How long events (the short-term memory) are kept, in days, 3 to 365 or what the service allows.
      - Records that strategies extracted are not events; their life is C(record_expiry_specification) of a strategy.
      - Required to create the memory.
    type: int
  description:
    description: What the memory is for.
    type: str
  memory_execution_role_arn:
    description: ARN of the role that custom strategies use to call models.
    type: str
  encryption_key_arn:
    description: ARN of the KMS key that encrypts the memory. Cannot change on an existing memory.
    type: str
  memory_strategies:
    description:
      - Strategies that extract long-term records. Each entry has exactly one of the keys C(semantic_memory_strategy),
        C(summary_memory_strategy), C(user_preference_memory_strategy), C(episodic_memory_strategy) or
        C(custom_memory_strategy), whose value has at least a C(name).
      - The list is the whole wish; strategies that are not in it are removed, an empty list removes all.
      - Strategies are matched by name. The C(configuration) of a custom strategy cannot be read back in the form in
        which it was given, so a change of it alone is not seen.
    type: list
    elements: dict
  indexed_keys:
    description: Metadata keys to index, each with C(key) and C(type). Cannot change on an existing memory.
    type: list
    elements: dict
  namespace_keys:
    description: Keys that namespaces may use, each with C(key) and optionally C(validation).
    type: list
    elements: dict
  stream_delivery_resources:
    description: Streams that get the memory's records, with the list C(resources).
    type: dict
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
- name: Keep what was said for 30 days, and facts about users for good
  bidops.platform.agentcore_memory:
    name: assistant_memory
    event_expiry_duration: 30
    memory_strategies:
      - semantic_memory_strategy:
          name: facts
          namespaces: ["/facts/{actorId}"]
    tags:
      team: assistants

- name: Remove the memory and all it knows
  bidops.platform.agentcore_memory:
    name: assistant_memory
    state: absent
"""

RETURN = r"""
memory:
  description: The memory as GetMemory describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    arn:
      description: ARN of the memory.
      type: str
    id:
      description: Id of the memory, its name and ten characters.
      type: str
      sample: assistant_memory-a1B2c3D4e5
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
      description: The strategies, each with its C(strategy_id), C(name), C(type) and C(status).
      type: list
      elements: dict
    tags:
      description: Tags of the memory, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.memory import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
