#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearchserverless_policy
version_added: 0.1.0
short_description: Manage policies of Amazon OpenSearch Serverless
description:
  - Creates, changes and deletes the policies that collections stand under, which say with which key they are encrypted,
    from which networks they are reached, and who may do what with their data.
  - A collection can only be created when an encryption policy is about its name, and only be used when a network policy
    and a data policy are.
  - Uses the Create, Get, List, Update and Delete operations of SecurityPolicy (O(type=encryption) and O(type=network))
    and of AccessPolicy (O(type=data)) of C(opensearchserverless).
  - Policies are compared by what they mean. The order of statements, rules, resources, permissions and principals does
    not count, nor does a value of V(false) that is left out.
  - An update names the version of the policy that was read, so a change that somebody makes meanwhile is not lost; the
    task then fails, and does what is left to do when it is run again.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  type:
    description: Type of the policy. Each type has names of its own.
    type: str
    required: true
    choices: [data, encryption, network]
  name:
    description:
      - Name of the policy, unique in its type, the account and region; starts with a lower case letter, then lower case
        letters, digits and hyphens, 3 to 32 together.
    type: str
    required: true
  description:
    description: What the policy is for, 1000 characters at most.
    type: str
  policy:
    description:
      - The policy in the form that its type has, 20480 characters at most.
      - For V(encryption), a dictionary with C(Rules) and either C(AWSOwnedKey) or C(KmsARN). The key of a collection
        stays the one that it was created with.
      - For V(network), a list of dictionaries with C(Rules) and C(AllowFromPublic), or C(SourceVPCEs) or
        C(SourceServices). A knowledge base reaches a private collection when C(SourceServices) has
        V(bedrock.amazonaws.com).
      - For V(data), a list of dictionaries with C(Rules), which have C(Permission), and C(Principal). The role of a
        knowledge base must be a principal.
      - Required to create the policy.
    type: json
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Encrypt the collection of the handbook with a key of AWS
  bidops.platform.opensearchserverless_policy:
    type: encryption
    name: handbook
    policy:
      Rules:
        - ResourceType: collection
          Resource: [collection/handbook]
      AWSOwnedKey: true

- name: Let only Bedrock reach it
  bidops.platform.opensearchserverless_policy:
    type: network
    name: handbook
    policy:
      - Rules:
          - ResourceType: collection
            Resource: [collection/handbook]
        AllowFromPublic: false
        SourceServices: [bedrock.amazonaws.com]

- name: Let the role of the knowledge base read and write
  bidops.platform.opensearchserverless_policy:
    type: data
    name: handbook
    policy:
      - Rules:
          - ResourceType: index
            Resource: [index/handbook/*]
            Permission: [aoss:DescribeIndex, aoss:ReadDocument, aoss:WriteDocument]
        Principal:
          - arn:aws:iam::111122223333:role/handbook-knowledge-base

- name: Remove the policy again
  bidops.platform.opensearchserverless_policy:
    type: data
    name: handbook
    state: absent
"""

RETURN = r"""
policy:
  description: The policy as GetSecurityPolicy or GetAccessPolicy describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
    description:
      description: What the policy is for.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_policy import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_policy_types import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
