#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_delivery_sources
version_added: 0.1.0
short_description: Manage many sources of vended logs at once
description:
  - Creates, changes and deletes a list of sources of vended logs in one task, each as
    M(bidops.platform.cloudwatchlogs_delivery_source) does it. All of them are read with one request, and several are
    changed at a time.
  - Those that are not in the list stay as they are.
  - One that fails does not keep the others from being made; the module then fails and says why.
  - Uses the operations that M(bidops.platform.cloudwatchlogs_delivery_source) uses, of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  delivery_sources:
    description:
      - The sources, each with the options of M(bidops.platform.cloudwatchlogs_delivery_source).
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description: See O(bidops.platform.cloudwatchlogs_delivery_source#module:name).
        type: str
        required: true
      resource_arn:
        description: See O(bidops.platform.cloudwatchlogs_delivery_source#module:resource_arn).
        type: str
      log_type:
        description: See O(bidops.platform.cloudwatchlogs_delivery_source#module:log_type).
        type: str
      delivery_source_configuration:
        description: See O(bidops.platform.cloudwatchlogs_delivery_source#module:delivery_source_configuration).
        type: dict
      tags:
        description: Tags that it has beside O(tags).
        type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Say what is logged of the agent
  bidops.platform.cloudwatchlogs_delivery_sources:
    delivery_sources:
      - name: assistant-logs
        resource_arn: &agent arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/assistant-abcdefghij
        log_type: APPLICATION_LOGS
      - name: assistant-traces
        resource_arn: *agent
        log_type: TRACES
    tags:
      project: assistant

- name: Remove both
  bidops.platform.cloudwatchlogs_delivery_sources:
    delivery_sources: [{name: assistant-logs}, {name: assistant-traces}]
    state: absent
"""

RETURN = r"""
delivery_sources:
  description: Name to source as M(bidops.platform.cloudwatchlogs_delivery_source) returns it, in the order of the list.
  returned: always
  type: dict
results:
  description: What became of each source, in the order of the list.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: The key in RV(delivery_sources).
      type: str
    changed:
      description: Whether it was changed.
      type: bool
    failed:
      description: That it failed.
      type: bool
    msg:
      description: Why it failed.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._engine.together import by_list
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_delivery_source import RESOURCE


def main() -> None:
    run_list(RESOURCE, DOCUMENTATION, read_all=by_list("name"))


if __name__ == "__main__":
    main()
