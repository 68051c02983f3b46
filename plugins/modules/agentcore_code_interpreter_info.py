#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_code_interpreter_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore code interpreters
description:
  - Lists the code interpreters of Amazon Bedrock AgentCore in a region.
  - Uses the operations ListCodeInterpreters and GetCodeInterpreter of C(bedrock-agentcore-control), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the code interpreter with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All of our own
  bidops.platform.agentcore_code_interpreter_info:
    tags:
      team: assistants
  register: found
"""

RETURN = r"""
code_interpreters:
  description: The code interpreters, each as GetCodeInterpreter describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
