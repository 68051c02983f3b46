#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: iam_policy
version_added: 0.1.0
short_description: Manage managed policies of IAM
description:
  - Creates, changes and deletes managed policies of AWS Identity and Access Management, those of the account.
  - A change makes another version the one that counts. Of five versions the oldest goes to make room for it.
  - With O(state=absent) the policy is detached from all that have it.
  - Uses the operations CreatePolicy, GetPolicy, DeletePolicy, GetPolicyVersion, CreatePolicyVersion,
    ListPolicyVersions, DeletePolicyVersion, ListEntitiesForPolicy, DetachRolePolicy, DetachUserPolicy,
    DetachGroupPolicy, TagPolicy and UntagPolicy of C(iam), and GetCallerIdentity of C(sts).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Name of the policy; 1 to 128 letters, digits and C(_+=,.@-).
    type: str
    required: true
  path:
    description: Path of the policy, starting and ending with C(/). C(/) by default.
    type: str
  description:
    description: What it allows. Cannot change on an existing policy.
    type: str
  policy:
    description: The policy document. Required to create it.
    type: json
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let who has the policy read the parameters of the assistant
  bidops.platform.iam_policy:
    name: assistant-reads-parameters
    description: Reads the parameters of the assistant
    policy:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Action: ["ssm:GetParameter", "ssm:GetParametersByPath"]
          Resource: arn:aws:ssm:us-east-1:123456789012:parameter/assistant/*
    tags:
      project: assistant

- name: Remove it
  bidops.platform.iam_policy:
    name: assistant-reads-parameters
    state: absent
"""

RETURN = r"""
policy:
  description: The policy as GetPolicy describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    arn:
      description: ARN of the policy.
      type: str
    policy_name:
      description: Its name.
      type: str
    default_version_id:
      description: The version that counts.
      type: str
    policy:
      description: The policy document, when O(policy) was given.
      type: raw
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._iam_policy import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
