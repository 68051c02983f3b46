#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_runtime
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore runtimes
description:
  - Creates, changes and deletes an agent runtime of Amazon Bedrock AgentCore.
  - Each update makes a new version of the runtime and replaces everything in it. The module therefore compares first,
    and sends what is there together with what is wanted, so that nothing is lost that the task does not speak of.
  - Uses the operations CreateAgentRuntime, GetAgentRuntime, ListAgentRuntimes, UpdateAgentRuntime and
    DeleteAgentRuntime of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Name of the runtime, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 48 characters at most.
    type: str
    required: true
  agent_runtime_artifact:
    description:
      - What runs. Either C(code_configuration) with C(code) (the zip file in S3), C(runtime) such as V(PYTHON_3_13) and
        C(entry_point), or C(container_configuration) with C(container_uri), an image for ARM64 in ECR.
      - Required to create the runtime.
    type: dict
  role_arn:
    description: ARN of the role that the agent runs as. Required to create the runtime.
    type: str
  network_configuration:
    description:
      - C(network_mode) V(PUBLIC) or V(VPC), the latter with C(network_mode_config), which has C(subnets) and
        C(security_groups).
      - A new runtime is created with V(PUBLIC) when this is not given.
    type: dict
  description:
    description: What the agent is for.
    type: str
  environment_variables:
    description:
      - Environment variables of the agent, name to value. Given, they are all that the agent has; not given, those
        that are there stay.
    type: dict
  authorizer_configuration:
    description: Who may call the runtime with a token, C(custom_jwt_authorizer). Without it callers sign with SigV4.
    type: dict
  request_header_configuration:
    description: Which request headers reach the agent, C(request_header_allowlist).
    type: dict
  protocol_configuration:
    description: C(server_protocol) that the agent speaks, V(HTTP), V(MCP), V(A2A) or V(AGUI), with C(port) and C(path).
    type: dict
  lifecycle_configuration:
    description: C(idle_runtime_session_timeout) and C(max_lifetime) of a session, in seconds.
    type: dict
  hooks_configuration:
    description: Actions of the service around the build of the runtime.
    type: dict
  metadata_configuration:
    description: Settings of the instance metadata service. The API takes it in updates only.
    type: dict
  filesystem_configurations:
    description: File systems to mount, each with exactly one kind, such as C(session_storage).
    type: list
    elements: dict
  capacity_provider_configuration:
    description: Capacity provider to run on, C(capacity_provider_arn).
    type: dict
  platform_version:
    description: Version of the platform that runs the agent.
    type: str
  allowed_ports:
    description: Further ports that the agent may use, each C(port) or C(port_range).
    type: list
    elements: dict
  resource_configurations:
    description: Memory that a session gets, C(minimum_memory_in_mi_b).
    type: list
    elements: dict
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
- name: Run an agent from a zip file in S3
  bidops.platform.agentcore_runtime:
    name: assistant
    role_arn: arn:aws:iam::111122223333:role/assistant
    agent_runtime_artifact:
      code_configuration:
        code:
          s3:
            bucket: example-artifacts
            prefix: agent/bundle.zip
        runtime: PYTHON_3_13
        entry_point: [main.py]
    network_configuration:
      network_mode: PUBLIC
    environment_variables:
      LOG_LEVEL: info

- name: Remove the agent
  bidops.platform.agentcore_runtime:
    name: assistant
    state: absent
"""

RETURN = r"""
agent_runtime:
  description: The runtime as GetAgentRuntime describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    agent_runtime_arn:
      description: ARN of the runtime.
      type: str
    agent_runtime_id:
      description: Id of the runtime, its name and ten characters.
      type: str
      sample: assistant-a1B2c3D4e5
    agent_runtime_version:
      description: The newest version, which the endpoint DEFAULT serves.
      type: str
      sample: "3"
    status:
      description: State of the runtime, such as V(READY).
      type: str
    environment_variables:
      description: Environment variables of the agent.
      type: dict
    tags:
      description: Tags of the runtime, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.runtime import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
