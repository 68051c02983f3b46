#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_user_pool_domain
version_added: 0.1.0
short_description: Manage domains of Amazon Cognito user pools
description:
  - Creates, changes and deletes the domain of a user pool, where people find sign-in pages and clients get tokens.
  - It is the first part of a domain of Cognito, or, with O(custom_domain_config), a domain of one's own.
  - The C(openid-configuration) of the user pool's issuer tells the endpoints of the domain.
  - Uses the operations CreateUserPoolDomain, DescribeUserPoolDomain, UpdateUserPoolDomain and DeleteUserPoolDomain of
    C(cognito-idp).
notes:
  - A domain of one's own needs a DNS alias to RV(user_pool_domain.cloud_front_distribution), and may need an hour to be
    created. Its parent domain must resolve before.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  domain:
    description:
      - The first part of the domain, 1 to 63 lower-case letters, digits and hyphens, without the words C(aws),
        C(amazon) and C(cognito). It must be unique among all accounts of the region.
      - With O(custom_domain_config) the whole domain, such as V(auth.example.com).
    type: str
    required: true
  user_pool_id:
    description:
      - Id of the user pool that it is for. Required to create it.
      - A pool can have one domain of either kind.
    type: str
  managed_login_version:
    description:
      - V(1) for the classic sign-in pages, which a new domain has, V(2) for managed login, which needs the feature plan
        C(ESSENTIALS) or C(PLUS).
    type: int
    choices: [1, 2]
  custom_domain_config:
    description:
      - Makes it a domain of one's own, with C(certificate_arn), the ARN of a certificate of ACM in us-east-1, and
        C(security_policy), the oldest TLS that is spoken, V(TLS_V1), V(TLS_V1_2_2021) or V(TLS_V1_3_2025).
    type: dict
  routing:
    description:
      - Where requests go when the region fails, with C(failover) (C(secondary_region),
        C(primary_route53_health_check_id)), for pools with a replica.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Managed login at the prefix of the project
  bidops.platform.cognito_user_pool_domain:
    domain: bidops-dev-123456789012
    user_pool_id: us-east-1_EXAMPLE12
    managed_login_version: 2

- name: A domain of one's own
  bidops.platform.cognito_user_pool_domain:
    domain: auth.example.com
    user_pool_id: us-east-1_EXAMPLE12
    custom_domain_config:
      certificate_arn: arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012
    wait_timeout: 3600

- name: Remove it
  bidops.platform.cognito_user_pool_domain:
    domain: auth.example.com
    state: absent
"""

RETURN = r"""
user_pool_domain:
  description: The domain as DescribeUserPoolDomain describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    domain:
      description: The domain, or its first part.
      type: str
    user_pool_id:
      description: Id of the user pool that it is for.
      type: str
    cloud_front_distribution:
      description: What an alias of a domain of one's own has to point to.
      type: str
    managed_login_version:
      description: V(1) for the classic sign-in pages, V(2) for managed login.
      type: int
    status:
      description: State of the domain, such as V(ACTIVE).
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.user_pool_domain import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
