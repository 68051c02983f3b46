#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_rule_info
version_added: 0.1.0
short_description: List rules of AWS Config
description:
  - Lists rules of AWS Config in the form in which M(bidops.platform.config_rule) returns them.
  - Uses the operation DescribeConfigRules of C(config), and ListTagsForResource where tags are asked for.
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
- name: Is the rule there
  bidops.platform.config_rule_info:
    name: bucket-versions
  register: found
  failed_when: found.config_rules | length != 1
"""

RETURN = r"""
config_rules:
  description: What was found, each as DescribeConfigRules describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    config_rule_name:
      description: Name of the rule.
      type: str
    config_rule_arn:
      description: ARN of the rule.
      type: str
    config_rule_id:
      description: Id of the rule.
      type: str
    config_rule_state:
      description: State of the rule, such as V(ACTIVE) or V(EVALUATING).
      type: str
    description:
      description: What it is for.
      type: str
    source:
      description: What it checks.
      type: dict
    scope:
      description: Which resources it checks.
      type: dict
    input_parameters:
      description: Its parameters, JSON.
      type: str
    maximum_execution_frequency:
      description: How often it is run.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.config_rule import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
