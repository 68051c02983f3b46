#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_load_balancer_attributes
version_added: 0.1.0
short_description: Set attributes of a load balancer
description:
  - Sets attributes of a load balancer, by their names in the API. Those that are not given stay as they are.
  - The result has all attributes, and in RV(previous) what they were before, to put them back.
  - Uses the operations DescribeLoadBalancerAttributes and ModifyLoadBalancerAttributes of C(elbv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  load_balancer_arn:
    description:
      - ARN of the load balancer.
    type: str
    required: true
  attributes:
    description:
      - Attributes, key to value, such as
        C(idle_timeout.timeout_seconds).
      - Booleans and numbers may be given as such. An empty text resets an attribute that is a text.
    type: dict
    required: true
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - Which attributes there are depends on the type of the load balancer. Only the service knows them all, so an unknown
    one is refused by the real run, and not by check mode.
"""

EXAMPLES = r"""
- name: Wait longer for answers, and drop what is no proper header
  bidops.platform.elb_load_balancer_attributes:
    load_balancer_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/0123456789abcdef
    attributes:
      idle_timeout.timeout_seconds: 120
      routing.http.drop_invalid_header_fields.enabled: true
  register: before

- name: Put back what was there
  bidops.platform.elb_load_balancer_attributes:
    load_balancer_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/0123456789abcdef
    attributes: "{{ before.previous.attributes }}"
"""

RETURN = r"""
load_balancer_attributes:
  description: The load balancer with its attributes.
  returned: always
  type: dict
  contains:
    load_balancer_arn:
      description: ARN of the load balancer.
      type: str
    attributes:
      description: All its attributes, key to value.
      type: dict
previous:
  description: The same as it was before.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.attributes import LOAD_BALANCER as RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._edge.attributes import keep
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
