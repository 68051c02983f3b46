#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_target_group
version_added: 0.1.0
short_description: Manage target groups
description:
  - Creates, changes and deletes a target group of Elastic Load Balancing, with its health check and its attributes.
  - Targets are registered by others, such as a service of Amazon ECS.
  - Uses the operations CreateTargetGroup, DescribeTargetGroups, ModifyTargetGroup, DescribeTargetGroupAttributes,
    ModifyTargetGroupAttributes, DeleteTargetGroup, AddTags, RemoveTags and DescribeTags of C(elbv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the target group, 1 to 32 letters, digits and hyphens.
    type: str
    required: true
  target_type:
    description:
      - What the targets are. Only a new target group can have another.
    type: str
    choices: [instance, ip, lambda, alb]
  protocol:
    description:
      - How requests are sent on. Only a new target group can have another.
    type: str
    choices: [HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE, QUIC, TCP_QUIC]
  protocol_version:
    description:
      - Version of HTTP, such as V(HTTP1), V(HTTP2) or V(GRPC). Only a new target group can have another.
    type: str
  port:
    description:
      - Port of targets that are registered without one. Only a new target group can have another.
    type: int
  vpc_id:
    description:
      - Id of the VPC that the targets lie in. Only a new target group can have another.
    type: str
  ip_address_type:
    description:
      - Kind of the targets' addresses. Only a new target group can have another.
    type: str
    choices: [ipv4, ipv6]
  health_check_enabled:
    description:
      - Whether targets are looked after. Always, except for functions of Lambda.
    type: bool
  health_check_protocol:
    description:
      - How targets are asked.
    type: str
    choices: [HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE, QUIC, TCP_QUIC]
  health_check_port:
    description:
      - Port on which targets are asked, or V(traffic-port).
    type: str
  health_check_path:
    description:
      - Path for which targets are asked.
    type: str
  health_check_interval_seconds:
    description:
      - Seconds from one question to the next.
    type: int
  health_check_timeout_seconds:
    description:
      - Seconds within which a target must answer.
    type: int
  healthy_threshold_count:
    description:
      - How many good answers in a row make a target healthy.
    type: int
  unhealthy_threshold_count:
    description:
      - How many bad ones make it unhealthy.
    type: int
  matcher:
    description:
      - Which answers are good, C(http_code) or C(grpc_code), such as V(200-299).
    type: dict
  attributes:
    description:
      - Attributes, key to value, such as C(deregistration_delay.timeout_seconds). Those that are not given stay.
      - Booleans and numbers may be given as such. The diff shows them, the result does not.
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
- name: Containers that listen on port 8080
  bidops.platform.elb_target_group:
    name: shop-dev
    target_type: ip
    protocol: HTTP
    port: 8080
    vpc_id: "{{ vpc.id }}"
    health_check_path: /health
    matcher: {http_code: "200"}
    attributes:
      deregistration_delay.timeout_seconds: 30

- name: Remove the target group
  bidops.platform.elb_target_group:
    name: shop-dev
    state: absent
"""

RETURN = r"""
target_group:
  description: The target group as DescribeTargetGroups describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    target_group_arn:
      description: ARN of the target group.
      type: str
    target_group_name:
      description: Name of the target group.
      type: str
    protocol:
      description: How requests are sent on.
      type: str
    port:
      description: Port of the targets.
      type: int
    vpc_id:
      description: Id of the VPC that the targets lie in.
      type: str
    target_type:
      description: What the targets are.
      type: str
    load_balancer_arns:
      description: ARNs of the load balancers that send requests to it.
      type: list
      elements: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.target_group import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
