#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatch_dashboard
version_added: 0.1.0
short_description: Manage Amazon CloudWatch dashboards
description:
  - Creates, changes and deletes a dashboard of Amazon CloudWatch. Dashboards belong to the account, not to a region.
  - Uses the operations PutDashboard, GetDashboard and DeleteDashboards of C(cloudwatch), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the dashboard; 1 to 255 letters, digits, hyphens and underscores.
    type: str
    required: true
  dashboard_body:
    description:
      - The whole dashboard, a dictionary or JSON text with C(widgets). It is passed on as it is, so its keys are those
        of CloudWatch, in camelCase, and compared by what it says, not by its spaces.
      - Required to create the dashboard.
    type: json
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Show what the API does
  bidops.platform.cloudwatch_dashboard:
    name: platform
    dashboard_body:
      widgets:
        - type: metric
          x: 0
          y: 0
          width: 12
          height: 6
          properties:
            title: Requests
            region: us-east-1
            stat: Sum
            period: 300
            metrics: [[AWS/ApplicationELB, RequestCount]]

- name: Remove the dashboard
  bidops.platform.cloudwatch_dashboard:
    name: platform
    state: absent
"""

RETURN = r"""
dashboard:
  description: The dashboard as GetDashboard describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.dashboard import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
