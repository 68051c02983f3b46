#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wellarchitected_workload
version_added: 0.1.0
short_description: Manage workloads of the AWS Well-Architected Tool
description:
  - Defines workloads in the AWS Well-Architected Tool, associates lenses with them, updates and deletes them.
  - A lens that is not listed any more is disassociated, and its answers are lost.
  - Uses the operations CreateWorkload, ListWorkloads, GetWorkload, UpdateWorkload, DeleteWorkload, AssociateLenses,
    DisassociateLenses, TagResource and UntagResource of C(wellarchitected).
  - 'Unverified against AWS: that a workload may be without the lens V(wellarchitected), and that a lens that is not in
    the catalogue of the account yet can be associated at once.'
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the workload, 3 to 100 characters, unique in the account and region.
    type: str
    required: true
  description:
    description:
      - What it is, 3 to 250 characters. Needed to create it.
    type: str
  environment:
    description:
      - Whether it is in production. Needed to create it.
    type: str
    choices: [PRODUCTION, PREPRODUCTION]
  lenses:
    description:
      - The lenses that it is held against, in any order, each by its alias or ARN, such as V(wellarchitected) and
        V(arn:aws:wellarchitected::aws:lens/genai). Needed to create it.
    type: list
    elements: str
  review_owner:
    description:
      - Who is responsible for the review, 3 to 255 characters. AWS wants one.
    type: str
  account_ids:
    description:
      - Accounts that it spans, in any order, 100 at most.
    type: list
    elements: str
  aws_regions:
    description:
      - AWS regions that it spans, in any order, 50 at most. It needs these or O(non_aws_regions).
    type: list
    elements: str
  non_aws_regions:
    description:
      - Other places that it spans, in any order, 5 at most.
    type: list
    elements: str
  pillar_priorities:
    description:
      - Ids of pillars, the most important one first, such as V(security).
    type: list
    elements: str
  architectural_design:
    description:
      - URL of its architecture.
    type: str
  industry_type:
    description:
      - Kind of industry, in the words of the tool.
    type: str
  industry:
    description:
      - Industry, in the words of the tool.
    type: str
  notes:
    description:
      - Notes about it, 2084 characters at most.
    type: str
  improvement_status:
    description:
      - How far its improvement is.
    type: str
    choices: [NOT_APPLICABLE, NOT_STARTED, IN_PROGRESS, COMPLETE, RISK_ACKNOWLEDGED]
  discovery_config:
    description:
      - How the tool looks into accounts, with C(trusted_advisor_integration_status), V(ENABLED) or V(DISABLED), and
        C(workload_resource_definition), a list of V(WORKLOAD_METADATA) and V(APP_REGISTRY).
    type: dict
  applications:
    description:
      - ARN of the application in AppRegistry, one at most.
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Hold the platform against the framework and the lens for generative AI
  bidops.platform.wellarchitected_workload:
    name: assistant
    description: An assistant that answers from our documents
    environment: PRODUCTION
    review_owner: team@example.com
    aws_regions: [us-east-1]
    lenses: [wellarchitected, "arn:aws:wellarchitected::aws:lens/genai"]
    tags:
      project: assistant
  register: assistant

- name: Say how many high risks are left
  ansible.builtin.debug:
    msg: "{{ assistant.workload.risk_counts.HIGH | default(0) }} high risks"

- name: Delete it
  bidops.platform.wellarchitected_workload:
    name: assistant
    state: absent
"""

RETURN = r"""
workload:
  description: The workload as GetWorkload describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    workload_id:
      description: Id of the workload.
      type: str
    workload_arn:
      description: ARN of the workload.
      type: str
    workload_name:
      description: Name of the workload.
      type: str
    description:
      description: What it is.
      type: str
    environment:
      description: 'V(PRODUCTION) or V(PREPRODUCTION).'
      type: str
    lenses:
      description: The lenses that it is held against.
      type: list
      elements: str
    risk_counts:
      description: How many questions have which risk, with C(HIGH), C(MEDIUM), C(NONE), C(UNANSWERED) and
        C(NOT_APPLICABLE), those only that occur.
      type: dict
    improvement_status:
      description: How far its improvement is.
      type: str
    owner:
      description: The account that it belongs to.
      type: str
    updated_at:
      description: When it was last changed, ISO 8601.
      type: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.workload import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
