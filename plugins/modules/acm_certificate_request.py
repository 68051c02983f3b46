#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: acm_certificate_request
version_added: 0.1.0
short_description: Request certificates of AWS Certificate Manager
description:
  - Requests a certificate that AWS issues and renews, waits until it is issued, and deletes it. To import a certificate
    that somebody else issued, use M(community.aws.acm_certificate).
  - A certificate is found by its names, all of them. Other names are another certificate. Expired and revoked ones are
    passed over.
  - The result has the DNS records by which AWS sees that the names are yours. Request with O(wait=false), add the
    records, then run the same task with O(wait=true). The records stay the same for a name in an account, so they can
    stay for renewals and successors.
  - A wait that is over tells which records are missing in which zone of Route 53, that there is no zone, or that the
    records are there and the domain is not delegated to the zone.
  - Uses the operations RequestCertificate, DescribeCertificate, ListCertificates, UpdateCertificateOptions,
    DeleteCertificate, AddTagsToCertificate, RemoveTagsFromCertificate and ListTagsForCertificate of C(acm), and for
    what a message tells ListHostedZones, ListResourceRecordSets and GetHostedZone of C(route53).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  domain_name:
    description:
      - First name of the certificate, such as V(example.com) or V(*.example.com).
    type: str
    required: true
  subject_alternative_names:
    description:
      - Further names, in any order.
    type: list
    elements: str
  validation_method:
    description:
      - How AWS sees that the names are yours. Only asked for at the request, and never compared.
    type: str
    default: DNS
    choices: [DNS, EMAIL, HTTP]
  domain_validation_options:
    description:
      - Where mail of the validation method V(EMAIL) goes, each with C(domain_name) and C(validation_domain). Only asked
        for at the request, and never compared.
    type: list
    elements: dict
  key_algorithm:
    description:
      - Algorithm of the key; the service takes V(RSA_2048).
    type: str
    choices: [RSA_1024, RSA_2048, RSA_3072, RSA_4096, EC_prime256v1, EC_secp384r1, EC_secp521r1]
  options:
    description:
      - C(certificate_transparency_logging_preference), V(ENABLED) or V(DISABLED), and C(export), which cannot
        be changed later.
    type: dict
  certificate_authority_arn:
    description:
      - ARN of a private certificate authority, for a private certificate.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - Not verified against AWS - how long the records of a new certificate take to appear. The module waits a minute.
"""

EXAMPLES = r"""
- name: Request a certificate
  bidops.platform.acm_certificate_request:
    domain_name: example.com
    subject_alternative_names: ["*.example.com"]
    tags:
      team: platform
    wait: false
  register: requested

- name: Show that the domain is ours
  amazon.aws.route53:
    zone: example.com
    record: "{{ item.name }}"
    type: "{{ item.type }}"
    value: "{{ item.value }}"
    ttl: 300
    overwrite: true
    state: present
  loop: "{{ requested.certificate.validation_records }}"

- name: Wait until it is issued
  bidops.platform.acm_certificate_request:
    domain_name: example.com
    subject_alternative_names: ["*.example.com"]
    wait_timeout: 1800
"""

RETURN = r"""
certificate:
  description: The certificate as DescribeCertificate describes it, in snake_case.
  returned: when it exists, and in check mode when it would be requested
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
