#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_user_pool_info
version_added: 0.1.0
short_description: List Amazon Cognito user pools
description:
  - Lists the user pools of Amazon Cognito in the form in which M(bidops.platform.cognito_user_pool) returns them.
  - Uses the operations ListUserPools and DescribeUserPool of C(cognito-idp).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only user pools with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the directory of people
  bidops.platform.cognito_user_pool_info:
    name: bidops-dev-people
  register: found
  failed_when: found.user_pools | length != 1
"""

RETURN = r"""
user_pools:
  description: What was found, each as DescribeUserPool describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the user pool.
      type: str
    arn:
      description: ARN of the user pool.
      type: str
    name:
      description: Name of the user pool.
      type: str
    issuer:
      description: What tokens of the pool name as their issuer.
      type: str
    schema_attributes:
      description: Attributes of its users, those of one's own as C(custom:<name>).
      type: list
      elements: dict
    mfa_configuration:
      description: Whether a second factor is needed, V(OFF), V(ON) or V(OPTIONAL).
      type: str
    user_pool_tier:
      description: Feature plan.
      type: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.user_pool import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
