#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_identity_provider
version_added: 0.1.0
short_description: Manage identity providers of Amazon Cognito user pools
description:
  - Creates, changes and deletes an identity provider, by which people sign in to a user pool with an account that they
    have elsewhere, by SAML, by OpenID Connect, or with one of the big providers.
  - Clients offer it when they name it in C(supported_identity_providers).
  - Uses the operations CreateIdentityProvider, DescribeIdentityProvider, UpdateIdentityProvider and
    DeleteIdentityProvider of C(cognito-idp).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  user_pool_id:
    description:
      - Id of the user pool that it is in.
    type: str
    required: true
  name:
    description:
      - Name of the provider, unique in the user pool; 3 to 32 characters without spaces and underscores at its ends.
        That of a big provider is its O(provider_type).
    type: str
    required: true
  provider_type:
    description:
      - What it is. Required to create it; only a new provider can have another type.
    type: str
    choices: [SAML, Facebook, Google, LoginWithAmazon, SignInWithApple, OIDC]
  provider_details:
    description:
      - How to talk to it, by the API's own names, all as text, such as C(MetadataURL) of V(SAML), or C(client_id),
        C(authorize_scopes), C(attributes_request_method) and C(oidc_issuer) of V(OIDC). Required to create it.
      - Secrets have options of their own. What Cognito adds by itself, such as URLs that it discovers, is not compared.
    type: dict
  client_secret:
    description:
      - Secret of the C(client_id) in O(provider_details).
    type: str
  private_key:
    description:
      - Private key of V(SignInWithApple).
    type: str
  attribute_mapping:
    description:
      - Attribute of the user pool to the attribute of the provider that fills it, such as C(email) to C(email).
    type: dict
  idp_identifiers:
    description:
      - Further names, such as mail domains, by which a sign-in page finds the provider; up to 50.
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.update_secret
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: People of a partner sign in with their own accounts
  bidops.platform.cognito_identity_provider:
    user_pool_id: us-east-1_EXAMPLE12
    name: Partner
    provider_type: OIDC
    provider_details:
      client_id: bidops
      authorize_scopes: openid email
      attributes_request_method: GET
      oidc_issuer: https://login.example.com
    client_secret: "{{ partner_client_secret | default('from-a-vault') }}"
    attribute_mapping: {email: email}

- name: Remove the provider
  bidops.platform.cognito_identity_provider:
    user_pool_id: us-east-1_EXAMPLE12
    name: Partner
    state: absent
"""

RETURN = r"""
identity_provider:
  description: The provider as DescribeIdentityProvider describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    provider_name:
      description: Name of the provider.
      type: str
    provider_type:
      description: What it is.
      type: str
    user_pool_id:
      description: Id of the user pool that it is in.
      type: str
    provider_details:
      description: How to talk to it, by the API's own names, without secrets.
      type: dict
    attribute_mapping:
      description: Attribute of the user pool to that of the provider.
      type: dict
    idp_identifiers:
      description: Further names of it.
      type: list
      elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.identity_provider import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
