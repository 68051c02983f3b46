#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_online_evaluation
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore online evaluations
description:
  - Creates, changes and deletes an online evaluation of Amazon Bedrock AgentCore, which lets evaluators rate a sample
    of what an agent does in production, from its traces in CloudWatch.
  - Uses the operations CreateOnlineEvaluationConfig, GetOnlineEvaluationConfig, ListOnlineEvaluationConfigs,
    UpdateOnlineEvaluationConfig and DeleteOnlineEvaluationConfig of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the online evaluation, unique in the account and region; starts with a letter, then letters, digits
        and underscores, 48 characters at most.
    type: str
    required: true
  description:
    description:
      - What it watches, 1 to 200 characters.
    type: str
  rule:
    description:
      - What is rated, with C(sampling_config) (C(sampling_percentage), 0.01 to 100), C(filters) (each C(key),
        C(operator), C(value)) and C(session_config) (C(session_timeout_minutes)). Required to create it.
    type: dict
  data_source_config:
    description:
      - 'Where the traces are, with C(cloud_watch_logs): C(log_group_names) or C(log_group_name_prefixes), and
        C(service_names). Required to create it.'
    type: dict
  evaluators:
    description:
      - The evaluators, each with C(evaluator_id), such as V(Builtin.Helpfulness). Their order does not matter.
    type: list
    elements: dict
  insights:
    description:
      - Insights to derive, each with C(insight_id).
    type: list
    elements: dict
  clustering_config:
    description:
      - How often insights are grouped, with the list C(frequencies) of V(DAILY), V(WEEKLY) and V(MONTHLY).
    type: dict
  output_config:
    description:
      - Where ratings go, with C(cloud_watch_config) (C(log_group_name), C(metrics_namespace), C(result_destination)).
        The service makes a log group by default.
    type: dict
  evaluation_execution_role_arn:
    description:
      - ARN of the role that reads traces and calls models. Required to create it.
    type: str
  enabled:
    description:
      - Whether it runs. A new one does by default.
    type: bool
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Rate every tenth session of the assistant
  bidops.platform.agentcore_online_evaluation:
    name: assistant_quality
    evaluation_execution_role_arn: arn:aws:iam::123456789012:role/evaluation
    rule:
      sampling_config:
        sampling_percentage: 10
    data_source_config:
      cloud_watch_logs:
        log_group_names: [/aws/bedrock-agentcore/runtimes/assistant]
        service_names: [assistant.DEFAULT]
    evaluators:
      - evaluator_id: Builtin.Helpfulness

- name: Pause it
  bidops.platform.agentcore_online_evaluation:
    name: assistant_quality
    enabled: false

- name: Remove it
  bidops.platform.agentcore_online_evaluation:
    name: assistant_quality
    state: absent
"""

RETURN = r"""
online_evaluation:
  description: The online evaluation as GetOnlineEvaluationConfig describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
