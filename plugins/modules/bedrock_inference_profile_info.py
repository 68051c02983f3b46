#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_inference_profile_info
version_added: 0.1.0
short_description: List Amazon Bedrock inference profiles
description:
  - Lists the inference profiles of Amazon Bedrock, those of the account and those of AWS.
  - Uses the operations ListInferenceProfiles and GetInferenceProfile of C(bedrock), and ListTagsForResource where tags
    are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the profile with this name.
    type: str
  type:
    description:
      - Only those of the account, V(APPLICATION), or only those of AWS, V(SYSTEM_DEFINED).
    type: str
    choices: [APPLICATION, SYSTEM_DEFINED]
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The profiles of this account
  bidops.platform.bedrock_inference_profile_info:
    type: APPLICATION
  register: ours

- name: The profiles of AWS, which lead to models in several regions
  bidops.platform.bedrock_inference_profile_info:
    type: SYSTEM_DEFINED
"""

RETURN = r"""
inference_profiles:
  description: What was found, each as GetInferenceProfile describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
