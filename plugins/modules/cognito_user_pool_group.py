#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_user_pool_group
version_added: 0.1.0
short_description: Manage groups of Amazon Cognito user pools
description:
  - Creates, changes and deletes a group of users. Tokens of its members name it in C(cognito:groups).
  - Who is in it is not the business of this module; deleting the group deletes nobody.
  - Uses the operations CreateGroup, GetGroup, UpdateGroup and DeleteGroup of C(cognito-idp).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  user_pool_id:
    description:
      - Id of the user pool that it is in.
    type: str
    required: true
  name:
    description:
      - Name of the group, unique in the user pool; 1 to 128 characters without spaces.
    type: str
    required: true
  description:
    description:
      - What it is for, up to 2,048 characters.
    type: str
  role_arn:
    description:
      - ARN of a role that an identity pool may give to its members.
    type: str
  precedence:
    description:
      - Whose O(role_arn) a member of several groups gets, that of the group with the lowest number, from 0 on.
    type: int
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Those who may change everything
  bidops.platform.cognito_user_pool_group:
    user_pool_id: us-east-1_EXAMPLE12
    name: administrators
    description: May change everything
    precedence: 1

- name: Remove the group
  bidops.platform.cognito_user_pool_group:
    user_pool_id: us-east-1_EXAMPLE12
    name: administrators
    state: absent
"""

RETURN = r"""
user_pool_group:
  description: The group as GetGroup describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
