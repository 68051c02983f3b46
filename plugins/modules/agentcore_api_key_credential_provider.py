#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_api_key_credential_provider
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore API key credential providers
description:
  - Creates, changes and deletes a credential provider that gives agents and gateway targets the API key of another
    service, kept in the token vault of Amazon Bedrock AgentCore.
  - The service takes tags for providers when they are created, but offers no way to read or change them, so there is
    no option for tags.
  - Uses the operations CreateApiKeyCredentialProvider, GetApiKeyCredentialProvider, UpdateApiKeyCredentialProvider
    and DeleteApiKeyCredentialProvider of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the provider, unique in the account and region; 1 to 128 letters, digits, hyphens and underscores.
    type: str
    required: true
  api_key:
    description:
      - The key. The service keeps it in a secret of its own, whose ARN is returned.
      - Required to create the provider, unless O(api_key_secret_source=EXTERNAL).
    type: str
  api_key_secret_source:
    description:
      - 'Where the key lies: in a secret that the service makes, or in one of yours. The service defaults to
        V(MANAGED).'
    type: str
    choices: [MANAGED, EXTERNAL]
  api_key_secret_config:
    description:
      - Your secret, with C(secret_id) (name or ARN in Secrets Manager) and C(json_key) (the key in its JSON text).
        For O(api_key_secret_source=EXTERNAL).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.update_secret
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The key of the ticket system
  bidops.platform.agentcore_api_key_credential_provider:
    name: ticket_system
    api_key: "{{ lookup('ansible.builtin.env', 'TICKET_SYSTEM_KEY', default='a-key-for-trying') }}"

- name: A new key, since the old one has leaked
  bidops.platform.agentcore_api_key_credential_provider:
    name: ticket_system
    api_key: "{{ lookup('ansible.builtin.env', 'TICKET_SYSTEM_KEY', default='another-key-for-trying') }}"
    update_secret: always

- name: Remove the provider and the key
  bidops.platform.agentcore_api_key_credential_provider:
    name: ticket_system
    state: absent
"""

RETURN = r"""
api_key_credential_provider:
  description: The credential provider as GetApiKeyCredentialProvider describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Name of the provider.
      type: str
    credential_provider_arn:
      description: ARN of the provider, for credential providers of gateway targets.
      type: str
    api_key_secret_arn:
      description: The secret that holds the key, with C(secret_arn).
      type: dict
    api_key_secret_source:
      description: 'V(MANAGED) or V(EXTERNAL).'
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.api_key_credential_provider import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
