#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: route53_records
version_added: 0.1.0
short_description: Manage records of a hosted zone
description:
  - Creates, changes and removes records of a hosted zone of Amazon Route 53, several at once, all of them or none.
    Records that are not named stay as they are.
  - A record carries no tags. One that says something else is only changed with O(overwrite=true), and never removed.
  - Uses the operations ListResourceRecordSets, ChangeResourceRecordSets and GetChange of C(route53).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  hosted_zone_id:
    description: Id of the hosted zone.
    type: str
    required: true
  records:
    description: The records. One that is named twice is taken once, the last time.
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description: Full name of the record.
        type: str
        required: true
      type:
        description: Type of the record.
        type: str
        required: true
        choices: [A, AAAA, CAA, CNAME, DS, HTTPS, MX, NAPTR, NS, PTR, SOA, SPF, SRV, SSHFP, SVCB, TLSA, TXT]
      ttl:
        description: Seconds for which others may remember it; not for an alias.
        type: int
        default: 300
      values:
        description: Values of the record. The list is the whole wish.
        type: list
        elements: str
      alias:
        description: What of AWS the name leads to, in place of values.
        type: dict
        suboptions:
          hosted_zone_id:
            description: Id of the hosted zone of the name it leads to, such as that of a load balancer.
            type: str
            required: true
          dns_name:
            description: Name it leads to.
            type: str
            required: true
          evaluate_target_health:
            description: Whether it is answered only while what it leads to is well.
            type: bool
            default: false
  overwrite:
    description: Whether a record that is there and says something else is changed.
    type: bool
    default: false
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The domain leads to the load balancer
  bidops.platform.route53_records:
    hosted_zone_id: "{{ zone.hosted_zone.zone_id }}"
    records:
      - name: example.org
        type: A
        alias:
          hosted_zone_id: "{{ load_balancer.canonical_hosted_zone_id }}"
          dns_name: "{{ load_balancer.dns_name }}"
      - name: example.org
        type: CAA
        values: ['0 issue "amazon.com"']

- name: Remove a record, whatever it says
  bidops.platform.route53_records:
    hosted_zone_id: "{{ zone.hosted_zone.zone_id }}"
    records: [{name: example.org, type: CAA}]
    state: absent
"""

RETURN = r"""
records:
  description: The records that were asked for.
  returned: always
  type: list
  elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.records import keep
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource

RESOURCE = Resource(
    service="route53",
    noun="ResourceRecordSet",
    returns="records",
    create="ChangeResourceRecordSets",
    listing="ListResourceRecordSets",
)


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
