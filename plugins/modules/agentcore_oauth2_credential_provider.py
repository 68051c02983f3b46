#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_oauth2_credential_provider
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore OAuth 2 credential providers
description:
  - Creates, changes and deletes a credential provider that gets OAuth 2 tokens of another service for agents and
    gateway targets.
  - The service takes tags for providers when they are created, but offers no way to read or change them, so there is
    no option for tags.
  - Uses the operations CreateOauth2CredentialProvider, GetOauth2CredentialProvider, UpdateOauth2CredentialProvider
    and DeleteOauth2CredentialProvider of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the provider, unique in the account and region; 1 to 128 letters, digits, hyphens and underscores.
    type: str
    required: true
  credential_provider_vendor:
    description:
      - Who gives the tokens. Required to create the provider; cannot change on an existing one.
    type: str
    choices:
      - GoogleOauth2
      - GithubOauth2
      - SlackOauth2
      - SalesforceOauth2
      - MicrosoftOauth2
      - CustomOauth2
      - AtlassianOauth2
      - LinkedinOauth2
      - XOauth2
      - OktaOauth2
      - OneLoginOauth2
      - PingOneOauth2
      - FacebookOauth2
      - YandexOauth2
      - RedditOauth2
      - ZoomOauth2
      - TwitchOauth2
      - SpotifyOauth2
      - DropboxOauth2
      - NotionOauth2
      - HubspotOauth2
      - CyberArkOauth2
      - FusionAuthOauth2
      - Auth0Oauth2
      - CognitoOauth2
  oauth2_provider_config_input:
    description:
      - The client, under exactly one key, which goes with the vendor. Required to create the provider.
    type: dict
    suboptions:
      custom_oauth2_provider_config:
        description:
          - For V(CustomOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
          oauth_discovery:
            description:
              - How to find the provider, with C(discovery_url) or C(authorization_server_metadata). Required.
            type: dict
          client_authentication_method:
            description:
              - How the client proves who it is.
            type: str
            choices: [CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, AWS_IAM_ID_TOKEN_JWT, PRIVATE_KEY_JWT]
          private_key_jwt_config:
            description:
              - Key and claims for V(PRIVATE_KEY_JWT).
            type: dict
          on_behalf_of_token_exchange_config:
            description:
              - How tokens of users are exchanged.
            type: dict
          private_endpoint:
            description:
              - Way to a provider in your VPC.
            type: dict
          private_endpoint_overrides:
            description:
              - Ways to single domains of it.
            type: list
            elements: dict
          certificate_configurations:
            description:
              - Certificates of authorities to trust.
            type: list
            elements: dict
      google_oauth2_provider_config:
        description:
          - For V(GoogleOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
      github_oauth2_provider_config:
        description:
          - For V(GithubOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
      slack_oauth2_provider_config:
        description:
          - For V(SlackOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
      salesforce_oauth2_provider_config:
        description:
          - For V(SalesforceOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
      atlassian_oauth2_provider_config:
        description:
          - For V(AtlassianOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
      linkedin_oauth2_provider_config:
        description:
          - For V(LinkedinOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
      microsoft_oauth2_provider_config:
        description:
          - For V(MicrosoftOauth2).
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
          tenant_id:
            description:
              - Id of the tenant.
            type: str
      included_oauth2_provider_config:
        description:
          - For all other vendors.
        type: dict
        suboptions:
          client_id:
            description:
              - Id of the client at the provider. Required.
            type: str
          client_secret:
            description:
              - Its secret. The service keeps it in a secret of its own.
            type: str
          client_secret_source:
            description:
              - 'Where the secret lies: in one that the service makes, or in one of yours.'
            type: str
            choices: [MANAGED, EXTERNAL]
          client_secret_config:
            description:
              - Your secret, with C(secret_id) and C(json_key).
            type: dict
          issuer:
            description:
              - Issuer of the tokens.
            type: str
          authorization_endpoint:
            description:
              - URL where users give consent.
            type: str
          token_endpoint:
            description:
              - URL that gives tokens.
            type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.update_secret
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Issues of our repositories
  bidops.platform.agentcore_oauth2_credential_provider:
    name: github
    credential_provider_vendor: GithubOauth2
    oauth2_provider_config_input:
      github_oauth2_provider_config:
        client_id: Iv1.0123456789abcdef
        client_secret: "{{ lookup('ansible.builtin.env', 'GITHUB_CLIENT_SECRET', default='a-secret-for-trying') }}"
  register: github

- name: The URL to register at the provider
  ansible.builtin.debug:
    msg: "{{ github.oauth2_credential_provider.callback_url }}"

- name: Remove the provider and the secret
  bidops.platform.agentcore_oauth2_credential_provider:
    name: github
    state: absent
"""

RETURN = r"""
oauth2_credential_provider:
  description: The credential provider as GetOauth2CredentialProvider describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Name of the provider.
      type: str
    credential_provider_arn:
      description: ARN of the provider, for credential providers of gateway targets.
      type: str
    callback_url:
      description: URL to register at the vendor as the one to send users back to.
      type: str
    client_secret_arn:
      description: The secret that holds the client secret, with C(secret_arn).
      type: dict
    oauth2_provider_config_output:
      description: The client, without its secret.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.oauth2_credential_provider import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
