#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cognito_user_pool_client
version_added: 0.1.0
short_description: Manage clients of Amazon Cognito user pools
description:
  - Creates, changes and deletes a client of a user pool, which stands for an application that signs people in, or that
    gets tokens for itself.
  - Options that are not given stay as they are, although the API resets what an update leaves out.
  - The secret of a client is made once, and is only shown with O(show_secret).
  - Names of clients need not be unique; the module refuses to choose between several clients of the same name.
  - Uses the operations CreateUserPoolClient, DescribeUserPoolClient, ListUserPoolClients, UpdateUserPoolClient and
    DeleteUserPoolClient of C(cognito-idp).
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
      - Name of the client, 1 to 128 letters, digits, spaces and C(_+=,.@-).
    type: str
    required: true
  generate_secret:
    description:
      - Whether it has a secret, which is for applications that can keep one. Only a new client can get or lose it.
    type: bool
  show_secret:
    description:
      - Whether to return the secret as RV(user_pool_client.client_secret). Set C(no_log) on the task then.
    type: bool
    default: false
  explicit_auth_flows:
    description:
      - How people may sign in through the API, such as V(ALLOW_USER_SRP_AUTH), V(ALLOW_USER_AUTH),
        V(ALLOW_USER_PASSWORD_AUTH), V(ALLOW_ADMIN_USER_PASSWORD_AUTH), V(ALLOW_CUSTOM_AUTH) and
        V(ALLOW_REFRESH_TOKEN_AUTH).
    type: list
    elements: str
  allowed_o_auth_flows_user_pool_client:
    description:
      - Whether it may use OAuth 2.0 at all, that is, the domain of the user pool.
    type: bool
  allowed_o_auth_flows:
    description:
      - Its OAuth 2.0 grants, V(code) and V(implicit), or V(client_credentials) alone, which needs a secret.
    type: list
    elements: str
  allowed_o_auth_scopes:
    description:
      - What its tokens may be for, V(openid), V(email), V(phone), V(profile), V(aws.cognito.signin.user.admin), and
        C(<identifier>/<scope>) of a resource server.
    type: list
    elements: str
  callback_urls:
    description:
      - Where people may be sent back to after signing in, up to 100 URLs of C(https), of C(http://localhost) for tests,
        or of an app's own scheme.
    type: list
    elements: str
  logout_urls:
    description:
      - Where people may be sent after signing out, up to 100 URLs.
    type: list
    elements: str
  default_redirect_uri:
    description:
      - Which of O(callback_urls) it is when a request names none.
    type: str
  supported_identity_providers:
    description:
      - Where people may sign in, V(COGNITO) for the pool itself, and names of its identity providers.
    type: list
    elements: str
  access_token_validity:
    description:
      - How long access tokens are good for, 5 minutes to 1 day, in the unit of O(token_validity_units), by default
        hours. A new client has 1 hour.
    type: int
  id_token_validity:
    description:
      - How long id tokens are good for, as O(access_token_validity).
    type: int
  refresh_token_validity:
    description:
      - How long refresh tokens are good for, 1 hour to 10 years, in the unit of O(token_validity_units), by default
        days. A new client has 30 days.
    type: int
  token_validity_units:
    description:
      - Units of the three above, C(access_token), C(id_token) and C(refresh_token), each V(seconds), V(minutes),
        V(hours) or V(days).
    type: dict
  refresh_token_rotation:
    description:
      - With C(feature), V(ENABLED) or V(DISABLED), whether a refresh token is replaced each time it is used, and
        C(retry_grace_period_seconds), 0 to 60, how long the old one still works. Not together with
        V(ALLOW_REFRESH_TOKEN_AUTH).
    type: dict
  read_attributes:
    description:
      - Attributes of a user that it may read, by default all standard ones.
    type: list
    elements: str
  write_attributes:
    description:
      - Attributes of a user that it may write, by default all standard ones.
    type: list
    elements: str
  prevent_user_existence_errors:
    description:
      - With V(ENABLED) a failed sign-in does not tell whether there is such a user.
    type: str
    choices: [LEGACY, ENABLED]
  enable_token_revocation:
    description:
      - Whether refresh tokens can be revoked, which a new client can.
    type: bool
  enable_propagate_additional_user_context_data:
    description:
      - Whether a server may tell the address of the person for threat protection; needs a secret.
    type: bool
  auth_session_validity:
    description:
      - Minutes to answer a challenge in, 3 to 15. A new client has 3.
    type: int
  analytics_configuration:
    description:
      - Amazon Pinpoint application to tell of sign-ins, with C(application_arn), or C(application_id), C(role_arn) and
        C(external_id), and C(user_data_shared).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A web application
  bidops.platform.cognito_user_pool_client:
    user_pool_id: us-east-1_EXAMPLE12
    name: web
    explicit_auth_flows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
    allowed_o_auth_flows_user_pool_client: true
    allowed_o_auth_flows: [code]
    allowed_o_auth_scopes: [openid, email]
    callback_urls: [https://app.example.com/callback]
    supported_identity_providers: [COGNITO]
    access_token_validity: 15
    token_validity_units: {access_token: minutes}
    prevent_user_existence_errors: ENABLED

- name: A server that calls an API for itself
  bidops.platform.cognito_user_pool_client:
    user_pool_id: us-east-1_EXAMPLE12
    name: worker
    generate_secret: true
    show_secret: true
  register: worker
  no_log: true

- name: Remove the web application
  bidops.platform.cognito_user_pool_client:
    user_pool_id: us-east-1_EXAMPLE12
    name: web
    state: absent
"""

RETURN = r"""
user_pool_client:
  description: The client as DescribeUserPoolClient describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    client_id:
      description: Id of the client.
      type: str
    client_name:
      description: Name of the client.
      type: str
    user_pool_id:
      description: Id of the user pool that it is in.
      type: str
    client_secret:
      description: Its secret with O(show_secret), otherwise V((secret\)) if it has one.
      type: str
    explicit_auth_flows:
      description: How people may sign in through the API.
      type: list
      elements: str
    allowed_o_auth_flows:
      description: Its OAuth 2.0 grants.
      type: list
      elements: str
    allowed_o_auth_scopes:
      description: What its tokens may be for.
      type: list
      elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._cognito.user_pool_client import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
