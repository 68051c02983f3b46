#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_resource_server
version_added: 0.1.0
short_description: Manage resource servers of Amazon Cognito user pools
description:
  - Creates, changes and deletes a resource server, which stands for an API, with the scopes that clients of the user
    pool may ask for as C(<identifier>/<scope>).
  - Scopes that are given replace those that are there. When O(scopes) is not given they stay as they are.
  - Uses the operations CreateResourceServer, DescribeResourceServer, UpdateResourceServer and DeleteResourceServer of
    C(cognito-idp).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  user_pool_id:
    description:
      - Id of the user pool that it is in.
    type: str
    required: true
  identifier:
    description:
      - What names it in scopes, unique in the user pool, often a URL; 1 to 256 characters without spaces, quotes and
        backslashes.
    type: str
    required: true
  name:
    description:
      - What people read, 1 to 256 letters, digits, spaces and C(_+=,.@-). Required to create it.
    type: str
  scopes:
    description:
      - What can be asked for, up to 100, each with C(scope_name), without a slash, and C(scope_description), 1 to 256
        characters.
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The API of the platform
  bidops.platform.cognito_resource_server:
    user_pool_id: us-east-1_EXAMPLE12
    identifier: https://api.example.com
    name: The platform
    scopes:
      - {scope_name: read, scope_description: Look at tenders}
      - {scope_name: write, scope_description: Change tenders}

- name: Remove it
  bidops.platform.cognito_resource_server:
    user_pool_id: us-east-1_EXAMPLE12
    identifier: https://api.example.com
    state: absent
"""

RETURN = r"""
resource_server:
  description: The resource server as DescribeResourceServer describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    identifier:
      description: What names it in scopes.
      type: str
    name:
      description: What people read.
      type: str
    user_pool_id:
      description: Id of the user pool that it is in.
      type: str
    scopes:
      description: What can be asked for.
      type: list
      elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.resource_server import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
