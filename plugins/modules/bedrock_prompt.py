#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_prompt
version_added: 0.1.0
short_description: Manage Amazon Bedrock prompts
description:
  - Creates, changes, publishes and deletes a prompt of Amazon Bedrock's prompt management, a text for a model in which
    variables are filled in when it is used.
  - Options speak of the draft. O(publish=on_change) makes a numbered version of it, which never changes, when the draft
    differs from the newest version or when there is none.
  - Deleting the prompt deletes all of its versions too.
  - Uses the operations CreatePrompt, GetPrompt, ListPrompts, UpdatePrompt, DeletePrompt and CreatePromptVersion of
    C(bedrock-agent), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the prompt; 1 to 100 letters, digits, hyphens and underscores, never two marks in a row.
    type: str
    required: true
  description:
    description:
      - What the prompt is for, 1 to 200 characters. A change of it alone makes no new version.
    type: str
  default_variant:
    description:
      - Name of the variant that is used when none is asked for; it must be one of O(variants).
    type: str
  variants:
    description:
      - Forms of the prompt, at most one in the AWS API today, each with C(name), C(template_type), C(model_id) and
        C(template_configuration).
      - With C(template_type) V(TEXT) the latter has C(text) with C(text) and C(input_variables), a list of C(name);
        with V(CHAT) it has C(chat) with C(messages), C(system), C(input_variables) and C(tool_configuration).
      - C(inference_configuration) has C(text) with C(temperature) and C(top_p), 0 to 1, C(max_tokens) and
        C(stop_sequences).
      - The list is the whole wish.
    type: list
    elements: dict
  customer_encryption_key_arn:
    description:
      - ARN of the KMS key that encrypts the prompt, an AWS owned key by default.
    type: str
  publish:
    description:
      - With V(on_change) the draft becomes a new version when it differs from the newest one, or when there is none.
        No version is made with V(never), as when it is not given.
    type: str
    choices: [never, on_change]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A prompt that sums up a tender, published at each change
  bidops.platform.bedrock_prompt:
    name: summary
    default_variant: short
    variants:
      - name: short
        template_type: TEXT
        model_id: amazon.nova-lite-v1:0
        template_configuration:
          text:
            text: Sum up in three sentences what {{ '{{tender}}' }} asks for.
            input_variables: [{name: tender}]
    publish: on_change
  register: prompt

- name: Say which version applications shall use
  ansible.builtin.debug:
    msg: "{{ prompt.prompt.id }}, version {{ prompt.prompt.published_version }}"

- name: Remove the prompt with all its versions
  bidops.platform.bedrock_prompt:
    name: summary
    state: absent
"""

RETURN = r"""
prompt:
  description: The draft of the prompt as GetPrompt describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
