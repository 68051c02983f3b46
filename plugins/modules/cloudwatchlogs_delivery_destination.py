#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_delivery_destination
version_added: 0.1.0
short_description: Manage destinations of vended logs
description:
  - Says where vended logs may be delivered, a log group, a bucket, a Firehose stream, or X-Ray for traces.
  - Uses the operations PutDeliveryDestination, GetDeliveryDestination and DeleteDeliveryDestination of C(logs), those
    for its policy, and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the destination; 1 to 60 letters, digits, hyphens and underscores.
    type: str
    required: true
  delivery_destination_type:
    description:
      - What it is. Only V(XRAY), which has no O(delivery_destination_configuration), needs to be said. Cannot change on
        an existing destination.
    type: str
    choices: [S3, CWL, FH, XRAY]
  delivery_destination_configuration:
    description:
      - The place, with C(destination_resource_arn), the ARN of the log group, bucket or stream.
    type: dict
  output_format:
    description:
      - Format of what is delivered, which depends on the source. Cannot change on an existing destination.
    type: str
    choices: [json, plain, w3c, raw, parquet]
  role_arn:
    description:
      - ARN of a role that the service takes on to write there, where the destination needs one.
    type: str
  delivery_destination_policy:
    description:
      - Policy that lets other accounts deliver there, a dictionary or JSON text, compared by what it means. An empty
        dictionary removes it.
    type: json
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Deliver traces to X-Ray
  bidops.platform.cloudwatchlogs_delivery_destination:
    name: traces
    delivery_destination_type: XRAY

- name: Deliver application logs to a log group
  bidops.platform.cloudwatchlogs_delivery_destination:
    name: agent-logs
    delivery_destination_configuration:
      destination_resource_arn: arn:aws:logs:us-east-1:123456789012:log-group:/bidops/agent

- name: Remove a destination
  bidops.platform.cloudwatchlogs_delivery_destination:
    name: traces
    state: absent
"""

RETURN = r"""
delivery_destination:
  description: The destination as GetDeliveryDestination describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery_destination import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
