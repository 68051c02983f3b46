#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_harness_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore harnesses
description:
  - Lists the Amazon Bedrock AgentCore harnesses.
  - Uses the operations ListHarnesses and GetHarness of C(bedrock-agentcore-control), and ListTagsForResource where
    tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the harness with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All harnesses
  bidops.platform.agentcore_harness_info:
  register: found
"""

RETURN = r"""
harnesses:
  description: What was found, each as GetHarness describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
