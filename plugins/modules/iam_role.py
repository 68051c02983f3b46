#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: iam_role
version_added: 0.1.0
short_description: Manage IAM roles with all their policies
description:
  - Creates, changes and deletes an IAM role together with its trust policy, inline policies, attached managed policies
    and permissions boundary. All of it works in check mode, for a role that does not exist yet as well.
  - Uses the operations CreateRole, GetRole, UpdateRole, DeleteRole, UpdateAssumeRolePolicy, PutRolePolicy,
    GetRolePolicy, DeleteRolePolicy, ListRolePolicies, AttachRolePolicy, DetachRolePolicy, ListAttachedRolePolicies,
    PutRolePermissionsBoundary, DeleteRolePermissionsBoundary, ListInstanceProfilesForRole,
    RemoveRoleFromInstanceProfile, TagRole and UntagRole of C(iam).
  - A role is deleted with its inline policies; managed policies and instance profiles are only detached from it.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Name of the role, unique in the account, 64 characters at most.
    type: str
    required: true
  path:
    description: Path of the role, starting and ending with C(/). Cannot change on an existing role.
    type: str
  description:
    description: What the role is for, 1000 characters at most.
    type: str
  assume_role_policy_document:
    description: Trust policy, which says who may take on the role. Required to create the role.
    type: json
  inline_policies:
    description:
      - Policies that are part of the role, name to policy document (a dictionary or JSON text).
      - It is the whole wish; policies that are not in it are removed, an empty dictionary removes all.
    type: dict
  managed_policy_arns:
    description:
      - ARNs of the managed policies attached to the role.
      - The list is the whole wish; policies that are not in it are detached, an empty list detaches all.
    type: list
    elements: str
  max_session_duration:
    description: Longest session in seconds, 3600 to 43200. IAM takes 3600 when it creates a role without it.
    type: int
  permissions_boundary:
    description: ARN of the policy that limits what the role's policies can grant; empty text removes the limit.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A role that lets Bedrock read one bucket
  bidops.platform.iam_role:
    name: documents-reader
    assume_role_policy_document:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal: {Service: bedrock.amazonaws.com}
          Action: sts:AssumeRole
    inline_policies:
      read:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::example-documents/*

- name: Remove the role and its inline policies
  bidops.platform.iam_role:
    name: documents-reader
    state: absent
"""

RETURN = r"""
role:
  description: The role as GetRole describes it, in snake_case, with the policies that were given.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    arn:
      description: ARN of the role.
      type: str
      sample: arn:aws:iam::123456789012:role/documents-reader
    role_name:
      description: Name of the role.
      type: str
    role_id:
      description: Id of the role, which a role of the same name created later does not share.
      type: str
    path:
      description: Path of the role.
      type: str
    assume_role_policy_document:
      description: Trust policy.
      type: dict
    inline_policies:
      description: Inline policies, when O(inline_policies) was given.
      type: dict
    managed_policy_arns:
      description: ARNs of the attached policies, when O(managed_policy_arns) was given.
      type: list
      elements: str
    tags:
      description: Tags of the role, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._iam_role import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
