#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ce_cost_allocation_tag
version_added: 0.1.0
short_description: Activate cost allocation tags
description:
  - Activates tags, so that costs can be told apart by them in Cost Explorer and in budgets, or deactivates them.
  - AWS knows a tag up to a day after a resource first carried it, and shows costs by it up to a day after its
    activation, and only those from then on. A tag that it does not know yet is no error; the result names it in
    RV(pending).
  - In an organization this is for the management account only.
  - Uses the operations ListCostAllocationTags and UpdateCostAllocationTagsStatus of C(ce), the latter for 20 tags at a
    time.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  tag_keys:
    description:
      - Keys of the tags.
    type: list
    elements: str
    required: true
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Tell costs apart by project and environment
  bidops.platform.ce_cost_allocation_tag:
    tag_keys: [project, environment]
  register: activated

- name: Say what is to be repeated tomorrow
  ansible.builtin.debug:
    msg: "{{ activated.msg }}"
  when: activated.pending | length > 0

- name: No longer by environment
  bidops.platform.ce_cost_allocation_tag:
    tag_keys: [environment]
    state: absent
"""

RETURN = r"""
cost_allocation_tags:
  description: The tags of O(tag_keys) that AWS knows.
  returned: always
  type: list
  elements: dict
  contains:
    tag_key:
      description: Key of the tag.
      type: str
    type:
      description: 'V(UserDefined), or V(AWSGenerated) for those of AWS itself.'
      type: str
    status:
      description: 'V(Active) or V(Inactive).'
      type: str
pending:
  description: Those of O(tag_keys) that AWS does not know yet.
  returned: always
  type: list
  elements: str
msg:
  description: What is to be done about them.
  returned: when tags are to be activated that AWS does not know yet
  type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._governance.cost_allocation_tag import RESOURCE, keep


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
