#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: xray_sampling_rule_info
version_added: 0.1.0
short_description: List AWS X-Ray sampling rules
description:
  - Lists sampling rules of AWS X-Ray in the form in which M(bidops.platform.xray_sampling_rule) returns them.
  - Uses the operation GetSamplingRules of C(xray), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the rule with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What the default rule says
  bidops.platform.xray_sampling_rule_info:
    name: Default
  register: found
"""

RETURN = r"""
sampling_rules:
  description: What was found, each as GetSamplingRules describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    rule_name:
      description: Name of the rule.
      type: str
    rule_arn:
      description: ARN of the rule.
      type: str
    priority:
      description: Its place among the rules.
      type: int
    fixed_rate:
      description: Share of the requests, 0 to 1.
      type: float
    reservoir_size:
      description: How many requests a second are always traced.
      type: int
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.xray_sampling_rule import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
