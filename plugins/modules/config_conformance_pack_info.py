#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_conformance_pack_info
version_added: 0.1.0
short_description: List conformance packs of AWS Config
description:
  - Lists conformance packs in the form in which M(bidops.platform.config_conformance_pack) returns them.
  - Uses the operations DescribeConformancePacks and DescribeConformancePackStatus of C(config), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the pack with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which packs there are
  bidops.platform.config_conformance_pack_info:
  register: found
"""

RETURN = r"""
conformance_packs:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    conformance_pack_name:
      description: Name of the pack.
      type: str
    conformance_pack_arn:
      description: ARN of the pack.
      type: str
    conformance_pack_id:
      description: Id of the pack.
      type: str
    conformance_pack_state:
      description: Its state, such as V(CREATE_COMPLETE).
      type: str
    conformance_pack_input_parameters:
      description: Values of the template's parameters, each with C(parameter_name) and C(parameter_value).
      type: list
      elements: dict
    last_update_requested_time:
      description: When it was last put, ISO 8601.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.conformance_pack import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
