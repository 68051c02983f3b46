#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_subscription_filter_info
version_added: 0.1.0
short_description: List subscription filters of an Amazon CloudWatch log group
description:
  - Lists the subscription filters of a log group of Amazon CloudWatch Logs in the form in which
    M(bidops.platform.cloudwatchlogs_subscription_filter) returns them.
  - Uses the operation DescribeSubscriptionFilters of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  log_group_name:
    description:
      - The log group.
    type: str
    required: true
  name:
    description:
      - Only the filter with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Who else gets it
  bidops.platform.cloudwatchlogs_subscription_filter_info:
    log_group_name: /bidops/api
  register: found
"""

RETURN = r"""
subscription_filters:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    filter_name:
      description: Name of the filter.
      type: str
    log_group_name:
      description: Its log group.
      type: str
    filter_pattern:
      description: Which events count.
      type: str
    destination_arn:
      description: Where they go.
      type: str
    role_arn:
      description: Role that the service takes on.
      type: str
    distribution:
      description: How they are spread.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_subscription_filter import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
