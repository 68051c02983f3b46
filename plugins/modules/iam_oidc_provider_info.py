#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: iam_oidc_provider_info
version_added: 0.1.0
short_description: List OpenID Connect providers of IAM
description:
  - Lists the providers of the account in the form in which M(bidops.platform.iam_oidc_provider) returns them.
  - Uses the operations ListOpenIDConnectProviders and GetOpenIDConnectProvider of C(iam).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  url:
    description:
      - Only the provider with this URL, which starts with C(https://).
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Whom do roles trust
  bidops.platform.iam_oidc_provider_info:
"""

RETURN = r"""
oidc_providers:
  description: What was found, each as GetOpenIDConnectProvider describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    open_id_connect_provider_arn:
      description: ARN of the provider, which a role's trust refers to.
      type: str
    url:
      description: Its URL.
      type: str
    client_id_list:
      description: Its client ids, also known as audiences.
      type: list
      elements: str
    thumbprint_list:
      description: Thumbprints of the authorities behind its certificate.
      type: list
      elements: str
    create_date:
      description: When it was created, ISO 8601.
      type: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.oidc_provider import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
