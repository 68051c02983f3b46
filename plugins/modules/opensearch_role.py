#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearch_role
version_added: 0.1.0
short_description: Manage roles inside Amazon OpenSearch Service domains
description:
  - Creates, changes and deletes a role of a domain with fine-grained access control. Who has it is up to
    M(bidops.platform.opensearch_role_mapping).
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
    description: Name of the role.
    type: str
    required: true
  description:
    description: What the role is for. OpenSearch before 2.0 does not take it.
    type: str
  cluster_permissions:
    description: What the role may do in the whole domain, permissions and names of action groups.
    type: list
    elements: str
  index_permissions:
    description:
      - What the role may do in indexes. Each entry has C(index_patterns) and C(allowed_actions), and may have C(dls), a
        query that the documents must match, C(fls), fields, and C(masked_fields).
    type: list
    elements: dict
  tenant_permissions:
    description: What the role may do in tenants of the dashboards, each with C(tenant_patterns) and C(allowed_actions).
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A role that reads and writes the vectors of a knowledge base
  bidops.platform.opensearch_role:
    domain_name: handbook
    endpoint: https://handbook.example.com  # without this, the one that AWS gave the domain
    role: knowledge-base
    cluster_permissions: ["indices:data/read/msearch", "indices:data/write/bulk*", "indices:data/read/mget*"]
    index_permissions:
      - index_patterns: [handbook]
        allowed_actions: [indices_all]
"""

RETURN = r"""
role:
  description: The role as the domain tells it.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    role:
      description: Name of the role.
      type: str
    cluster_permissions:
      description: What it may do in the whole domain.
      type: list
      elements: str
    index_permissions:
      description: What it may do in indexes.
      type: list
      elements: dict
    tenant_permissions:
      description: What it may do in tenants.
      type: list
      elements: dict
    reserved:
      description: Whether it comes with OpenSearch and cannot be changed.
      type: bool
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._opensearch.role import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
