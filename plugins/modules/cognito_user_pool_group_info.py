#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_user_pool_group_info
version_added: 0.1.0
short_description: List groups of an Amazon Cognito user pool
description:
  - Lists the groups of a user pool in the form in which M(bidops.platform.cognito_user_pool_group) returns them.
  - Uses the operations ListGroups and GetGroup of C(cognito-idp).
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
      - Only the group with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Look for the group of administrators
  bidops.platform.cognito_user_pool_group_info:
    user_pool_id: us-east-1_EXAMPLE12
    name: administrators
  register: found
"""

RETURN = r"""
user_pool_groups:
  description: What was found, each as GetGroup describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    group_name:
      description: Name of the group.
      type: str
    user_pool_id:
      description: Id of the user pool that it is in.
      type: str
    description:
      description: What it is for.
      type: str
    role_arn:
      description: ARN of the role of its members.
      type: str
    precedence:
      description: Its place among the groups of a member.
      type: int
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.user_pool_group import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
