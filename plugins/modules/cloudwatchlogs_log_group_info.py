#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_log_group_info
version_added: 0.1.0
short_description: List Amazon CloudWatch log groups
description:
  - Lists log groups of Amazon CloudWatch Logs in the form in which M(bidops.platform.cloudwatchlogs_log_group) returns
    them.
  - Uses the operation DescribeLogGroups of C(logs), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the log group with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which log groups there are
  bidops.platform.cloudwatchlogs_log_group_info:
  register: found
"""

RETURN = r"""
log_groups:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_group import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
