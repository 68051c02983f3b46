#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ec2_elastic_ip
version_added: 0.1.0
short_description: Manage Elastic IP addresses by name
description:
  - Allocates and releases an Elastic IP address of Amazon EC2. The address is found by its tag C(Name).
  - An address that is in use cannot be released; remove what uses it first.
  - Uses the operations AllocateAddress, DescribeAddresses, ReleaseAddress, CreateTags and DeleteTags of C(ec2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Value of the tag C(Name), by which the address is found in the region; 255 characters at most.
    type: str
    required: true
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: An address for the NAT gateway
  bidops.platform.ec2_elastic_ip:
    name: shop-dev-nat
  register: address

- name: Release it
  bidops.platform.ec2_elastic_ip:
    name: shop-dev-nat
    state: absent
"""

RETURN = r"""
elastic_ip:
  description: The address as DescribeAddresses describes it, in snake_case.
  returned: when it exists, and in check mode when it would be allocated
  type: dict
  contains:
    allocation_id:
      description: Id of the address.
      type: str
      sample: eipalloc-0123456789abcdef0
    public_ip:
      description: The address itself; not in check mode.
      type: str
      sample: 198.51.100.7
    tags:
      description: Tags of the address.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging

RESOURCE = Resource(
    service="ec2",
    noun="Address",
    returns="elastic_ip",
    create="AllocateAddress",
    read="",
    update="",
    delete="ReleaseAddress",
    listing="DescribeAddresses",
    find=ByList(),
    ids={"AllocationId": "AllocationId"},
    local=("name",),
    defaults={"Domain": "vpc"},
    tagging=Tagging(
        target={"Resources": "AllocationId"},
        tag="CreateTags",
        untag="DeleteTags",
        inline="Tags",
        resource_type="elastic-ip",
        name="Name",
    ),
    name_family="elastic_ip",
)


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
