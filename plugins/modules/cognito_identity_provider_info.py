#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_identity_provider_info
version_added: 0.1.0
short_description: List identity providers of an Amazon Cognito user pool
description:
  - Lists the identity providers of a user pool in the form in which M(bidops.platform.cognito_identity_provider)
    returns them, without their secrets.
  - Uses the operations ListIdentityProviders and DescribeIdentityProvider of C(cognito-idp).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  user_pool_id:
    description:
      - Id of the user pool to look in.
    type: str
    required: true
  name:
    description:
      - Only the provider with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: How partners sign in
  bidops.platform.cognito_identity_provider_info:
    user_pool_id: us-east-1_EXAMPLE12
  register: found
"""

RETURN = r"""
identity_providers:
  description: What was found, each as DescribeIdentityProvider describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    provider_name:
      description: Name of the provider.
      type: str
    provider_type:
      description: What it is.
      type: str
    user_pool_id:
      description: Id of the user pool that it is in.
      type: str
    provider_details:
      description: How to talk to it, by the API's own names, without secrets.
      type: dict
    attribute_mapping:
      description: Attribute of the user pool to that of the provider.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.identity_provider import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
