#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: secretsmanager_random_password_info
version_added: 0.1.0
short_description: Make up a password with AWS Secrets Manager
description:
  - Asks Secrets Manager for a random password, another one each time. It is kept nowhere.
  - Set C(no_log) on the task, unless everybody may read the password in the output.
  - To keep a password in a secret, use O(bidops.platform.secretsmanager_secret#module:generate) instead.
  - Uses the operation GetRandomPassword of C(secretsmanager).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
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
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A password without marks that a URL cannot have
  bidops.platform.secretsmanager_random_password_info:
    password_length: 40
    exclude_punctuation: true
  register: made
  no_log: true
"""

RETURN = r"""
random_password:
  description: The password.
  returned: always
  type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._secretsmanager.password import RESOURCE, make


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, make)


if __name__ == "__main__":
    main()
