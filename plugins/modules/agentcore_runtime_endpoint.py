#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_runtime_endpoint
version_added: 0.1.0
short_description: Manage endpoints of Amazon Bedrock AgentCore runtimes
description:
  - Creates, changes and deletes a named endpoint of an agent runtime on Amazon Bedrock AgentCore. It points at one
    version of the runtime, so that a new version serves nobody before you say so, and the former one is back at once.
  - Uses the operations CreateAgentRuntimeEndpoint, GetAgentRuntimeEndpoint, UpdateAgentRuntimeEndpoint and
    DeleteAgentRuntimeEndpoint of C(bedrock-agentcore-control).
  - The endpoint C(DEFAULT) belongs to the runtime and follows its newest version; it can be neither changed nor
    deleted.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  agent_runtime_id:
    description:
      - Id of the agent runtime that the endpoint belongs to.
    type: str
    required: true
  name:
    description:
      - Name of the endpoint, unique in its runtime; starts with a letter, then letters, digits and underscores, 48
        characters at most.
    type: str
    required: true
  agent_runtime_version:
    description:
      - Version of the runtime to serve; an older one rolls back.
      - Without it, a new endpoint gets the newest version, and an existing one keeps what it has.
    type: str
  description:
    description:
      - What the endpoint is for, 1 to 256 characters.
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
- name: Serve version 3 in production
  bidops.platform.agentcore_runtime_endpoint:
    agent_runtime_id: assistant-a1B2c3D4e5
    name: production
    agent_runtime_version: "3"

- name: Roll back
  bidops.platform.agentcore_runtime_endpoint:
    agent_runtime_id: assistant-a1B2c3D4e5
    name: production
    agent_runtime_version: "2"

- name: Remove the endpoint
  bidops.platform.agentcore_runtime_endpoint:
    agent_runtime_id: assistant-a1B2c3D4e5
    name: production
    state: absent
"""

RETURN = r"""
agent_runtime_endpoint:
  description: The endpoint as GetAgentRuntimeEndpoint describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    agent_runtime_endpoint_arn:
      description: ARN of the endpoint.
      type: str
    agent_runtime_arn:
      description: ARN of its runtime.
      type: str
    name:
      description: Name of the endpoint.
      type: str
    live_version:
      description: Version that is served.
      type: str
    target_version:
      description: Version that is to be served; the same as RV(agent_runtime_endpoint.live_version) when it is ready.
      type: str
    status:
      description: State of the endpoint, such as V(READY).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.runtime_endpoint import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
