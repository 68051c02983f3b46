#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: kms_key
version_added: 0.1.0
short_description: Manage KMS keys
description:
  - Creates, changes and deletes keys of AWS Key Management Service, each known by an alias.
  - A key is only marked for deletion. Until its time is over, O(state=present) brings it back, with what it encrypted.
  - Uses the operations CreateKey, DescribeKey, UpdateKeyDescription, ScheduleKeyDeletion, CancelKeyDeletion,
    CreateAlias, GetKeyPolicy, PutKeyPolicy, GetKeyRotationStatus, EnableKeyRotation, DisableKeyRotation, EnableKey,
    DisableKey, TagResource, UntagResource and ListResourceTags of C(kms).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  alias:
    description:
      - Alias of the key, starting with C(alias/). A key that is not there is created with it.
      - With O(state=absent) the id or ARN of the key will do as well.
    type: str
    required: true
  description:
    description: What it is for.
    type: str
  policy:
    description: Policy of the key; that of the service by default, by which the account decides with IAM.
    type: json
  enable_key_rotation:
    description: Whether its material is replaced from time to time.
    type: bool
  rotation_period_in_days:
    description: How often, 90 to 2560. Rotation is enabled with it.
    type: int
  enabled:
    description: Whether it can be used.
    type: bool
  pending_window_in_days:
    description: With O(state=absent), after how many days the key is gone for ever, 7 to 30; 30 by default.
    type: int
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A key for log groups
  bidops.platform.kms_key:
    alias: alias/assistant-logs
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

- name: Mark it for deletion in a week
  bidops.platform.kms_key:
    alias: alias/assistant-logs
    pending_window_in_days: 7
    state: absent
"""

RETURN = r"""
kms_key:
  description: The key with the members of the API in snake_case.
  returned: when it is there
  type: dict
  sample:
    arn: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab
    description: Log groups of the assistant
    enabled: true
    key_id: 1234abcd-12ab-34cd-56ef-1234567890ab
    key_state: Enabled
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._kms_key import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
