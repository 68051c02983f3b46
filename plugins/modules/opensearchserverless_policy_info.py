#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearchserverless_policy_info
version_added: 0.1.0
short_description: List policies of Amazon OpenSearch Serverless
description:
  - Lists policies in the form in which M(bidops.platform.opensearchserverless_policy) returns them.
  - Uses the operations ListSecurityPolicies, GetSecurityPolicy, ListAccessPolicies and GetAccessPolicy of
    C(opensearchserverless).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  type:
    description: Type of the policies; without it, those of all three types.
    type: str
    choices: [data, encryption, network]
  name:
    description: Name of the policies; each type has names of its own.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What is said about the handbook
  bidops.platform.opensearchserverless_policy_info:
    name: handbook

- name: Look up all network policies
  bidops.platform.opensearchserverless_policy_info:
    type: network
"""

RETURN = r"""
policies:
  description: The policies as GetSecurityPolicy or GetAccessPolicy describes them, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    type:
      description: Type of the policy.
      type: str
    name:
      description: Name of the policy.
      type: str
    policy:
      description: What it says; a dictionary for an encryption policy, a list for others.
      type: raw
    policy_version:
      description: Version of the policy, which changes whenever the policy does.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_policy import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_policy_types import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
