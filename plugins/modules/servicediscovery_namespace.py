#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: servicediscovery_namespace
version_added: 0.1.0
short_description: Manage AWS Cloud Map namespaces
description:
  - Creates, changes and deletes a namespace of AWS Cloud Map, for private DNS in a VPC, for public DNS, or for HTTP,
    where instances are found by API calls only. The namespace is found by its name.
  - Uses the operations CreatePrivateDnsNamespace, CreatePublicDnsNamespace and CreateHttpNamespace, the Update
    operations of the same kinds, ListNamespaces, DeleteNamespace and GetOperation of C(servicediscovery), and its tag
    operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the namespace. For DNS it is the domain, such as V(shop.internal).
    type: str
    required: true
  type:
    description: Kind of namespace. It cannot change.
    type: str
    choices: [DNS_PRIVATE, DNS_PUBLIC, HTTP]
    default: DNS_PRIVATE
  vpc:
    description:
      - Id of the VPC in which a private domain is known. Required to create a namespace for private DNS. The API never
        shows it, so it is not compared.
    type: str
  description:
    description: What it is for, at most 1024 characters.
    type: str
  properties:
    description:
      - With C(dns_properties), in it C(soa) and C(ttl), the seconds for which resolvers remember that a name does not
        exist. Not for HTTP.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - A namespace for DNS makes a hosted zone in Route 53, which goes with it. One with services cannot be deleted.
  - That a namespace can be listed only when its creation has ended is unverified. A task that runs again while it goes
    on is told so, and fails.
"""

EXAMPLES = r"""
- name: A private domain for the services of a VPC
  bidops.platform.servicediscovery_namespace:
    name: shop.internal
    vpc: vpc-0123456789abcdef0
    description: Services of the shop
  register: private_domain

- name: A namespace for Service Connect
  bidops.platform.servicediscovery_namespace:
    name: shop-connect
    type: HTTP

- name: Remove the domain
  bidops.platform.servicediscovery_namespace:
    name: shop.internal
    state: absent
"""

RETURN = r"""
namespace:
  description: The namespace as ListNamespaces describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    id:
      description: Id of the namespace.
      type: str
      sample: ns-0123456789abcdef
    arn:
      description: ARN of the namespace.
      type: str
    name:
      description: Name of the namespace.
      type: str
    type:
      description: Kind of namespace.
      type: str
    properties:
      description: With C(dns_properties), such as the id of the hosted zone, and C(http_properties).
      type: dict
    tags:
      description: Tags of the namespace, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._servicediscovery.namespace import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
