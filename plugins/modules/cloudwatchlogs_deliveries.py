#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_deliveries
version_added: 0.1.0
short_description: Manage many deliveries of vended logs at once
description:
  - Creates, changes and deletes a list of deliveries of vended logs in one task, each as
    M(bidops.platform.cloudwatchlogs_delivery) does it. All of them are read with one request, and several are changed
    at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.cloudwatchlogs_delivery) uses, of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  deliveries:
    description:
      - The deliveries, each with the options of M(bidops.platform.cloudwatchlogs_delivery).
    type: list
    elements: dict
    required: true
    suboptions:
      delivery_source_name:
        description: See O(bidops.platform.cloudwatchlogs_delivery#module:delivery_source_name).
        type: str
        required: true
      delivery_destination_arn:
        description: See O(bidops.platform.cloudwatchlogs_delivery#module:delivery_destination_arn).
        type: str
        required: true
      record_fields:
        description: See O(bidops.platform.cloudwatchlogs_delivery#module:record_fields).
        type: list
        elements: str
      field_delimiter:
        description: See O(bidops.platform.cloudwatchlogs_delivery#module:field_delimiter).
        type: str
      s3_delivery_configuration:
        description: See O(bidops.platform.cloudwatchlogs_delivery#module:s3_delivery_configuration).
        type: dict
      tags:
        description: Tags that it has beside O(tags).
        type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Deliver logs and traces of the agent
  bidops.platform.cloudwatchlogs_deliveries:
    deliveries:
      - &logs
        delivery_source_name: assistant-logs
        delivery_destination_arn: arn:aws:logs:us-east-1:123456789012:delivery-destination:logs
      - &traces
        delivery_source_name: assistant-traces
        delivery_destination_arn: arn:aws:logs:us-east-1:123456789012:delivery-destination:traces

- name: Stop both
  bidops.platform.cloudwatchlogs_deliveries:
    deliveries: [*logs, *traces]
    state: absent
"""

RETURN = r"""
deliveries:
  description:
    - Name of the source and ARN of the destination, joined by a colon, to delivery as
      M(bidops.platform.cloudwatchlogs_delivery) returns it, in the order of the list.
  returned: always
  type: dict
results:
  description: What became of each delivery, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(deliveries).
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.together import by_list
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery import RESOURCE

KEY = ("delivery_source_name", "delivery_destination_arn")
READ_ALL = by_list("deliverySourceName", "deliveryDestinationArn")


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, key=KEY, read_all=READ_ALL)


if __name__ == "__main__":
    main()
