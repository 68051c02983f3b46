#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_data_automation_project_info
version_added: 0.1.0
short_description: List Amazon Bedrock Data Automation projects
description:
  - Lists the Amazon Bedrock Data Automation projects.
  - Uses the operations ListDataAutomationProjects and GetDataAutomationProject of C(bedrock-data-automation), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the project with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All projects with their tags
  bidops.platform.bedrock_data_automation_project_info:
    tags: {}
  register: found
"""

RETURN = r"""
projects:
  description: What was found, each as GetDataAutomationProject describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    project_arn:
      description: ARN of the project.
      type: str
    project_name:
      description: Name of the project.
      type: str
    project_stage:
      description: Its stage.
      type: str
    status:
      description: State of the project, such as V(COMPLETED).
      type: str
    standard_output_configuration:
      description: What is read out of everything.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.data_automation_project import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
