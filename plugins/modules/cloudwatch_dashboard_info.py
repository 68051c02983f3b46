#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_dashboard_info
version_added: 0.1.0
short_description: List Amazon CloudWatch dashboards
description:
  - Lists dashboards of Amazon CloudWatch in the form in which M(bidops.platform.cloudwatch_dashboard) returns them.
  - Uses the operations ListDashboards and GetDashboard of C(cloudwatch), and ListTagsForResource where tags are asked
    for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the dashboard with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Read the dashboard
  bidops.platform.cloudwatch_dashboard_info:
    name: platform
  register: found
"""

RETURN = r"""
dashboards:
  description: What was found, each as GetDashboard describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    dashboard_name:
      description: Name of the dashboard.
      type: str
    dashboard_arn:
      description: ARN of the dashboard.
      type: str
    dashboard_body:
      description: The dashboard as JSON text.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.dashboard import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
