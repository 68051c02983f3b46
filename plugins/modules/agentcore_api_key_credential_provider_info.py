#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_api_key_credential_provider_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore API key credential providers
description:
  - Lists the Amazon Bedrock AgentCore API key credential providers.
  - Uses the operations ListApiKeyCredentialProviders and GetApiKeyCredentialProvider of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the provider with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All providers of API keys
  bidops.platform.agentcore_api_key_credential_provider_info:
  register: found
"""

RETURN = r"""
api_key_credential_providers:
  description: What was found, each as GetApiKeyCredentialProvider describes it, in snake_case.
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
    api_key_secret_arn:
      description: The secret that holds the key, with C(secret_arn).
      type: dict
    api_key_secret_source:
      description: 'V(MANAGED) or V(EXTERNAL).'
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.api_key_credential_provider import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
