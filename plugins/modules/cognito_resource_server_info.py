#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_resource_server_info
version_added: 0.1.0
short_description: List resource servers of an Amazon Cognito user pool
description:
  - Lists the resource servers of a user pool in the form in which M(bidops.platform.cognito_resource_server) returns
    them.
  - Uses the operations ListResourceServers and DescribeResourceServer of C(cognito-idp).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  user_pool_id:
    description:
      - Id of the user pool to look in.
    type: str
    required: true
  identifier:
    description:
      - Only the resource server with this identifier.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which scopes there are
  bidops.platform.cognito_resource_server_info:
    user_pool_id: us-east-1_EXAMPLE12
  register: found
"""

RETURN = r"""
resource_servers:
  description: What was found, each as DescribeResourceServer describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
