#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: inspector2_account
version_added: 0.1.0
short_description: Manage what Amazon Inspector scans in an account
description:
  - Switches the scans of Amazon Inspector in the caller's account and region on or off, by type of resource. The result
    says in RV(previous) what was scanned before.
  - Inspector costs money by what it scans.
  - Uses the operations BatchGetAccountStatus, Enable and Disable of C(inspector2), and GetCallerIdentity of C(sts).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_types:
    description:
      - Types of resources to scan, in any order. With O(state=absent), those that are not to be scanned any more.
        V(LAMBDA_CODE) needs V(LAMBDA).
    type: list
    elements: str
    required: true
    choices: [EC2, ECR, LAMBDA, LAMBDA_CODE, CODE_REPOSITORY]
  purge:
    description:
      - Whether scans of other types are switched off.
    type: bool
    default: false
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Scan images and functions
  bidops.platform.inspector2_account:
    resource_types: [ECR, LAMBDA]
  register: scans

- name: Put back what was there
  bidops.platform.inspector2_account:
    resource_types: "{{ ['ECR', 'LAMBDA'] | difference(scans.previous.resource_types) }}"
    state: absent
"""

RETURN = r"""
account:
  description: What is scanned.
  returned: always
  type: dict
  contains:
    resource_types:
      description: The types of resources.
      type: list
      elements: str
previous:
  description: What was scanned before, in the same form.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._governance.inspection import RESOURCE, keep


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
