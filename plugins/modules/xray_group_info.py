#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: xray_group_info
version_added: 0.1.0
short_description: List AWS X-Ray groups
description:
  - Lists groups of AWS X-Ray in the form in which M(bidops.platform.xray_group) returns them.
  - Uses the operation GetGroups of C(xray), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the group with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which groups there are
  bidops.platform.xray_group_info:
  register: found
"""

RETURN = r"""
groups:
  description: What was found, each as GetGroups describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    group_name:
      description: Name of the group.
      type: str
    group_arn:
      description: ARN of the group.
      type: str
    filter_expression:
      description: Which traces are in it.
      type: str
    insights_configuration:
      description: Whether insights are made and told of.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.xray_group import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
