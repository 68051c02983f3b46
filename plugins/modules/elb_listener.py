#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_listener
version_added: 0.1.0
short_description: Manage listeners of load balancers
description:
  - Creates, changes and deletes a listener of a load balancer. A load balancer has one listener a port, which finds it.
  - Rules are in M(bidops.platform.elb_listener_rule), attributes in M(bidops.platform.elb_listener_attributes).
  - Uses the operations CreateListener, DescribeListeners, ModifyListener, DeleteListener, AddTags, RemoveTags and
    DescribeTags of C(elbv2).
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
      - Port on which it listens.
    type: int
    required: true
  protocol:
    description:
      - Protocol of the clients.
    type: str
    choices: [HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE, QUIC, TCP_QUIC]
  ssl_policy:
    description:
      - TLS policy of a listener for HTTPS or TLS. Without one AWS takes one that allows old versions of TLS.
    type: str
  certificates:
    description:
      - The default certificate, a list of one with C(certificate_arn).
    type: list
    elements: dict
  default_actions:
    description:
      - What is done where no rule applies, in this order, each with C(type) and what that type needs.
      - The list is the whole wish.
      - Secrets of a client are sent along with another change only, because no answer shows them.
    type: list
    elements: dict
  mutual_authentication:
    description:
      - Whether clients show a certificate, C(mode) and C(trust_store_arn).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Requests to the containers, by HTTPS
  bidops.platform.elb_listener:
    load_balancer_arn: "{{ load_balancer.load_balancer_arn }}"
    port: 443
    protocol: HTTPS
    ssl_policy: ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09
    certificates: [{certificate_arn: "{{ certificate_arn }}"}]
    default_actions:
      - type: forward
        target_group_arn: "{{ target_group.target_group_arn }}"

- name: Everybody else to HTTPS
  bidops.platform.elb_listener:
    load_balancer_arn: "{{ load_balancer.load_balancer_arn }}"
    port: 80
    protocol: HTTP
    default_actions:
      - type: redirect
        redirect_config: {protocol: HTTPS, port: "443", status_code: HTTP_301}
"""

RETURN = r"""
listener:
  description: The listener as DescribeListeners describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
