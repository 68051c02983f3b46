#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_data_automation_blueprint_info
version_added: 0.1.0
short_description: List Amazon Bedrock Data Automation blueprints
description:
  - Lists the Amazon Bedrock Data Automation blueprints.
  - Uses the operations ListBlueprints and GetBlueprint of C(bedrock-data-automation), and ListTagsForResource where
    tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the blueprint with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find the blueprint for invoices
  bidops.platform.bedrock_data_automation_blueprint_info:
    name: invoice
  register: found
"""

RETURN = r"""
blueprints:
  description: What was found, each as GetBlueprint describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    blueprint_arn:
      description: ARN of the blueprint.
      type: str
    blueprint_name:
      description: Name of the blueprint.
      type: str
    schema:
      description: What it reads, as JSON text.
      type: str
    type:
      description: What it is for.
      type: str
    blueprint_stage:
      description: Its stage.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.data_automation_blueprint import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
