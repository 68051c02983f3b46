#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_online_evaluation_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore online evaluations
description:
  - Lists the Amazon Bedrock AgentCore online evaluations.
  - Uses the operations ListOnlineEvaluationConfigs and GetOnlineEvaluationConfig of C(bedrock-agentcore-control), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the online evaluation with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What is rated at present?
  bidops.platform.agentcore_online_evaluation_info:
  register: found
"""

RETURN = r"""
online_evaluations:
  description: What was found, each as GetOnlineEvaluationConfig describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    online_evaluation_config_id:
      description: Its id, the name and ten characters.
      type: str
    online_evaluation_config_arn:
      description: Its ARN.
      type: str
    online_evaluation_config_name:
      description: Its name.
      type: str
    status:
      description: Its state, such as V(ACTIVE).
      type: str
    execution_status:
      description: 'V(ENABLED) or V(DISABLED).'
      type: str
    output_config:
      description: Where the ratings go.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.online_evaluation import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
