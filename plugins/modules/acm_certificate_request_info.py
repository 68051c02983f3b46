#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: acm_certificate_request_info
version_added: 0.1.0
short_description: List certificates of AWS Certificate Manager
description:
  - Lists certificates in the form in which M(bidops.platform.acm_certificate_request) returns them.
  - Uses the operations ListCertificates and DescribeCertificate of C(acm), and ListTagsForCertificate where tags are
    asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  domain_name:
    description:
      - Only certificates whose first name is this.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which records show that the domain is ours
  bidops.platform.acm_certificate_request_info:
    domain_name: example.com
"""

RETURN = r"""
certificates:
  description: What was found, each as DescribeCertificate describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    certificate_arn:
      description: ARN of the certificate, which listeners and distributions refer to.
      type: str
    domain_name:
      description: First name of the certificate.
      type: str
    subject_alternative_names:
      description: All its names.
      type: list
      elements: str
    status:
      description: State of the certificate, such as V(PENDING_VALIDATION) and V(ISSUED).
      type: str
    not_after:
      description: Until when it is valid, once it is issued, ISO 8601.
      type: str
    validation_records:
      description: The DNS records by which AWS sees that the names are yours; a name and its wildcard share one.
      type: list
      elements: dict
      contains:
        domain_name:
          description: Name that the record is for.
          type: str
        name:
          description: Name of the record.
          type: str
        type:
          description: Type of the record.
          type: str
        value:
          description: Value of the record.
          type: str
        status:
          description: What AWS found, such as V(PENDING_VALIDATION) and V(SUCCESS).
          type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.certificate import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
