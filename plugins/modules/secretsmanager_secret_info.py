#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: secretsmanager_secret_info
version_added: 0.1.0
short_description: List AWS Secrets Manager secrets
description:
  - Lists secrets, never their values. Those that are marked for deletion are left out.
  - Uses the operations ListSecrets and DescribeSecret of C(secretsmanager).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Only the secret with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which secrets of ours do not rotate
  bidops.platform.secretsmanager_secret_info:
    tags:
      team: platform
  register: found

- name: Show them
  ansible.builtin.debug:
    msg: "{{ found.secrets | rejectattr('rotation_enabled', 'defined') | map(attribute='name') }}"
"""

RETURN = r"""
secrets:
  description: What was found, each as DescribeSecret describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._secretsmanager.secret import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
