#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_invoke
version_added: 0.1.0
short_description: Ask an agent that runs on Amazon Bedrock AgentCore
description:
  - Sends a payload to an agent runtime and returns its answer. With O(expect) it is a smoke test, which fails when the
    answer is another.
  - The agent is asked exactly once. Nothing is tried again, for nobody knows what an agent has done already.
  - As an agent may change anything, the task always counts as changed. A smoke test, which should not, says
    C(changed_when) V(false).
  - In check mode the agent is not asked, and there is no RV(response).
  - Each invocation costs the time that the agent works, and the models that it asks.
  - Uses the operation InvokeAgentRuntime of C(bedrock-agentcore), signed with SigV4. Runtimes that take tokens instead
    refuse that.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  agent_runtime_arn:
    description: ARN of the runtime.
    type: str
    required: true
  qualifier:
    description: Name of the endpoint to ask, V(DEFAULT) when nothing is said, which leads to the newest version.
    type: str
  payload:
    description: What the agent is sent. A dictionary or list is sent as JSON, text as it is.
    type: raw
    required: true
  session_id:
    description:
      - Id of the session, 33 to 256 characters. The agent knows what was said before in the same session.
      - Without it a session begins.
    type: str
  user_id:
    description: Id of the user that the agent acts for.
    type: str
  content_type:
    description: Type of the payload.
    type: str
    default: application/json
  accept:
    description: Type of the answer that is wished for.
    type: str
    default: application/json
  expect:
    description: What the answer must be like; the module fails otherwise.
    type: dict
    suboptions:
      text:
        description: Text that must be in the answer, as it is written. A JSON answer is looked at as JSON text.
        type: str
      response:
        description:
          - Members that a JSON answer must have, with their values. Dictionaries in it are looked at in the same way,
            so that other members do not matter.
        type: dict
  timeout:
    description: How long to wait for the answer, in seconds. The first one of a session takes the start of the agent.
    type: int
    default: 120
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Ask the agent
  bidops.platform.agentcore_invoke:
    agent_runtime_arn: arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/assistant-a1B2c3D4e5
    payload:
      prompt: How many days of leave do I have?
      actor_id: jane
  register: asked

- name: Ask again in the same session
  bidops.platform.agentcore_invoke:
    agent_runtime_arn: arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/assistant-a1B2c3D4e5
    session_id: "{{ asked.session_id }}"
    payload:
      prompt: And next year?
      actor_id: jane

- name: Fail unless the endpoint that users call works
  bidops.platform.agentcore_invoke:
    agent_runtime_arn: arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/assistant-a1B2c3D4e5
    qualifier: stable
    payload:
      prompt: leave
      retrieve_only: true
    expect:
      text: passages
  changed_when: false
"""

RETURN = r"""
response:
  description:
    - What the agent answered. JSON as what it stands for, a stream of events as the list of their data, anything else
      as text.
  returned: when the agent was asked, also when the answer is not as expected
  type: raw
status_code:
  description: HTTP status of the answer.
  returned: when the agent was asked
  type: int
  sample: 200
session_id:
  description: Id of the session.
  returned: always
  type: str
content_type:
  description: Type of the answer.
  returned: when the agent was asked
  type: str
  sample: application/json
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.invocation import RESOURCE, invoke
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, invoke)


if __name__ == "__main__":
    main()
