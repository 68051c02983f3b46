#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_delivery_info
version_added: 0.1.0
short_description: List deliveries of vended logs
description:
  - Lists deliveries of vended logs in the form in which M(bidops.platform.cloudwatchlogs_delivery) returns them.
  - Uses the operation DescribeDeliveries of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  delivery_source_name:
    description:
      - Only deliveries of this source.
    type: str
  delivery_destination_arn:
    description:
      - Only deliveries to this destination.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Where the traces of the agent go
  bidops.platform.cloudwatchlogs_delivery_info:
    delivery_source_name: assistant-traces
  register: found
"""

RETURN = r"""
deliveries:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the delivery.
      type: str
    arn:
      description: ARN of the delivery.
      type: str
    delivery_source_name:
      description: Its source.
      type: str
    delivery_destination_arn:
      description: Its destination.
      type: str
    delivery_destination_type:
      description: What the destination is.
      type: str
    record_fields:
      description: Which fields are delivered.
      type: list
      elements: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
