#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: securityhub_account
version_added: 0.1.0
short_description: Manage AWS Security Hub in an account
description:
  - Enables Security Hub CSPM in the account and region, with the standards that it checks, or disables it. One that is
    enabled is taken as it is, whoever did that; set O(required_tags) where only your own may be touched.
  - Security Hub costs money by what it checks, and needs a recorder of AWS Config.
  - Uses the operations EnableSecurityHub, DescribeHub, UpdateSecurityHubConfiguration, DisableSecurityHub,
    GetEnabledStandards, BatchEnableStandards, BatchDisableStandards, TagResource, UntagResource and ListTagsForResource
    of C(securityhub).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  standards:
    description:
      - ARNs of all standards that are checked, in any order, such as
        V(arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0). Others are
        disabled; left out, they stay as they are.
    type: list
    elements: str
  enable_default_standards:
    description:
      - Whether the standards of AWS's choice are enabled at first. AWS does so unless O(standards) is given. Only used
        to enable Security Hub.
    type: bool
  auto_enable_controls:
    description:
      - Whether new controls of these standards are checked as they come.
    type: bool
  control_finding_generator:
    description:
      - Whether a control gives one finding for all standards (V(SECURITY_CONTROL)), or one for each.
    type: str
    choices: [STANDARD_CONTROL, SECURITY_CONTROL]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Check the best practices of AWS
  bidops.platform.securityhub_account:
    standards:
      - arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0
    tags:
      project: assistant

- name: No longer
  bidops.platform.securityhub_account:
    state: absent
    required_tags:
      project: assistant
"""

RETURN = r"""
hub:
  description: The hub as DescribeHub describes it, in snake_case.
  returned: when it is enabled, or would be
  type: dict
  contains:
    hub_arn:
      description: ARN of the hub.
      type: str
    subscribed_at:
      description: When it was enabled, ISO 8601.
      type: str
    auto_enable_controls:
      description: Whether new controls are checked as they come.
      type: bool
    control_finding_generator:
      description: Whether findings are shared by standards.
      type: str
    standards:
      description: ARNs of the standards, when O(standards) was given.
      type: list
      elements: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.hub import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
