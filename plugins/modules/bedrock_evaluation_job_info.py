#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_evaluation_job_info
version_added: 0.1.0
short_description: List Amazon Bedrock evaluation jobs
description:
  - Lists the Amazon Bedrock evaluation jobs.
  - Uses the operations ListEvaluationJobs and GetEvaluationJob of C(bedrock), and ListTagsForResource where tags are
    asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the job with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All evaluation jobs
  bidops.platform.bedrock_evaluation_job_info:
  register: found
"""

RETURN = r"""
evaluation_jobs:
  description: What was found, each as GetEvaluationJob describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    job_arn:
      description: ARN of the job.
      type: str
    job_name:
      description: Name of the job.
      type: str
    status:
      description: State of the job, such as V(Completed).
      type: str
    failure_messages:
      description: Why it failed.
      type: list
      elements: str
    output_data_config:
      description: Where the results are.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.evaluation_job import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
