#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_subscription_filter
version_added: 0.1.0
short_description: Manage subscription filters of Amazon CloudWatch log groups
description:
  - Creates, changes and deletes a subscription filter, which hands over what is logged to a function, a stream or a
    destination of another account. A log group has two at most.
  - Uses the operations PutSubscriptionFilter, DescribeSubscriptionFilters and DeleteSubscriptionFilter of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the filter, unique within the log group.
    type: str
    required: true
  log_group_name:
    description:
      - The log group, which has to be there.
    type: str
    required: true
  filter_pattern:
    description:
      - Which events count, in the language of CloudWatch Logs; empty text is all. Required to create it.
    type: str
  apply_on_transformed_logs:
    description:
      - Whether it looks at events as a transformer of the log group made them, rather than as they came.
    type: bool
  field_selection_criteria:
    description:
      - For a centralized log group, which accounts and regions count, such as V(@aws.region = "us-east-1").
    type: str

  destination_arn:
    description:
      - ARN of the Lambda function, the Kinesis or Firehose stream, or the destination. Required to create the filter.
    type: str
  role_arn:
    description:
      - ARN of the role that the service takes on to write into a stream. A function has a permission of its own
        instead.
    type: str
  distribution:
    description:
      - How events are spread over a Kinesis stream.
    type: str
    choices: [Random, ByLogStream]
  emit_system_fields:
    description:
      - For a centralized log group, what is added to an event, of V(@aws.account) and V(@aws.region).
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Hand errors over to a stream
  bidops.platform.cloudwatchlogs_subscription_filter:
    name: errors
    log_group_name: /bidops/api
    filter_pattern: '{ $.level = "error" }'
    destination_arn: arn:aws:kinesis:us-east-1:123456789012:stream/errors
    role_arn: arn:aws:iam::123456789012:role/logs-to-kinesis

- name: Stop that
  bidops.platform.cloudwatchlogs_subscription_filter:
    name: errors
    log_group_name: /bidops/api
    state: absent
"""

RETURN = r"""
subscription_filter:
  description: The filter as DescribeSubscriptionFilters describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_subscription_filter import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
