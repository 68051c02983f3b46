#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_vpc_flow_log
version_added: 0.1.0
short_description: Manage VPC flow logs
description:
  - Creates and deletes a flow log, which records what goes in and out of a VPC, subnet or network interface. It is
    found by the resource and the kind of its destination; there should be one of each.
  - Only its tags can change; any other change needs O(force_replace=true). What was recorded stays where it is.
  - Uses the operations CreateFlowLogs, DescribeFlowLogs, DeleteFlowLogs, CreateTags and DeleteTags of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_id:
    description: Id of the VPC, subnet or network interface.
    type: str
    required: true
  resource_type:
    description: What the id is of.
    type: str
    default: VPC
    choices: [VPC, Subnet, NetworkInterface]
  traffic_type:
    description: Which traffic to record.
    type: str
    default: ALL
    choices: [ACCEPT, REJECT, ALL]
  log_destination_type:
    description: Kind of the destination.
    type: str
    default: cloud-watch-logs
    choices: [cloud-watch-logs, s3]
  log_group_name:
    description: Name of the log group, for O(log_destination_type=cloud-watch-logs).
    type: str
  log_destination:
    description:
      - ARN of the bucket, with or without a folder, for O(log_destination_type=s3).
      - For O(log_destination_type=cloud-watch-logs), the ARN of the log group in the place of O(log_group_name).
    type: str
  deliver_logs_permission_arn:
    description: ARN of the role that writes to the log group, for O(log_destination_type=cloud-watch-logs).
    type: str
  max_aggregation_interval:
    description: How long a record may take together, in seconds.
    type: int
    default: 600
    choices: [60, 600]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Record what was refused
  bidops.platform.ec2_vpc_flow_log:
    resource_id: "{{ vpc.id }}"
    traffic_type: REJECT
    log_group_name: /shop/dev/flow-logs
    deliver_logs_permission_arn: "{{ flow_logs_role.arn }}"
"""

RETURN = r"""
flow_log:
  description: The flow log as DescribeFlowLogs describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    flow_log_id:
      description: Id of the flow log.
      type: str
      sample: fl-0123456789abcdef0
    flow_log_status:
      description: State of the flow log, V(ACTIVE).
      type: str
    deliver_logs_status:
      description: Whether records arrive, V(SUCCESS) or V(FAILED).
      type: str
    tags:
      description: Tags of the flow log.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._vpc_flow_log import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
