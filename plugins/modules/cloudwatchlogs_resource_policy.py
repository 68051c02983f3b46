#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_resource_policy
version_added: 0.1.0
short_description: Manage resource policies of Amazon CloudWatch Logs
description:
  - Creates, changes and deletes a resource policy of Amazon CloudWatch Logs, which lets services such as WAF,
    OpenSearch or X-Ray write into log groups. A region has ten at most.
  - Uses the operations PutResourcePolicy, DescribeResourcePolicies and DeleteResourcePolicy of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the policy.
    type: str
    required: true
  policy_document:
    description:
      - The policy, a dictionary or JSON text, compared by what it means. Required to create it.
    type: json
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let OpenSearch write its logs
  bidops.platform.cloudwatchlogs_resource_policy:
    name: opensearch
    policy_document:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal: {Service: es.amazonaws.com}
          Action: [logs:PutLogEvents, logs:CreateLogStream]
          Resource: arn:aws:logs:us-east-1:123456789012:log-group:/bidops/search/*

- name: Remove the policy
  bidops.platform.cloudwatchlogs_resource_policy:
    name: opensearch
    state: absent
"""

RETURN = r"""
resource_policy:
  description: The policy as DescribeResourcePolicies describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    policy_name:
      description: Name of the policy.
      type: str
    policy_document:
      description: The policy as JSON text.
      type: str
    last_updated_time:
      description: When it was last changed, in milliseconds since 1970.
      type: int
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_resource_policy import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
