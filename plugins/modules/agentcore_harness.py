#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_harness
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore harnesses
description:
  - 'Creates, changes and deletes a harness of Amazon Bedrock AgentCore, an agent that the service runs from a
    declaration: a model, a prompt, tools, skills and memory, without code of one''s own.'
  - Every change makes a version; see M(bidops.platform.agentcore_harness_endpoint) to serve a certain one.
  - Uses the operations CreateHarness, GetHarness, ListHarnesses, UpdateHarness and DeleteHarness of
    C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the harness, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 40 characters at most.
    type: str
    required: true
  execution_role_arn:
    description:
      - ARN of the role that the agent uses. Required to create the harness.
    type: str
  model:
    description:
      - The model, with exactly one of C(bedrock_model_config), C(open_ai_model_config), C(gemini_model_config) and
        C(lite_llm_model_config), and in it C(model_id) and more.
    type: dict
  system_prompt:
    description:
      - What the agent is told first, each with C(text).
    type: list
    elements: dict
  tools:
    description:
      - Tools, each with C(type) (V(remote_mcp), V(agentcore_browser), V(agentcore_gateway), V(inline_function) or
        V(agentcore_code_interpreter)), C(name) and C(config).
    type: list
    elements: dict
  allowed_tools:
    description:
      - Tools that may be used without asking, V(*) for all. Their order does not matter.
    type: list
    elements: str
  skills:
    description:
      - Skills, each with exactly one of C(path), C(s3), C(git) and C(aws_skills).
    type: list
    elements: dict
  memory:
    description:
      - What the agent remembers, with exactly one of C(agent_core_memory_configuration),
        C(managed_memory_configuration) and C(disabled).
    type: dict
  truncation:
    description:
      - What happens to long conversations, with C(strategy) (V(sliding_window), V(summarization) or V(none)) and
        C(config).
    type: dict
  hooks:
    description:
      - Functions to call before and after invocations and tools.
    type: list
    elements: dict
  environment:
    description:
      - 'Where the agent runs, with C(agent_core_runtime_environment): C(network_configuration),
        C(lifecycle_configuration) and C(filesystem_configurations).'
    type: dict
  environment_artifact:
    description:
      - An image of one's own, with C(container_configuration).
    type: dict
  environment_variables:
    description:
      - Environment variables; the whole wish.
    type: dict
  authorizer_configuration:
    description:
      - Who may call, with C(custom_jwt_authorizer). Callers sign with IAM credentials by default.
    type: dict
  max_iterations:
    description:
      - Most rounds of an invocation.
    type: int
  max_tokens:
    description:
      - Most tokens of an invocation.
    type: int
  timeout_seconds:
    description:
      - Longest time of an invocation, in seconds.
    type: int
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: An agent without code
  bidops.platform.agentcore_harness:
    name: clerk
    execution_role_arn: arn:aws:iam::123456789012:role/clerk
    model:
      bedrock_model_config:
        model_id: us.amazon.nova-pro-v1:0
    system_prompt:
      - text: You file letters.
    max_iterations: 20

- name: Remove the agent
  bidops.platform.agentcore_harness:
    name: clerk
    state: absent
"""

RETURN = r"""
harness:
  description: The harness as GetHarness describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    harness_id:
      description: Id of the harness, its name and ten characters.
      type: str
    arn:
      description: ARN of the harness.
      type: str
    harness_name:
      description: Name of the harness.
      type: str
    harness_version:
      description: Newest version.
      type: str
    status:
      description: State of the harness, such as V(READY).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.harness import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
