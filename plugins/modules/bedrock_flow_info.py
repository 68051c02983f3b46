#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_flow_info
version_added: 0.1.0
short_description: List Amazon Bedrock flows
description:
  - Lists the Amazon Bedrock flows.
  - Uses the operations ListFlows and GetFlow of C(bedrock-agent), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the flow with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which flows are not prepared?
  bidops.platform.bedrock_flow_info:
  register: found

- name: Their names
  ansible.builtin.debug:
    msg: "{{ found.flows | rejectattr('status', 'equalto', 'Prepared') | map(attribute='name') }}"
"""

RETURN = r"""
flows:
  description: What was found, each as GetFlow describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    id:
      description: Id of the flow.
      type: str
    arn:
      description: ARN of the flow.
      type: str
    name:
      description: Name of the flow.
      type: str
    status:
      description: 'V(Prepared), V(NotPrepared), V(Preparing) or V(Failed).'
      type: str
    definition:
      description: The graph.
      type: dict
    validations:
      description: What the service found, each with C(message) and C(severity).
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.flow import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
