#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_configuration_bundle_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore configuration bundles
description:
  - Lists the Amazon Bedrock AgentCore configuration bundles.
  - Uses the operations ListConfigurationBundles and GetConfigurationBundle of C(bedrock-agentcore-control), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the bundle with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All bundles
  bidops.platform.agentcore_configuration_bundle_info:
  register: found
"""

RETURN = r"""
configuration_bundles:
  description: What was found, each as GetConfigurationBundle describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    bundle_id:
      description: Id of the bundle, its name and ten characters.
      type: str
    bundle_arn:
      description: ARN of the bundle.
      type: str
    bundle_name:
      description: Name of the bundle.
      type: str
    version_id:
      description: Id of the newest version.
      type: str
    components:
      description: The settings.
      type: dict
    lineage_metadata:
      description: Branch, parents and message of the newest version.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.configuration_bundle import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
