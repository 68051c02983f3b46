#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_model_access
version_added: 0.1.0
short_description: Manage access to models on Amazon Bedrock
description:
  - Makes or ends the agreement for a model of another vendor on Amazon Bedrock, and submits the form about the use
    case that some of them ask for. Models of Amazon need no agreement.
  - An agreement is a contract, and may cost money. The principal needs permissions of AWS Marketplace for it.
  - Uses the operations GetFoundationModelAvailability, ListFoundationModelAgreementOffers,
    CreateFoundationModelAgreement, DeleteFoundationModelAgreement, GetUseCaseForModelAccess and
    PutUseCaseForModelAccess of C(bedrock).
  - 'Unverified against AWS: that the form is JSON and can be read back as it was given.'
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  model_id:
    description:
      - Id of the foundation model, such as V(anthropic.claude-sonnet-4-6), without a region.
    type: str
    required: true
  use_case_form:
    description:
      - The form, one for the account, sent as JSON; its keys are kept as they are. It is only submitted, never
        withdrawn.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Use a model of another vendor
  bidops.platform.bedrock_model_access:
    model_id: anthropic.claude-sonnet-4-6
    use_case_form:
      companyName: Example
      companyWebsite: https://www.example.com
      intendedUsers: "0"
      industryOption: Education
      otherIndustryOption: ""
      useCases: Answering questions of employees

- name: End the agreement
  bidops.platform.bedrock_model_access:
    model_id: anthropic.claude-sonnet-4-6
    state: absent
"""

RETURN = r"""
model_access:
  description: Whether the model can be used.
  returned: always
  type: dict
  contains:
    model_id:
      description: Id of the model.
      type: str
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

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.model_access import RESOURCE, keep
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
