#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_log_groups
version_added: 0.1.0
short_description: Manage many Amazon CloudWatch log groups at once
description:
  - Creates, changes and deletes a list of log groups of Amazon CloudWatch Logs in one task, each as
    M(bidops.platform.cloudwatchlogs_log_group) does it. All of them are read with one request, and several are changed
    at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.cloudwatchlogs_log_group) uses, of C(logs).
  - With the permission C(tag:GetResources) the tags of all of them are looked at with one request; without it, with one
    each.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  log_groups:
    description:
      - The log groups, each with the options of M(bidops.platform.cloudwatchlogs_log_group).
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description: See O(bidops.platform.cloudwatchlogs_log_group#module:name).
        type: str
        required: true
      retention_in_days:
        description: See O(bidops.platform.cloudwatchlogs_log_group#module:retention_in_days).
        type: int
        choices:
          [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]
      kms_key_id:
        description: See O(bidops.platform.cloudwatchlogs_log_group#module:kms_key_id).
        type: str
      log_group_class:
        description: See O(bidops.platform.cloudwatchlogs_log_group#module:log_group_class).
        type: str
        choices: [STANDARD, INFREQUENT_ACCESS, DELIVERY, ESSENTIALS]
      deletion_protection_enabled:
        description: See O(bidops.platform.cloudwatchlogs_log_group#module:deletion_protection_enabled).
        type: bool
      tags:
        description: Tags that it has beside O(tags).
        type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Keep what the API and the agent log for a month
  bidops.platform.cloudwatchlogs_log_groups:
    log_groups:
      - name: /bidops/api
        retention_in_days: 30
        deletion_protection_enabled: true
      - name: /bidops/agent
        retention_in_days: 30
    tags:
      team: platform

- name: Remove them and all that they hold
  bidops.platform.cloudwatchlogs_log_groups:
    log_groups:
      - name: /bidops/api
        deletion_protection_enabled: false
      - name: /bidops/agent
    state: absent
"""

RETURN = r"""
log_groups:
  description: Name to log group as M(bidops.platform.cloudwatchlogs_log_group) returns it, in the order of the list.
  returned: always
  type: dict
results:
  description: What became of each log group, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(log_groups).
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.together import by_names
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_group import RESOURCE

READ_ALL = by_names("DescribeLogGroups", "logGroupIdentifiers", "logGroupName")


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=READ_ALL)


if __name__ == "__main__":
    main()
