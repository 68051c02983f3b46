#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_prompt_info
version_added: 0.1.0
short_description: List Amazon Bedrock prompts
description:
  - Lists the prompts of Amazon Bedrock in the form in which M(bidops.platform.bedrock_prompt) returns them.
  - Uses the operations ListPrompts and GetPrompt of C(bedrock-agent), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the prompt with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which prompts are there?
  bidops.platform.bedrock_prompt_info:
  register: found

- name: Those that were never published
  ansible.builtin.debug:
    msg: "{{ found.prompts | selectattr('published_version', 'none') | map(attribute='name') }}"
"""

RETURN = r"""
prompts:
  description: What was found, each as GetPrompt describes its draft, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the prompt.
      type: str
    arn:
      description: ARN of the prompt.
      type: str
    name:
      description: Name of the prompt.
      type: str
    version:
      description: Always V(DRAFT), the version that is worked on.
      type: str
    published_version:
      description: Number of the newest version, null when there is none yet.
      type: str
    default_variant:
      description: Name of the variant that is used when none is asked for.
      type: str
    variants:
      description: The variants, in the form of the option of M(bidops.platform.bedrock_prompt).
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.prompt import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
