#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: resource_tag
version_added: 0.1.0
short_description: Tag resources of any AWS service
description:
  - Sets tags on resources that no module of this collection keeps, or takes them off, by their ARNs. One that is kept
    by a module has its tags there, and would be tagged to and fro.
  - For services that the Resource Groups Tagging API supports, and resources of the region; those of global services
    are tagged in V(us-east-1). The caller needs the permission of the service itself, too.
  - A resource without tags cannot be told from one that is not there, so check mode does not find out that an ARN is
    wrong; the run itself does.
  - The API may show a tag some time after it was set. That a second run right after the first sends a tag again is
    possible, and harmless; how long it takes is not documented.
  - Uses the operations GetResources, TagResources and UntagResources of C(resourcegroupstaggingapi), the last two for
    20 resources at a time.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_arns:
    description:
      - ARNs of the resources.
    type: list
    elements: str
    required: true
  tags:
    description:
      - Tags that each of them has, name to value; at most 50. Needed with O(state=present).
    type: dict
  purge_tags:
    description:
      - Take off the tags that are not in O(tags), except those whose names start with C(aws:).
    type: bool
    default: false
  tag_keys:
    description:
      - Keys of the tags that none of them has. Needed with O(state=absent).
    type: list
    elements: str
  state:
    description:
      - Whether tags are set or taken off. The resources stay.
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Tell whose resources these are
  bidops.platform.resource_tag:
    resource_arns:
      - arn:aws:s3:::papers-of-the-team
      - arn:aws:sqs:us-east-1:123456789012:inbox
    tags:
      project: assistant

- name: Take a tag off again
  bidops.platform.resource_tag:
    resource_arns: [arn:aws:s3:::papers-of-the-team]
    tag_keys: [project]
    state: absent
"""

RETURN = r"""
resources:
  description: The resources in the order of O(resource_arns).
  returned: always
  type: list
  elements: dict
  contains:
    resource_arn:
      description: ARN of the resource.
      type: str
    tags:
      description: The tags that it has now, without those that AWS itself sets.
      type: dict
refused:
  description: ARNs of the resources whose tags could not be changed, when the module fails because of them.
  returned: failure
  type: list
  elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._resource_tag import RESOURCE, keep


def main() -> None:
    needed = [("state", "present", ["tags"]), ("state", "absent", ["tag_keys"])]
    perform(RESOURCE, DOCUMENTATION, keep, required_if=needed)


if __name__ == "__main__":
    main()
