#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_rules
version_added: 0.1.0
short_description: Manage many rules of AWS Config at once
description:
  - Creates, changes and deletes a list of rules of AWS Config in one task, each as M(bidops.platform.config_rule) does
    it, several at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.config_rule) uses, of C(config).
  - With the permission C(tag:GetResources) the tags of all of them are looked at with one request; without it, with one
    each.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  config_rules:
    description:
      - The rules, each with the options of M(bidops.platform.config_rule).
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description: See O(bidops.platform.config_rule#module:name).
        type: str
        required: true
      source:
        description: See O(bidops.platform.config_rule#module:source).
        type: dict
      description:
        description: See O(bidops.platform.config_rule#module:description).
        type: str
      scope:
        description: See O(bidops.platform.config_rule#module:scope).
        type: dict
      input_parameters:
        description: See O(bidops.platform.config_rule#module:input_parameters).
        type: json
      maximum_execution_frequency:
        description: See O(bidops.platform.config_rule#module:maximum_execution_frequency).
        type: str
        choices: [One_Hour, Three_Hours, Six_Hours, Twelve_Hours, TwentyFour_Hours]
      evaluation_modes:
        description: See O(bidops.platform.config_rule#module:evaluation_modes).
        type: list
        elements: dict
      tags:
        description: Tags that it has beside O(tags).
        type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All buckets have versions, and all volumes are encrypted
  bidops.platform.config_rules:
    config_rules:
      - name: bucket-versions
        source: {owner: AWS, source_identifier: S3_BUCKET_VERSIONING_ENABLED}
        scope: {compliance_resource_types: ["AWS::S3::Bucket"]}
      - name: encrypted-volumes
        source: {owner: AWS, source_identifier: ENCRYPTED_VOLUMES}
    tags:
      project: assistant

- name: Delete both
  bidops.platform.config_rules:
    config_rules: [{name: bucket-versions}, {name: encrypted-volumes}]
    state: absent
"""

RETURN = r"""
config_rules:
  description: Name to rule as M(bidops.platform.config_rule) returns it, in the order of the list.
  returned: always
  type: dict
results:
  description: What became of each rule, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(config_rules).
      type: str
    changed:
      description: Whether it was changed.
      type: bool
    failed:
      description: That it failed.
      type: bool
    msg:
      description: Why it failed.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._engine.together import by_names
from ansible_collections.bidops.platform.plugins.module_utils._governance.config_rule import RESOURCE

READ_ALL = by_names("DescribeConfigRules", "ConfigRuleNames", "ConfigRuleName")


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=READ_ALL)


if __name__ == "__main__":
    main()
