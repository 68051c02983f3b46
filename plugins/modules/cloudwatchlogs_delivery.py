#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_delivery
version_added: 0.1.0
short_description: Manage deliveries of vended logs
description:
  - Ties a source of vended logs to a destination. A source has one delivery for each type of destination.
  - A delivery is known by the two; another source or destination is another delivery.
  - Uses the operations CreateDelivery, UpdateDeliveryConfiguration, DescribeDeliveries and DeleteDelivery of
    C(logs), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  delivery_source_name:
    description:
      - Name of the source, see M(bidops.platform.cloudwatchlogs_delivery_source).
    type: str
    required: true
  delivery_destination_arn:
    description:
      - ARN of the destination, see M(bidops.platform.cloudwatchlogs_delivery_destination).
    type: str
    required: true
  record_fields:
    description:
      - Which fields are delivered, in this order. Left out, those that the service delivers by itself.
    type: list
    elements: str
  field_delimiter:
    description:
      - What stands between the fields in the formats C(plain), C(w3c) and C(raw).
    type: str
  s3_delivery_configuration:
    description:
      - For a bucket, how objects are called, with C(suffix_path) and C(enable_hive_compatible_path).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Deliver the traces of the agent to X-Ray
  bidops.platform.cloudwatchlogs_delivery:
    delivery_source_name: assistant-traces
    delivery_destination_arn: arn:aws:logs:us-east-1:123456789012:delivery-destination:traces

- name: Stop that
  bidops.platform.cloudwatchlogs_delivery:
    delivery_source_name: assistant-traces
    delivery_destination_arn: arn:aws:logs:us-east-1:123456789012:delivery-destination:traces
    state: absent
"""

RETURN = r"""
delivery:
  description: The delivery as DescribeDeliveries tells it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
