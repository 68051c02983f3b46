#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_resource_policy_info
version_added: 0.1.0
short_description: List resource policies of Amazon CloudWatch Logs
description:
  - Lists resource policies of Amazon CloudWatch Logs in the form in which
    M(bidops.platform.cloudwatchlogs_resource_policy) returns them.
  - Uses the operation DescribeResourcePolicies of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the policy with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Who may write
  bidops.platform.cloudwatchlogs_resource_policy_info:
  register: found
"""

RETURN = r"""
resource_policies:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    policy_name:
      description: Name of the policy.
      type: str
    policy_document:
      description: The policy as JSON text.
      type: str
    last_updated_time:
      description: When it was last changed, in milliseconds since 1970.
      type: int
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_resource_policy import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
