#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_token_vault
version_added: 0.1.0
short_description: Set the key of the Amazon Bedrock AgentCore token vault
description:
  - Sets the KMS key that encrypts the token vault of Amazon Bedrock AgentCore, where the secrets of credential
    providers lie.
  - Every account has one vault in every region. It cannot be created or deleted. With O(record) what its key was before
    is kept, to be put back by O(state=restored).
  - Uses the operations GetTokenVault and SetTokenVaultCMK of C(bedrock-agentcore-control), and for the record
    GetParameter, PutParameter and DeleteParameter of C(ssm).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  token_vault_id:
    description:
      - Id of the vault. There is only V(default).
    type: str
  kms_configuration:
    description:
      - The key, with C(key_type), V(CustomerManagedKey) or V(ServiceManagedKey), and for the first C(kms_key_arn).
        Required with O(state=present).
    type: dict
extends_documentation_fragment:
  - bidops.platform.record
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Encrypt the token vault with our key
  bidops.platform.agentcore_token_vault:
    kms_configuration:
      key_type: CustomerManagedKey
      kms_key_arn: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555
    record: /shop/dev/settings/token-vault

- name: Put back what was there
  bidops.platform.agentcore_token_vault:
    state: restored
    record: /shop/dev/settings/token-vault
"""

RETURN = r"""
token_vault:
  description: The vault as GetTokenVault describes it, in snake_case.
  returned: always
  type: dict
  contains:
    token_vault_id:
      description: Id of the vault.
      type: str
    kms_configuration:
      description: Its key, with C(key_type) and C(kms_key_arn).
      type: dict
    last_modified_date:
      description: When it was last changed, ISO 8601.
      type: str
previous:
  description: The vault as it was before, in the same form.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.token_vault import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._recorded import run_recorded_setting


def main() -> None:
    run_recorded_setting(RESOURCE, DOCUMENTATION, required=("kms_configuration",))


if __name__ == "__main__":
    main()
