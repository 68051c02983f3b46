#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_ingestion_job_info
version_added: 0.1.0
short_description: List ingestion jobs of Amazon Bedrock data sources
description:
  - Lists the ingestion jobs of a data source in the form in which M(bidops.platform.bedrock_ingestion_job) returns
    them.
  - Uses the operations ListIngestionJobs and GetIngestionJob of C(bedrock-agent).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  knowledge_base_id:
    description: Id of the knowledge base.
    type: str
    required: true
  data_source_id:
    description: Id of the data source.
    type: str
    required: true
  ingestion_job_id:
    description: Only the job with this id.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What became of the jobs
  bidops.platform.bedrock_ingestion_job_info:
    knowledge_base_id: ABCDEFGHIJ
    data_source_id: KLMNOPQRST
  register: found

- name: Show it
  ansible.builtin.debug:
    msg: "{{ found.ingestion_jobs | map(attribute='statistics') }}"
"""

RETURN = r"""
ingestion_jobs:
  description: What was found, each as GetIngestionJob describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    ingestion_job_id:
      description: Id of the job.
      type: str
    status:
      description: State of the job, such as V(COMPLETE).
      type: str
    statistics:
      description: Numbers of documents scanned, indexed, modified, deleted and failed.
      type: dict
    failure_reasons:
      description: Why documents, or the whole job, failed.
      type: list
      elements: str
    started_at:
      description: When it started, ISO 8601.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.ingestion_job import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
