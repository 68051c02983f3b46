#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_log_group
version_added: 0.1.0
short_description: Manage Amazon CloudWatch log groups
description:
  - Creates, changes and deletes a log group of Amazon CloudWatch Logs.
  - What is not given stays as it is.
  - Uses the operations CreateLogGroup, DescribeLogGroups, PutRetentionPolicy, DeleteRetentionPolicy, AssociateKmsKey,
    DisassociateKmsKey, PutLogGroupDeletionProtection and DeleteLogGroup of C(logs), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the log group; 1 to 512 letters, digits and C(._-/#).
    type: str
    required: true
  retention_in_days:
    description:
      - After how many days events are deleted; V(0) keeps them for ever, which a new log group does.
    type: int
    choices:
      [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]
  kms_key_id:
    description:
      - ARN of the KMS key that encrypts what is logged from now on; its policy has to let the service use it. Empty
        text goes back to AWS's own key.
    type: str
  log_group_class:
    description:
      - What can be done with the log group, and what it costs. Cannot change on an existing log group.
    type: str
    choices: [STANDARD, INFREQUENT_ACCESS, DELIVERY, ESSENTIALS]
  deletion_protection_enabled:
    description:
      - Whether the log group cannot be deleted. With O(state=absent), V(false) lifts the protection first; without
        that, a protected log group stays, and the module fails.
    type: bool
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Keep what the API logs for a month
  bidops.platform.cloudwatchlogs_log_group:
    name: /bidops/api
    retention_in_days: 30
    kms_key_id: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555
    deletion_protection_enabled: true
    tags:
      team: platform

- name: Remove the log group and all that it holds
  bidops.platform.cloudwatchlogs_log_group:
    name: /bidops/api
    deletion_protection_enabled: false
    state: absent
"""

RETURN = r"""
log_group:
  description: The log group as DescribeLogGroups describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    log_group_name:
      description: Name of the log group.
      type: str
    arn:
      description: ARN of the log group with C(:*), as policies want it.
      type: str
    log_group_arn:
      description: ARN of the log group without that, as other services want it.
      type: str
    retention_in_days:
      description: After how many days events are deleted; missing, or V(0), when they are kept.
      type: int
    kms_key_id:
      description: ARN of the key, if there is one.
      type: str
    log_group_class:
      description: Its class.
      type: str
    deletion_protection_enabled:
      description: Whether it cannot be deleted.
      type: bool
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_group import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
