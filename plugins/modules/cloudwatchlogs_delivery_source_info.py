#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_delivery_source_info
version_added: 0.1.0
short_description: List sources of vended logs
description:
  - Lists sources of vended logs in the form in which M(bidops.platform.cloudwatchlogs_delivery_source) returns them.
  - Uses the operation DescribeDeliverySources of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the source with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which sources there are
  bidops.platform.cloudwatchlogs_delivery_source_info:
  register: found
"""

RETURN = r"""
delivery_sources:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: Name of the source.
      type: str
    arn:
      description: ARN of the source.
      type: str
    resource_arns:
      description: The resource, in a list.
      type: list
      elements: str
    service:
      description: Service that logs.
      type: str
    log_type:
      description: What it logs.
      type: str
    status:
      description: V(ACTIVE), or V(INACTIVE) when the resource is gone.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery_source import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
