#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearch_vpc_endpoint
version_added: 0.1.0
short_description: Manage VPC endpoints of Amazon OpenSearch Service domains
description:
  - Creates, changes and deletes an endpoint that Amazon OpenSearch Service manages, by which a VPC reaches a domain in
    another VPC or account.
  - It is found by the domain, so there should be one in the account. With several the module stops.
  - For a domain of another account, that account must allow it first, see
    O(bidops.platform.opensearch_domain#module:vpc_endpoint_accounts).
  - Uses the operations CreateVpcEndpoint, DescribeVpcEndpoints, ListVpcEndpoints, UpdateVpcEndpoint and
    DeleteVpcEndpoint of C(opensearch).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  domain_arn:
    description: ARN of the domain.
    type: str
    required: true
  vpc_options:
    description: Where the endpoint is, C(subnet_ids) and C(security_group_ids). Required to create it.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Reach the domain from the VPC of the tools
  bidops.platform.opensearch_vpc_endpoint:
    domain_arn: arn:aws:es:us-east-1:123456789012:domain/handbook
    vpc_options:
      subnet_ids: [subnet-0123456789abcdef0]
      security_group_ids: [sg-0123456789abcdef0]
    wait_timeout: 1800
"""

RETURN = r"""
vpc_endpoint:
  description: The endpoint as DescribeVpcEndpoints describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    vpc_endpoint_id:
      description: Id of the endpoint.
      type: str
    domain_arn:
      description: ARN of the domain.
      type: str
    vpc_options:
      description: Where it is, with C(vpc_id), C(subnet_ids), C(availability_zones) and C(security_group_ids).
      type: dict
    endpoint:
      description: Host name of the endpoint, without a scheme.
      type: str
    status:
      description: State of the endpoint, such as V(ACTIVE).
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._opensearch.vpc_endpoint import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
