#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_delivery_destination_info
version_added: 0.1.0
short_description: List destinations of vended logs
description:
  - Lists destinations of vended logs in the form in which M(bidops.platform.cloudwatchlogs_delivery_destination)
    returns them.
  - Uses the operations DescribeDeliveryDestinations and GetDeliveryDestination of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the destination with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which destinations there are
  bidops.platform.cloudwatchlogs_delivery_destination_info:
  register: found
"""

RETURN = r"""
delivery_destinations:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: Name of the destination.
      type: str
    arn:
      description: ARN of the destination.
      type: str
    delivery_destination_type:
      description: What it is.
      type: str
    delivery_destination_configuration:
      description: The place.
      type: dict
    output_format:
      description: Format of what is delivered.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery_destination import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
