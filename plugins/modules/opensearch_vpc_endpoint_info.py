#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearch_vpc_endpoint_info
version_added: 0.1.0
short_description: List VPC endpoints of Amazon OpenSearch Service domains
description:
  - Lists the endpoints of the account that Amazon OpenSearch Service manages.
  - Uses the operations ListVpcEndpoints and DescribeVpcEndpoints of C(opensearch).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  domain_arn:
    description: Only those of the domain with this ARN.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Where else can the domain be reached
  bidops.platform.opensearch_vpc_endpoint_info:
    domain_arn: arn:aws:es:us-east-1:123456789012:domain/handbook
  register: found

- name: Show it
  ansible.builtin.debug:
    msg: "{{ found.vpc_endpoints | map(attribute='vpc_endpoint_id') }}"
"""

RETURN = r"""
vpc_endpoints:
  description: What was found, each as DescribeVpcEndpoints describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._opensearch.vpc_endpoint import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
