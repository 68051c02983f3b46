#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_user_pool_client_info
version_added: 0.1.0
short_description: List clients of an Amazon Cognito user pool
description:
  - Lists the clients of a user pool in the form in which M(bidops.platform.cognito_user_pool_client) returns them,
    without their secrets.
  - Uses the operations ListUserPoolClients and DescribeUserPoolClient of C(cognito-idp).
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
      - Only clients with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the id of the web application
  bidops.platform.cognito_user_pool_client_info:
    user_pool_id: us-east-1_EXAMPLE12
    name: web
  register: found
  failed_when: found.user_pool_clients | length != 1
"""

RETURN = r"""
user_pool_clients:
  description: What was found, each as DescribeUserPoolClient describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    client_id:
      description: Id of the client.
      type: str
    client_name:
      description: Name of the client.
      type: str
    user_pool_id:
      description: Id of the user pool that it is in.
      type: str
    client_secret:
      description: V((secret\)) if it has one.
      type: str
    allowed_o_auth_scopes:
      description: What its tokens may be for.
      type: list
      elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.user_pool_client import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
