#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ssm_document_info
version_added: 0.1.0
short_description: List AWS Systems Manager documents
description:
  - Lists the account's own documents of Systems Manager, or describes one, of whoever it is.
  - Uses the operations ListDocuments and DescribeDocument of C(ssm), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description: Only the document with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which version of the runbook runs
  bidops.platform.ssm_document_info:
    name: assistant-restart
  register: found

- name: Show it
  ansible.builtin.debug:
    msg: "{{ found.documents | map(attribute='default_version') }}"
"""

RETURN = r"""
documents:
  description: What was found, the newest version of each as DescribeDocument describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: Name of the document.
      type: str
    document_type:
      description: Kind of document.
      type: str
    document_format:
      description: Format that it was written in.
      type: str
    document_version:
      description: Its newest version.
      type: str
    default_version:
      description: The version that is used by who names none.
      type: str
    latest_version:
      description: Its newest version.
      type: str
    parameters:
      description: Parameters that it takes, each with C(name), C(type), C(description) and C(default_value).
      type: list
      elements: dict
    status:
      description: State of the document, such as V(Active).
      type: str
    tags:
      description: Tags of the document, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._ssm_document import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
