#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: resource_tag_info
version_added: 0.1.0
short_description: List resources of any AWS service by their tags
description:
  - Lists resources of the region, and of global services in V(us-east-1), that carry tags, whatever their service.
  - Shows services that the Resource Groups Tagging API supports. What never had a tag is not shown.
  - Uses the operation GetResources of C(resourcegroupstaggingapi).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_arns:
    description:
      - Only these resources. Those of them that never had a tag, and those that are not there, are left out.
    type: list
    elements: str
  tags:
    description:
      - Only resources that carry all of these tags, name to value. An empty text stands for any value.
    type: dict
  resource_types:
    description:
      - Only resources of these services or types, such as V(s3) or V(ec2:vpc).
    type: list
    elements: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What does the project have
  bidops.platform.resource_tag_info:
    tags:
      project: assistant
  register: found
"""

RETURN = r"""
resources:
  description: What was found, by ARN.
  returned: always
  type: list
  elements: dict
  contains:
    resource_arn:
      description: ARN of the resource.
      type: str
    tags:
      description: Its tags, without those that AWS itself sets.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._resource_tag import RESOURCE, tell


def main() -> None:
    exclusive = [("resource_arns", "tags"), ("resource_arns", "resource_types")]
    perform(RESOURCE, DOCUMENTATION, tell, mutually_exclusive=exclusive)


if __name__ == "__main__":
    main()
