#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: servicediscovery_service_info
version_added: 0.1.0
short_description: List AWS Cloud Map services
description:
  - Lists the services of AWS Cloud Map, of one namespace or all.
  - Uses the operations ListServices and GetService of C(servicediscovery), and ListTagsForResource where tags are asked
    for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only services with this name.
    type: str
  namespace_id:
    description:
      - Only services of this namespace.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: The names in a namespace
  bidops.platform.servicediscovery_service_info:
    namespace_id: ns-0123456789abcdef
  register: found
"""

RETURN = r"""
services:
  description: What was found, each as GetService describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the service.
      type: str
    arn:
      description: ARN of the service.
      type: str
    name:
      description: Name of the service.
      type: str
    namespace_id:
      description: Id of the namespace.
      type: str
    tags:
      description: Tags of the service, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._servicediscovery.service import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
