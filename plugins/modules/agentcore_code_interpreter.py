#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_code_interpreter
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore code interpreters
description:
  - Creates and deletes a code interpreter of one's own for agents on Amazon Bedrock AgentCore, in place of the one
    that AWS offers to all.
  - Uses the operations CreateCodeInterpreter, GetCodeInterpreter, ListCodeInterpreters and DeleteCodeInterpreter of
    C(bedrock-agentcore-control).
  - 'The API has no update: everything but tags changes with O(force_replace) only, which ends all sessions.'
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the code interpreter, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 48 characters at most.
    type: str
    required: true
  description:
    description:
      - What it is for, 1 to 4096 characters.
    type: str
  execution_role_arn:
    description:
      - ARN of the role that sessions use.
    type: str
  network_configuration:
    description:
      - Network of the sessions, with C(network_mode) (V(PUBLIC), V(SANDBOX) without the internet, or V(VPC)) and, for
        V(VPC), C(vpc_config) with the lists C(subnets) and C(security_groups).
      - Required to create it.
    type: dict
  certificates:
    description:
      - Certificates of authorities to trust, each with C(location) (C(secrets_manager) with C(secret_arn)).
    type: list
    elements: dict
  filesystem_configurations:
    description:
      - File systems to mount, each with C(s3_files_configuration) or C(efs_configuration), and in it
        C(access_point_arn), C(file_system_arn) and C(mount_path) below C(/mnt).
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
- name: A code interpreter of our own
  bidops.platform.agentcore_code_interpreter:
    name: assistant_code_interpreter
    description: For the assistant
    network_configuration:
      network_mode: SANDBOX
    tags:
      team: assistants

- name: Remove it
  bidops.platform.agentcore_code_interpreter:
    name: assistant_code_interpreter
    state: absent
"""

RETURN = r"""
code_interpreter:
  description: The code interpreter as GetCodeInterpreter describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    code_interpreter_id:
      description: Its id, the name and ten characters.
      type: str
    code_interpreter_arn:
      description: Its ARN.
      type: str
    name:
      description: Its name.
      type: str
    status:
      description: Its state, such as V(READY).
      type: str
    network_configuration:
      description: Network of the sessions.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.code_interpreter import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
