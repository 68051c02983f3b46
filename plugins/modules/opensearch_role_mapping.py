#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearch_role_mapping
version_added: 0.1.0
short_description: Say who has a role inside Amazon OpenSearch Service domains
description:
  - Maps a role of a domain with fine-grained access control to IAM principals and users, changes and removes it.
  - No operation of AWS reaches it, so the module talks to the domain's own REST API, C(_plugins/_security/api), in
    signed requests. It has to reach the domain, which for a domain inside a VPC means to be in it.
  - Who runs it has to be the master user of the domain, or have a role that may manage its security. A resource policy
    of the domain must not forbid it C(es:ESHttpGet), C(es:ESHttpPut) and C(es:ESHttpDelete).
  - Uses the operation DescribeDomain of C(opensearch), unless O(endpoint) is given.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  domain_name:
    description: Name of the domain.
    type: str
    required: true
  endpoint:
    description:
      - URL under which the domain answers, for who reaches it another way than by the endpoint that DescribeDomain
        tells, such as a custom domain name, a VPC endpoint or a tunnel.
    type: str
  username:
    description:
      - Name in the domain's own user database, for a domain whose master user is not an IAM principal.
      - Without it the requests are signed with the module's AWS credentials.
    type: str
  password:
    description: Password of O(username).
    type: str
  role:
    description:
      - Name of the role, one of M(bidops.platform.opensearch_role) or one that comes with OpenSearch, such as
        V(all_access). Take care not to take the last mapping from the role that manages the security.
    type: str
    required: true
  description:
    description: Why. OpenSearch before 2.0 does not take it.
    type: str
  backend_roles:
    description:
      - ARNs of IAM roles that have the role. Each list is the whole wish for itself; one that is not given stays.
    type: list
    elements: str
  and_backend_roles:
    description: Roles that only count for who has all of them.
    type: list
    elements: str
  users:
    description: ARNs of IAM users, and names in the domain's own user database.
    type: list
    elements: str
  hosts:
    description: Host names or addresses.
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let the knowledge base in
  bidops.platform.opensearch_role_mapping:
    domain_name: handbook
    endpoint: https://handbook.example.com  # without this, the one that AWS gave the domain
    role: knowledge-base
    backend_roles: [arn:aws:iam::123456789012:role/knowledge-base]
"""

RETURN = r"""
role_mapping:
  description: The mapping as the domain tells it.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    role:
      description: Name of the role.
      type: str
    backend_roles:
      description: IAM roles that have it.
      type: list
      elements: str
    users:
      description: IAM users and own users that have it.
      type: list
      elements: str
    hosts:
      description: Hosts that have it.
      type: list
      elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._opensearch.role_mapping import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
