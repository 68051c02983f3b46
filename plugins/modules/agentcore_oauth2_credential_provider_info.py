#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_oauth2_credential_provider_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore OAuth 2 credential providers
description:
  - Lists the Amazon Bedrock AgentCore OAuth 2 credential providers.
  - Uses the operations ListOauth2CredentialProviders and GetOauth2CredentialProvider of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the provider with this name.
    type: str
  credential_provider_vendor:
    description:
      - Only providers of this vendor.
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
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the provider for GitHub
  bidops.platform.agentcore_oauth2_credential_provider_info:
    name: github
  register: found
"""

RETURN = r"""
oauth2_credential_providers:
  description: What was found, each as GetOauth2CredentialProvider describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
