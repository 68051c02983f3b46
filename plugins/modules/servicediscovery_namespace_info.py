#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: servicediscovery_namespace_info
version_added: 0.1.0
short_description: List AWS Cloud Map namespaces
description:
  - Lists the namespaces of AWS Cloud Map.
  - Uses the operation ListNamespaces of C(servicediscovery), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the namespace with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All namespaces of the region
  bidops.platform.servicediscovery_namespace_info:
  register: found
"""

RETURN = r"""
namespaces:
  description: What was found, each as ListNamespaces describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the namespace.
      type: str
    arn:
      description: ARN of the namespace.
      type: str
    name:
      description: Name of the namespace.
      type: str
    type:
      description: Kind of namespace.
      type: str
    tags:
      description: Tags of the namespace, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._servicediscovery.namespace import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
