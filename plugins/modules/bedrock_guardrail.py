#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_guardrail
version_added: 0.1.0
short_description: Manage Amazon Bedrock guardrails
description:
  - Creates, changes, publishes and deletes a guardrail of Amazon Bedrock, which checks what goes into a model and what
    comes out of it.
  - Options speak of the draft. O(publish=on_change) makes a numbered version of it, which never changes, when the draft
    differs from the newest version or when there is none.
  - A policy that is not given stays as it is. To remove one, give it with empty lists.
  - Deleting the guardrail deletes all of its versions too.
  - Uses the operations CreateGuardrail, GetGuardrail, ListGuardrails, UpdateGuardrail, DeleteGuardrail and
    CreateGuardrailVersion of C(bedrock), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the guardrail, unique in the account and region; 1 to 50 letters, digits, hyphens and underscores.
    type: str
    required: true
  description:
    description:
      - What it is for, 1 to 200 characters. A change of it alone makes no new version.
    type: str
  blocked_input_messaging:
    description:
      - What the user reads when a prompt is blocked, 1 to 500 characters. Required to create the guardrail.
    type: str
  blocked_outputs_messaging:
    description:
      - What the user reads when an answer is blocked, 1 to 500 characters. Required to create the guardrail.
    type: str
  content_policy_config:
    description:
      - Filters for harmful content in C(filters_config), at most one of each C(type), V(SEXUAL), V(VIOLENCE), V(HATE),
        V(INSULTS), V(MISCONDUCT) and V(PROMPT_ATTACK), with C(input_strength) and C(output_strength), V(NONE) to
        V(HIGH). That of a V(PROMPT_ATTACK) on answers can only be V(NONE).
      - C(tier_config) has C(tier_name), V(CLASSIC) or V(STANDARD); the latter needs O(cross_region_config).
    type: dict
  topic_policy_config:
    description:
      - Subjects to stay away from in C(topics_config), each with C(name), C(definition) (up to 200 characters),
        C(examples) and C(type), which is V(DENY). C(tier_config) is that of O(content_policy_config).
    type: dict
  word_policy_config:
    description:
      - Words to block in C(words_config), each with C(text), and lists of AWS in C(managed_word_lists_config), of which
        there is the C(type) V(PROFANITY).
    type: dict
  sensitive_information_policy_config:
    description:
      - Personal data in C(pii_entities_config), each with C(type), such as V(EMAIL), and C(action), and patterns of
        one's own in C(regexes_config), each with C(name), C(pattern) and C(action). Actions are V(BLOCK), V(ANONYMIZE)
        and V(NONE).
    type: dict
  contextual_grounding_policy_config:
    description:
      - How well an answer must be founded in its sources and fit the question, in C(filters_config), each with C(type),
        V(GROUNDING) or V(RELEVANCE), and C(threshold), a number from 0 to below 1. C(tier_config) is that of
        O(content_policy_config).
    type: dict
  automated_reasoning_policy_config:
    description:
      - Rules that answers are proved against, with C(policies), up to two ARNs of automated reasoning policies, and
        C(confidence_threshold), 0 to 1.
    type: dict
  cross_region_config:
    description:
      - Where the work may be done, with C(guardrail_profile_identifier), the id or ARN of a guardrail profile such as
        V(us.guardrail.v1:0). Text then leaves the region for others of that geography.
    type: dict
  kms_key_id:
    description:
      - ARN or id of the KMS key that encrypts the guardrail, an AWS owned key by default. An alias would look changed
        each time.
    type: str
  publish:
    description:
      - With V(on_change) the draft becomes a new version when it differs from the newest one, or when there is none.
        No version is made with V(never), as when it is not given.
      - The module then waits until the draft is ready, even with O(wait=false).
    type: str
    choices: [never, on_change]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Keep the assistant polite and discreet, and publish each change
  bidops.platform.bedrock_guardrail:
    name: assistant
    blocked_input_messaging: I cannot talk about that.
    blocked_outputs_messaging: I cannot answer that.
    content_policy_config:
      filters_config:
        - {type: HATE, input_strength: HIGH, output_strength: HIGH}
        - {type: PROMPT_ATTACK, input_strength: HIGH, output_strength: NONE}
    sensitive_information_policy_config:
      pii_entities_config:
        - {type: EMAIL, action: ANONYMIZE}
    publish: on_change
  register: guardrail

- name: Say which version applications shall use
  ansible.builtin.debug:
    msg: "{{ guardrail.guardrail.guardrail_id }}, version {{ guardrail.guardrail.published_version }}"

- name: Remove the guardrail with all its versions
  bidops.platform.bedrock_guardrail:
    name: assistant
    state: absent
"""

RETURN = r"""
guardrail:
  description: The draft of the guardrail as GetGuardrail describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    guardrail_id:
      description: Id of the guardrail.
      type: str
    guardrail_arn:
      description: ARN of the guardrail.
      type: str
    name:
      description: Name of the guardrail.
      type: str
    version:
      description: Always V(DRAFT), the version that is worked on.
      type: str
    published_version:
      description: Number of the newest version, null when there is none yet.
      type: str
    status:
      description: State of the guardrail, such as V(READY).
      type: str
    status_reasons:
      description: Why it failed, when it did.
      type: list
      elements: str
    content_policy:
      description: Filters for harmful content, and their tier; the other policies are named in the same way.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.guardrail import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
