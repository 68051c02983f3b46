#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: iam_roles
version_added: 0.1.0
short_description: Manage many IAM roles with all their policies at once
description:
  - Creates, changes and deletes a list of IAM roles in one task, each as M(bidops.platform.iam_role) does it, several
    at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.iam_role) uses, of C(iam).
  - With the permissions C(iam:GetAccountSummary), C(iam:ListRoles) and C(iam:GetAccountAuthorizationDetails) a few
    requests look at all of them, unless the account has very many other roles; without them, each takes three.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  roles:
    description:
      - The roles, each with the options of M(bidops.platform.iam_role).
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description: See O(bidops.platform.iam_role#module:name).
        type: str
        required: true
      path:
        description: See O(bidops.platform.iam_role#module:path).
        type: str
      description:
        description: See O(bidops.platform.iam_role#module:description).
        type: str
      assume_role_policy_document:
        description: See O(bidops.platform.iam_role#module:assume_role_policy_document).
        type: json
      inline_policies:
        description: See O(bidops.platform.iam_role#module:inline_policies).
        type: dict
      managed_policy_arns:
        description: See O(bidops.platform.iam_role#module:managed_policy_arns).
        type: list
        elements: str
      max_session_duration:
        description: See O(bidops.platform.iam_role#module:max_session_duration).
        type: int
      permissions_boundary:
        description: See O(bidops.platform.iam_role#module:permissions_boundary).
        type: str
      tags:
        description: Tags that it has beside O(tags).
        type: dict
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
- name: Roles that let Bedrock read a bucket, and Config describe what there is
  bidops.platform.iam_roles:
    roles:
      - name: documents-reader
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
      - name: config-recorder
        assume_role_policy_document:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: {Service: config.amazonaws.com}
              Action: sts:AssumeRole
        managed_policy_arns: ["arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"]
        tags:
          layer: compliance
    tags:
      project: assistant
  register: made

- name: Show the ARN of one
  ansible.builtin.debug:
    var: made.roles['documents-reader'].arn

- name: Remove both, with their inline policies
  bidops.platform.iam_roles:
    roles: [{name: documents-reader}, {name: config-recorder}]
    state: absent
"""

RETURN = r"""
roles:
  description: Name to role as M(bidops.platform.iam_role) returns it, in the order of the list.
  returned: always
  type: dict
results:
  description: What became of each role, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(roles).
      type: str
    changed:
      description: Whether it was changed.
      type: bool
    failed:
      description: That it failed.
      type: bool
    msg:
      description: Why it failed.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._iam_role import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._iam_role_list import read_all


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=read_all)


if __name__ == "__main__":
    main()
