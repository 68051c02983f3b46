#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: route53_hosted_zone
version_added: 0.1.0
short_description: Manage hosted zones of Route 53
description:
  - Creates, changes and deletes a hosted zone of Amazon Route 53, a public one, or a private one for a VPC.
  - A zone that holds records beside its own is not deleted.
  - Uses the operations CreateHostedZone, GetHostedZone, ListHostedZones, UpdateHostedZoneComment, DeleteHostedZone,
    ListResourceRecordSets, ChangeTagsForResource and ListTagsForResource of C(route53).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the domain.
    type: str
    required: true
  vpc:
    description:
      - The VPC that sees the zone, C(vpc_id) and C(vpc_region). Without it the zone is public.
      - Among private zones of the name it is the one that this VPC sees.
    type: dict
  hosted_zone_config:
    description:
      - The C(comment) of the zone.
    type: dict
  delegation_set_id:
    description:
      - Id of a reusable set of name servers; only a new public zone can have it.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The zone of a domain
  bidops.platform.route53_hosted_zone:
    name: example.org
  register: zone

- name: Say where the registrar must delegate the domain to
  ansible.builtin.debug:
    var: zone.hosted_zone.name_servers

- name: Names that only a VPC sees
  bidops.platform.route53_hosted_zone:
    name: example.org
    vpc: {vpc_id: "{{ vpc.id }}", vpc_region: us-east-1}
"""

RETURN = r"""
hosted_zone:
  description: The zone as GetHostedZone describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    id:
      description: Id of the zone as the API writes it, with C(/hostedzone/) before it.
      type: str
    zone_id:
      description: Id of the zone.
      type: str
    name:
      description: Name of the zone, with a dot at its end.
      type: str
    name_servers:
      description: Name servers to which the domain must be delegated; none for a private zone.
      type: list
      elements: str
    config:
      description: C(comment), and whether it is a C(private_zone).
      type: dict
    resource_record_set_count:
      description: How many records it has.
      type: int
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.hosted_zone import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
