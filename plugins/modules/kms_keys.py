#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: kms_keys
version_added: 0.1.0
short_description: Manage many KMS keys at once
description:
  - Creates, changes and deletes a list of keys of AWS Key Management Service in one task, each as
    M(bidops.platform.kms_key) does it, several at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.kms_key) uses, of C(kms).
  - With the permission C(tag:GetResources) the tags of all of them are looked at with one request; without it, with one
    each.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  kms_keys:
    description:
      - The keys, each with the options of M(bidops.platform.kms_key).
    type: list
    elements: dict
    required: true
    suboptions:
      alias:
        description: See O(bidops.platform.kms_key#module:alias).
        type: str
        required: true
      description:
        description: See O(bidops.platform.kms_key#module:description).
        type: str
      policy:
        description: See O(bidops.platform.kms_key#module:policy).
        type: json
      enable_key_rotation:
        description: See O(bidops.platform.kms_key#module:enable_key_rotation).
        type: bool
      rotation_period_in_days:
        description: See O(bidops.platform.kms_key#module:rotation_period_in_days).
        type: int
      enabled:
        description: See O(bidops.platform.kms_key#module:enabled).
        type: bool
      pending_window_in_days:
        description: See O(bidops.platform.kms_key#module:pending_window_in_days).
        type: int
      tags:
        description: Tags that it has beside O(tags).
        type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Keys for buckets and for logs
  bidops.platform.kms_keys:
    kms_keys:
      - alias: alias/assistant-storage
        description: Buckets of the assistant
        enable_key_rotation: true
      - alias: alias/assistant-logs
        description: Log groups of the assistant
        enable_key_rotation: true
        policy:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: {AWS: "arn:aws:iam::123456789012:root"}
              Action: "kms:*"
              Resource: "*"
            - Effect: Allow
              Principal: {Service: logs.us-east-1.amazonaws.com}
              Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
              Resource: "*"
    tags:
      project: assistant
  register: made

- name: Show the ARN of one
  ansible.builtin.debug:
    var: made.kms_keys['alias/assistant-logs'].arn

- name: Mark both for deletion in a week
  bidops.platform.kms_keys:
    kms_keys:
      - {alias: alias/assistant-storage, pending_window_in_days: 7}
      - {alias: alias/assistant-logs, pending_window_in_days: 7}
    state: absent
"""

RETURN = r"""
kms_keys:
  description: Alias to key as M(bidops.platform.kms_key) returns it, in the order of the list.
  returned: always
  type: dict
results:
  description: What became of each key, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(kms_keys).
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
from ansible_collections.bidops.platform.plugins.module_utils._kms_key import RESOURCE, read_all


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=read_all)


if __name__ == "__main__":
    main()
