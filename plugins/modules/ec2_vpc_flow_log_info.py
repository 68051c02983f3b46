#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_vpc_flow_log_info
version_added: 0.1.0
short_description: List VPC flow logs
description:
  - Lists flow logs in the form in which M(bidops.platform.ec2_vpc_flow_log) returns them.
  - Uses the operation DescribeFlowLogs of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_id:
    description: Only those of the VPC, subnet or network interface with this id.
    type: str
  log_destination_type:
    description: Only those with this kind of destination.
    type: str
    choices: [cloud-watch-logs, s3, kinesis-data-firehose]
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Do the records of all flow logs arrive
  bidops.platform.ec2_vpc_flow_log_info:
  register: found
  failed_when: "'FAILED' in found.flow_logs | map(attribute='deliver_logs_status', default='')"
"""

RETURN = r"""
flow_logs:
  description: What was found, each as DescribeFlowLogs describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    flow_log_id:
      description: Id of the flow log.
      type: str
    resource_id:
      description: What it is about.
      type: str
    flow_log_status:
      description: State of the flow log, V(ACTIVE).
      type: str
    deliver_logs_status:
      description: Whether records arrive, V(SUCCESS) or V(FAILED).
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._vpc_flow_log import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
