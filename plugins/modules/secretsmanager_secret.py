#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: secretsmanager_secret
version_added: 0.1.0
short_description: Manage AWS Secrets Manager secrets
description:
  - Creates, changes and deletes a secret with its policy and replicas.
  - The value is set once, given or generated, and then left alone, so that what a rotation or a person has set since
    stays; see O(update_secret). A value is never in a result or a diff.
  - A secret that is marked for deletion is restored, with its value, when it is asked for again.
  - How it rotates is up to M(bidops.platform.secretsmanager_secret_rotation).
  - Uses the operations CreateSecret, DescribeSecret, UpdateSecret, DeleteSecret, RestoreSecret, PutSecretValue,
    GetSecretValue, GetRandomPassword, GetResourcePolicy, PutResourcePolicy, DeleteResourcePolicy,
    ReplicateSecretToRegions, RemoveRegionsFromReplication, TagResource and UntagResource of C(secretsmanager).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description: Name of the secret, unique in the account and region.
    type: str
    required: true
  description:
    description: What the secret is for, 2048 characters at most.
    type: str
  kms_key_id:
    description: Id, ARN or alias of the KMS key that encrypts it. AWS has one of its own for who names none.
    type: str
  secret_string:
    description:
      - The value, as text or as a dictionary, which becomes JSON.
    type: raw
  update_secret:
    description:
      - V(on_create) sets O(secret_string) only where the secret has no value yet.
      - V(always) compares the value that is there with O(secret_string), for which it has to be read (GetSecretValue),
        and sets it where the two differ. It undoes what a rotation has set.
    type: str
    default: on_create
    choices: [on_create, always]
  generate:
    description:
      - Lets the service make up a password where the secret has no value yet. It is never made anew.
    type: dict
    suboptions:
      password_length:
        description: Number of characters, 1 to 4096; the service makes 32.
        type: int
      exclude_characters:
        description: Characters that must not be in it.
        type: str
      exclude_numbers:
        description: Whether to leave out digits.
        type: bool
      exclude_punctuation:
        description: Whether to leave out punctuation.
        type: bool
      exclude_uppercase:
        description: Whether to leave out upper-case letters.
        type: bool
      exclude_lowercase:
        description: Whether to leave out lower-case letters.
        type: bool
      include_space:
        description: Whether there may be spaces.
        type: bool
      require_each_included_type:
        description: Whether one of each kind that is not left out must be there; the service sees to that.
        type: bool
  template:
    description:
      - Dictionary that a generated password goes into; the value is JSON then. Without it the password is the value.
    type: dict
  password_key:
    description: Key under which the password goes into O(template).
    type: str
    default: password
  resource_policy:
    description:
      - Policy of the secret, as a dictionary or JSON text. Compared by meaning; an empty dictionary removes it.
    type: json
  block_public_policy:
    description: Whether the service is to refuse a O(resource_policy) that lets everybody in.
    type: bool
    default: true
  replicas:
    description:
      - Regions that hold a copy. It is the whole wish, so copies elsewhere are removed, and an empty list removes all.
    type: list
    elements: dict
    suboptions:
      region:
        description: Region of the copy.
        type: str
        required: true
      kms_key_id:
        description: Key that encrypts the copy. A copy with another key is replaced.
        type: str
  recovery_window_in_days:
    description:
      - How long a deleted secret can be restored, 7 to 30 days. V(0) deletes it at once, for good.
    type: int
    default: 30
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A password that nobody has ever seen
  bidops.platform.secretsmanager_secret:
    name: assistant/database
    description: Login of the assistant
    generate:
      password_length: 40
      exclude_characters: "\"@/\\"
    template:
      username: assistant
    resource_policy:
      Version: "2012-10-17"
      Statement:
        - Effect: Deny
          Principal: "*"
          Action: secretsmanager:DeleteSecret
          Resource: "*"
          Condition:
            StringNotEquals:
              aws:PrincipalTag/team: platform

- name: A value from elsewhere, kept as it is given here
  bidops.platform.secretsmanager_secret:
    name: assistant/partner
    secret_string:
      client_id: assistant
      client_secret: "{{ partner_secret }}"
    update_secret: always
  vars:
    partner_secret: not really one

- name: Delete the login, for a week it can be restored
  bidops.platform.secretsmanager_secret:
    name: assistant/database
    recovery_window_in_days: 7
    state: absent
"""

RETURN = r"""
secret:
  description: The secret as DescribeSecret describes it, in snake_case, with the parts that were given.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    arn:
      description: ARN of the secret.
      type: str
    name:
      description: Name of the secret.
      type: str
    kms_key_id:
      description: Key that encrypts it; missing for the key that AWS manages.
      type: str
    rotation_enabled:
      description: Whether it rotates; missing when it never did.
      type: bool
    owning_service:
      description: Service that manages the secret, if one does.
      type: str
    version_ids_to_stages:
      description: Its versions, each with its labels.
      type: dict
    replication_status:
      description: Its replicas, each with C(region), C(kms_key_id), C(status) and C(status_message).
      type: list
      elements: dict
    resource_policy:
      description: Its policy, when O(resource_policy) was given.
      type: dict
    replicas:
      description: Its replicas, when O(replicas) was given.
      type: list
      elements: dict
    tags:
      description: Tags of the secret.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._secretsmanager.secret import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION, mutually_exclusive=[("secret_string", "generate")])


if __name__ == "__main__":
    main()
