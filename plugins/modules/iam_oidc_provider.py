#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: iam_oidc_provider
version_added: 0.1.0
short_description: Manage OpenID Connect providers of IAM
description:
  - Creates, changes and deletes a provider of identities that roles may trust, such as the one of GitHub Actions.
  - Uses the operations CreateOpenIDConnectProvider, GetOpenIDConnectProvider, ListOpenIDConnectProviders,
    AddClientIDToOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProvider,
    UpdateOpenIDConnectProviderThumbprint, TagOpenIDConnectProvider, UntagOpenIDConnectProvider and
    DeleteOpenIDConnectProvider of C(iam).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  url:
    description:
      - URL of the provider, which starts with C(https://) and is the issuer in its tokens. An account has one provider
        for each URL.
    type: str
    required: true
  client_id_list:
    description:
      - Client ids, also known as audiences, in any order, such as V(sts.amazonaws.com). The list is the whole wish.
    type: list
    elements: str
  thumbprint_list:
    description:
      - Thumbprints of the authorities behind the provider's certificate, 40 hexadecimal digits each, at most five.
      - Not needed; AWS then looks at the certificate itself, and trusts most providers by their certificate authority.
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let workflows of GitHub Actions assume roles
  bidops.platform.iam_oidc_provider:
    url: https://token.actions.githubusercontent.com
    client_id_list: [sts.amazonaws.com]
    tags:
      team: platform
  register: github

- name: Remove it
  bidops.platform.iam_oidc_provider:
    url: https://token.actions.githubusercontent.com
    state: absent
"""

RETURN = r"""
oidc_provider:
  description: The provider as GetOpenIDConnectProvider describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
