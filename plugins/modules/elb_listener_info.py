#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_listener_info
version_added: 0.1.0
short_description: List listeners of a load balancer
description:
  - Lists listeners of a load balancer in the form in which M(bidops.platform.elb_listener) returns them.
  - Uses the operation DescribeListeners of C(elbv2), and DescribeTags where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  load_balancer_arn:
    description:
      - ARN of the load balancer.
    type: str
    required: true
  port:
    description:
      - Only the listener on this port.
    type: int
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which listeners there are
  bidops.platform.elb_listener_info:
    load_balancer_arn: "{{ load_balancer.load_balancer_arn }}"
  register: found
"""

RETURN = r"""
listeners:
  description: What was found, each as DescribeListeners describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    listener_arn:
      description: ARN of the listener.
      type: str
    load_balancer_arn:
      description: ARN of its load balancer.
      type: str
    port:
      description: Port on which it listens.
      type: int
    protocol:
      description: Protocol of the clients.
      type: str
    ssl_policy:
      description: TLS policy.
      type: str
    certificates:
      description: Its default certificate.
      type: list
      elements: dict
    default_actions:
      description: What is done where no rule applies.
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.listener import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
