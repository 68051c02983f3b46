#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_remediation
version_added: 0.1.0
short_description: Manage what mends resources that break a rule of AWS Config
description:
  - Attaches a document of Systems Manager Automation to a rule of AWS Config, changes how it is run, or detaches it. A
    rule has one at most.
  - Uses the operations DescribeRemediationConfigurations, PutRemediationConfigurations and
    DeleteRemediationConfiguration of C(config).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  config_rule_name:
    description:
      - Name of the rule.
    type: str
    required: true
  target_id:
    description:
      - Name of the document, such as V(AWS-DisableS3BucketPublicReadWrite). Needed to create it.
    type: str
  target_type:
    description:
      - Kind of target. There is only V(SSM_DOCUMENT), which AWS is told when it is left out.
    type: str
  target_version:
    description:
      - Version of the document.
    type: str
  parameters:
    description:
      - Parameters of the document. Each key is the name of one, each value has C(resource_value), with C(value)
        V(RESOURCE_ID), for the resource that breaks the rule, or C(static_value), with a list C(values).
    type: dict
  resource_type:
    description:
      - Type of the resource, such as V(AWS::S3::Bucket).
    type: str
  automatic:
    description:
      - Whether it is run by itself, rather than by a person. Needs O(maximum_automatic_attempts) and
        O(retry_attempt_seconds).
    type: bool
  maximum_automatic_attempts:
    description:
      - How often it is tried, 1 to 25 times.
    type: int
  retry_attempt_seconds:
    description:
      - Within how many seconds, 1 to 2678000.
    type: int
  execution_controls:
    description:
      - How many are mended at once, with C(ssm_controls), which has C(concurrent_execution_rate_percentage) and
        C(error_percentage), each 1 to 100.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Close buckets that are public
  bidops.platform.config_remediation:
    config_rule_name: s3-bucket-public-read-prohibited
    target_id: AWS-DisableS3BucketPublicReadWrite
    parameters:
      AutomationAssumeRole: {static_value: {values: ["arn:aws:iam::123456789012:role/remediation"]}}
      S3BucketName: {resource_value: {value: RESOURCE_ID}}
    automatic: true
    maximum_automatic_attempts: 5
    retry_attempt_seconds: 60

- name: No longer
  bidops.platform.config_remediation:
    config_rule_name: s3-bucket-public-read-prohibited
    state: absent
"""

RETURN = r"""
remediation:
  description: The remediation as DescribeRemediationConfigurations describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    arn:
      description: ARN of the remediation.
      type: str
    config_rule_name:
      description: Name of the rule.
      type: str
    target_id:
      description: Name of the document.
      type: str
    target_type:
      description: Always V(SSM_DOCUMENT).
      type: str
    parameters:
      description: Parameters of the document.
      type: dict
    automatic:
      description: Whether it is run by itself.
      type: bool
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.remediation import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
