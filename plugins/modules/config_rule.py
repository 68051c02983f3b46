#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_rule
version_added: 0.1.0
short_description: Manage rules of AWS Config
description:
  - Creates, updates and deletes rules of AWS Config. A recorder must be there.
  - Takes the place of M(community.aws.config_rule), which has no check mode.
  - Uses the operations DescribeConfigRules, PutConfigRule, DeleteConfigRule, TagResource, UntagResource and
    ListTagsForResource of C(config).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the rule, 1 to 128 characters.
    type: str
    required: true
  source:
    description:
      - What it checks, with C(owner), V(AWS), V(CUSTOM_LAMBDA) or V(CUSTOM_POLICY), C(source_identifier), the name of a
        rule of AWS such as V(S3_BUCKET_VERSIONING_ENABLED) or the ARN of a function, C(source_details) and
        C(custom_policy_details). Needed to create it.
    type: dict
  description:
    description:
      - What it is for, 256 characters at most.
    type: str
  scope:
    description:
      - Which resources it checks, with C(compliance_resource_types) (in any order), C(compliance_resource_id),
        C(tag_key) and C(tag_value).
    type: dict
  input_parameters:
    description:
      - Parameters of the rule, a dictionary or JSON.
    type: json
  maximum_execution_frequency:
    description:
      - How often it is run, where it does not follow changes.
    type: str
    choices: [One_Hour, Three_Hours, Six_Hours, Twelve_Hours, TwentyFour_Hours]
  evaluation_modes:
    description:
      - When it checks, each with C(mode), V(DETECTIVE) or V(PROACTIVE).
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All buckets have versions
  bidops.platform.config_rule:
    name: bucket-versions
    source: {owner: AWS, source_identifier: S3_BUCKET_VERSIONING_ENABLED}
    scope: {compliance_resource_types: ["AWS::S3::Bucket"]}
    tags:
      project: assistant

- name: Delete it
  bidops.platform.config_rule:
    name: bucket-versions
    state: absent
"""

RETURN = r"""
config_rule:
  description: The rule as DescribeConfigRules describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.config_rule import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
