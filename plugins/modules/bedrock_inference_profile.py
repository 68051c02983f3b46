#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_inference_profile
version_added: 0.1.0
short_description: Manage Amazon Bedrock application inference profiles
description:
  - Creates and deletes an application inference profile of Amazon Bedrock. Calls of a model that go through it are
    counted, and their costs told apart by its tags.
  - Only its tags can change. Anything else takes a new profile, see O(force_replace), which has another ARN.
  - Uses the operations CreateInferenceProfile, GetInferenceProfile, ListInferenceProfiles and DeleteInferenceProfile of
    C(bedrock), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the profile; 1 to 64 letters, digits, spaces, hyphens and underscores, never two marks in a row.
    type: str
    required: true
  description:
    description:
      - What it is for, 1 to 200 characters.
    type: str
  model_source:
    description:
      - Where it leads, with C(copy_from), the ARN of a foundation model for calls in this region alone, or of an
        inference profile of AWS for calls that may go to other regions. Required to create the profile.
      - Answers do not tell the source, so the models that it leads to are compared.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Tell the assistant's costs apart
  bidops.platform.bedrock_inference_profile:
    name: assistant
    model_source:
      copy_from: arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0
    tags:
      cost-centre: assistant
  register: profile

- name: Say what to call in place of the model
  ansible.builtin.debug:
    msg: "{{ profile.inference_profile.inference_profile_arn }}"

- name: Remove the profile
  bidops.platform.bedrock_inference_profile:
    name: assistant
    state: absent
"""

RETURN = r"""
inference_profile:
  description: The profile as GetInferenceProfile describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    inference_profile_name:
      description: Name of the profile.
      type: str
    inference_profile_id:
      description: Id of the profile.
      type: str
    inference_profile_arn:
      description: ARN of the profile, which calls of a model take in place of the model's.
      type: str
    models:
      description: The models that it leads to, each with C(model_arn).
      type: list
      elements: dict
    type:
      description: V(APPLICATION) for those of the account, V(SYSTEM_DEFINED) for those of AWS.
      type: str
    status:
      description: State of the profile, V(ACTIVE).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.inference_profile import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
