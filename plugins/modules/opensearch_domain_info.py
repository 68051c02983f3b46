#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearch_domain_info
version_added: 0.1.0
short_description: List Amazon OpenSearch Service domains
description:
  - Lists domains of Amazon OpenSearch Service in the form in which M(bidops.platform.opensearch_domain) returns them.
  - Uses the operations ListDomainNames and DescribeDomain of C(opensearch), and ListTags where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Only the domain with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Where does the domain answer
  bidops.platform.opensearch_domain_info:
    name: handbook
  register: found

- name: Show it
  ansible.builtin.debug:
    msg: "{{ found.domains | map(attribute='endpoint') }}"
"""

RETURN = r"""
domains:
  description: What was found, each as DescribeDomain describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    arn:
      description: ARN of the domain.
      type: str
    domain_name:
      description: Name of the domain.
      type: str
    endpoint:
      description: Host name of a public domain, without a scheme; C(endpoints) has that of one inside a VPC.
      type: str
    domain_processing_status:
      description: What the service is doing with the domain, such as V(Active).
      type: str
    tags:
      description: Tags of the domain, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._opensearch.domain import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
