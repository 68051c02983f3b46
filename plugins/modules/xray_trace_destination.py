#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: xray_trace_destination
version_added: 0.1.0
short_description: Set where AWS X-Ray keeps traces
description:
  - Sets what AWS X-Ray has once in a region of an account, namely where spans go, what share of them is indexed, and
    the key that encrypts traces. Sent to CloudWatch Logs, all spans can be searched, which Transaction Search and the
    observability of AgentCore need.
  - Nothing is created or deleted. With O(record) what was there before is kept, to be put back by O(state=restored).
  - Uses the operations GetTraceSegmentDestination, UpdateTraceSegmentDestination, GetIndexingRules, UpdateIndexingRule,
    GetEncryptionConfig and PutEncryptionConfig of C(xray), and for the record GetParameter, PutParameter and
    DeleteParameter of C(ssm).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  destination:
    description:
      - Where spans go. V(CloudWatchLogs) needs a resource policy that lets C(xray.amazonaws.com) write to the log
        groups C(aws/spans) and C(/aws/application-signals/data), see M(bidops.platform.cloudwatchlogs_resource_policy).
    type: str
    choices: [XRay, CloudWatchLogs]
  cloud_watch_logs_configuration:
    description:
      - The key of the log group of spans, with C(spans_log_group_kms_key_id). No answer shows it, so it is only sent
        along with a change of O(destination).
    type: dict
  desired_sampling_percentage:
    description:
      - What percentage of the spans in CloudWatch Logs is indexed as traces, 0 to 100. X-Ray starts with 1, which costs
        nothing.
    type: float
  encryption_config:
    description:
      - The key of traces in X-Ray, with C(type), V(NONE) for AWS's own key or V(KMS), and for the latter C(key_id), the
        id, ARN or alias of a key.
    type: dict
extends_documentation_fragment:
  - bidops.platform.record
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let X-Ray write spans
  bidops.platform.cloudwatchlogs_resource_policy:
    name: xray-spans
    policy_document:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal: {Service: xray.amazonaws.com}
          Action: logs:PutLogEvents
          Resource:
            - arn:aws:logs:us-east-1:123456789012:log-group:aws/spans:*
            - arn:aws:logs:us-east-1:123456789012:log-group:/aws/application-signals/data:*

- name: Make all spans searchable
  bidops.platform.xray_trace_destination:
    destination: CloudWatchLogs
    desired_sampling_percentage: 5
    record: /shop/dev/settings/traces

- name: Put back what was there
  bidops.platform.xray_trace_destination:
    state: restored
    record: /shop/dev/settings/traces
"""

RETURN = r"""
trace_destination:
  description: What is set, as GetTraceSegmentDestination describes it, in snake_case, with the other options given.
  returned: always
  type: dict
  contains:
    destination:
      description: Where spans go.
      type: str
    status:
      description: V(PENDING) while that changes, else V(ACTIVE).
      type: str
    desired_sampling_percentage:
      description: What percentage is indexed, when it was given.
      type: float
    encryption_config:
      description: The key of traces, when it was given.
      type: dict
previous:
  description: What was set before, in the same form, as far as the options speak of it.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._monitoring.xray_trace_destination import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._recorded import run_recorded_setting


def main() -> None:
    run_recorded_setting(
        RESOURCE,
        DOCUMENTATION,
        required=("destination", "desired_sampling_percentage", "encryption_config"),
        one_of=True,
    )


if __name__ == "__main__":
    main()
