#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_runtime_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore runtimes
description:
  - Lists the Amazon Bedrock AgentCore runtimes.
  - Uses the operations ListAgentRuntimes and GetAgentRuntime of C(bedrock-agentcore-control), and ListTagsForResource
    where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the runtime with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which version of the agent is the newest?
  bidops.platform.agentcore_runtime_info:
    name: assistant
  register: found
"""

RETURN = r"""
agent_runtimes:
  description: What was found, each as GetAgentRuntime describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    agent_runtime_arn:
      description: ARN of the runtime.
      type: str
    agent_runtime_id:
      description: Id of the runtime.
      type: str
    agent_runtime_name:
      description: Name of the runtime.
      type: str
    agent_runtime_version:
      description: Newest version.
      type: str
    status:
      description: State of the runtime, such as V(READY).
      type: str
    environment_variables:
      description: Environment variables of the newest version.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.runtime import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
