#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_foundation_model_info
version_added: 0.1.0
short_description: List foundation models of Amazon Bedrock
description:
  - Lists the foundation models that Amazon Bedrock has in the region, with their lifecycle and, if asked for, whether
    the account may use them.
  - Good for a check before a deployment, that a model is there, and is not about to end.
  - Uses the operations ListFoundationModels and, with O(availability), GetFoundationModelAvailability of C(bedrock).
  - M(bidops.platform.bedrock_model_access) makes agreements for models.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  model_id:
    description:
      - Only the model with this id, such as V(amazon.nova-pro-v1:0), without a region.
    type: str
  model_ids:
    description:
      - Only the models with these ids.
    type: list
    elements: str
  by_provider:
    description:
      - Only models of this vendor, such as V(Amazon).
    type: str
  by_output_modality:
    description:
      - Only models that give this.
    type: str
    choices: [TEXT, IMAGE, EMBEDDING]
  by_inference_type:
    description:
      - Only models that can be invoked by this way. Models that can only be invoked through an inference profile are
        found without this option; they have V(INFERENCE_PROFILE) in their C(inference_types_supported).
    type: str
    choices: [ON_DEMAND, PROVISIONED]
  by_customization_type:
    description:
      - Only models that can be customized in this way.
    type: str
    choices: [FINE_TUNING, CONTINUED_PRE_TRAINING, DISTILLATION]
  lifecycle_status:
    description:
      - Only models of this status. V(LEGACY) ones come to an end.
    type: str
    choices: [ACTIVE, LEGACY]
  availability:
    description:
      - Whether to ask for each model if the account may use it. Costs a request a model.
    type: bool
    default: false
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Is the model there, and may we use it
  bidops.platform.bedrock_foundation_model_info:
    model_id: amazon.nova-pro-v1:0
    lifecycle_status: ACTIVE
    availability: true
  register: found

- name: Stop early
  ansible.builtin.assert:
    that: found.foundation_models | map(attribute='availability.entitlement') == ['AVAILABLE']
    fail_msg: The model is not there, or not for us.
"""

RETURN = r"""
foundation_models:
  description: The models as ListFoundationModels describes them, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    model_id:
      description: Id of the model.
      type: str
    model_arn:
      description: ARN of the model.
      type: str
    model_name:
      description: Name of the model.
      type: str
    provider_name:
      description: Its vendor.
      type: str
    input_modalities:
      description: What it takes, such as V(TEXT).
      type: list
      elements: str
    output_modalities:
      description: What it gives, such as V(TEXT) or V(EMBEDDING).
      type: list
      elements: str
    response_streaming_supported:
      description: Whether answers can come bit by bit.
      type: bool
    customizations_supported:
      description: How it can be customized.
      type: list
      elements: str
    inference_types_supported:
      description: How it can be invoked, V(ON_DEMAND), V(PROVISIONED) or V(INFERENCE_PROFILE).
      type: list
      elements: str
    model_lifecycle:
      description: Its C(status), V(ACTIVE) or V(LEGACY), and, where AWS tells them, times such as C(end_of_life_time).
      type: dict
    availability:
      description: Whether the account may use it, with O(availability); V(null) where AWS does not tell.
      type: dict
      contains:
        agreement:
          description: 'V(AVAILABLE), V(PENDING), V(NOT_AVAILABLE) or V(ERROR).'
          type: str
        authorization:
          description: 'V(AUTHORIZED) or V(NOT_AUTHORIZED).'
          type: str
        entitlement:
          description: 'V(AVAILABLE) or V(NOT_AVAILABLE).'
          type: str
        region:
          description: 'V(AVAILABLE) or V(NOT_AVAILABLE).'
          type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.foundation_model import RESOURCE, tell
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, tell)


if __name__ == "__main__":
    main()
