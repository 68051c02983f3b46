#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_delivery_source
version_added: 0.1.0
short_description: Manage sources of vended logs
description:
  - Says that what an AWS service logs of one of its resources shall be delivered, such as the application logs and
    traces of an AgentCore runtime. M(bidops.platform.cloudwatchlogs_delivery) says where to.
  - Uses the operations PutDeliverySource, DescribeDeliverySources and DeleteDeliverySource of C(logs), and its tag
    operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the source; 1 to 60 letters, digits, hyphens and underscores.
    type: str
    required: true
  resource_arn:
    description:
      - ARN of the resource that logs. Required to create it. Cannot change on an existing source.
    type: str
  log_type:
    description:
      - What it logs, which depends on the service, such as V(APPLICATION_LOGS), V(USAGE_LOGS) or V(TRACES). Required to
        create it. Cannot change on an existing source.
    type: str
  delivery_source_configuration:
    description:
      - Settings of some types of logs, name to value.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Deliver the traces of the agent
  bidops.platform.cloudwatchlogs_delivery_source:
    name: assistant-traces
    resource_arn: arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/assistant-abcdefghij
    log_type: TRACES

- name: Remove the source
  bidops.platform.cloudwatchlogs_delivery_source:
    name: assistant-traces
    state: absent
"""

RETURN = r"""
delivery_source:
  description: The source as DescribeDeliverySources tells it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery_source import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
