#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: shield_protection
version_added: 0.1.0
short_description: Manage protections by AWS Shield Advanced
description:
  - Puts a resource under the protection of Shield Advanced, and takes it out again.
  - Shield Advanced costs a monthly fee, and is subscribed to for a year. The module never subscribes. It fails, in
    check mode too, where the account has no subscription.
  - Shield is a global service, the protections of an account are the same in every region.
  - Uses the operations GetSubscriptionState, CreateProtection, DescribeProtection, DeleteProtection,
    AssociateHealthCheck, DisassociateHealthCheck, EnableApplicationLayerAutomaticResponse,
    UpdateApplicationLayerAutomaticResponse, DisableApplicationLayerAutomaticResponse, TagResource, UntagResource and
    ListTagsForResource of C(shield).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_arn:
    description:
      - ARN of what is protected. An elastic IP address (C(eip-allocation/) and its allocation id), an application or
        classic load balancer, a CloudFront distribution, an accelerator, or a hosted zone.
    type: str
    required: true
  name:
    description:
      - Name of the protection, 1 to 128 letters, digits, blanks and C(_.-). Needed to create it; cannot change.
    type: str
  health_check_ids:
    description:
      - Ids of health checks of Route 53 that say how the resource is, in any order. They make the detection quicker.
        Those that are not listed are taken off; left out, they stay as they are.
    type: list
    elements: str
  application_layer_automatic_response:
    description:
      - What rules that Shield adds to the web ACL of the resource do with requests of an attack. Only for application
        load balancers and distributions that have a web ACL, which needs room for a rule group of Shield's.
      - Left out, it stays as it is; a new protection has V(DISABLED).
    type: str
    choices: [BLOCK, COUNT, DISABLED]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Protect the load balancer that the internet reaches
  bidops.platform.shield_protection:
    resource_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/front/0123456789abcdef
    name: front
    application_layer_automatic_response: COUNT
    tags:
      project: assistant

- name: Protect it no more
  bidops.platform.shield_protection:
    resource_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/front/0123456789abcdef
    state: absent
"""

RETURN = r"""
protection:
  description: The protection as DescribeProtection describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    id:
      description: Id of the protection.
      type: str
    name:
      description: Name of the protection.
      type: str
    resource_arn:
      description: ARN of what is protected.
      type: str
    protection_arn:
      description: ARN of the protection.
      type: str
    health_check_ids:
      description: Ids of its health checks.
      type: list
      elements: str
    application_layer_automatic_response:
      description: What is done with requests of an attack, when the option was given.
      type: str
    application_layer_automatic_response_configuration:
      description: The same as the service says it, once it was enabled.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.shield_protection import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
