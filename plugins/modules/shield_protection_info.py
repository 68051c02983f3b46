#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: shield_protection_info
version_added: 0.1.0
short_description: List protections by AWS Shield Advanced
description:
  - Lists protections in the form in which M(bidops.platform.shield_protection) returns them. There are none where the
    account has no subscription to Shield Advanced.
  - Uses the operations ListProtections and DescribeProtection of C(shield), and ListTagsForResource where tags are
    asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_arn:
    description:
      - Only the protection of this resource.
    type: str
  name:
    description:
      - Only protections with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What is protected
  bidops.platform.shield_protection_info:
  register: found
"""

RETURN = r"""
protections:
  description: What was found, each as DescribeProtection describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the protection.
      type: str
    name:
      description: Name of the protection.
      type: str
    resource_arn:
      description: ARN of what is protected.
      type: str
    protection_arn:
      description: ARN of the protection.
      type: str
    health_check_ids:
      description: Ids of its health checks.
      type: list
      elements: str
    application_layer_automatic_response:
      description: What is done with requests of an attack, V(BLOCK), V(COUNT) or V(DISABLED).
      type: str
    application_layer_automatic_response_configuration:
      description: The same as the service says it, once it was enabled.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.shield_protection import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
