#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_ingestion_job
version_added: 0.1.0
short_description: Ingest the data of Amazon Bedrock data sources
description:
  - Starts an ingestion job, which reads a data source into its knowledge base, and waits for it.
  - By default a job is started only when one is needed, that is when none has completed since the data source or one of
    its objects in S3 last changed. That objects were deleted cannot be seen; use O(run=always) then.
  - A job that is running is waited for first, for there can be only one at a time.
  - Uses the operations StartIngestionJob, GetIngestionJob, ListIngestionJobs and GetDataSource of C(bedrock-agent), and
    ListObjectsV2 of C(s3).
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
  run:
    description: When to start a job.
    type: str
    default: if_needed
    choices: [if_needed, always]
  description:
    description: Why the job runs.
    type: str
extends_documentation_fragment:
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Take in what is new
  bidops.platform.bedrock_ingestion_job:
    knowledge_base_id: ABCDEFGHIJ
    data_source_id: KLMNOPQRST
    wait_timeout: 1800
"""

RETURN = r"""
ingestion_job:
  description: The job as GetIngestionJob describes it, in snake_case. The last one when none was started.
  returned: when there is one
  type: dict
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
reason:
  description: Why a job was started, or why none was needed.
  returned: always
  type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.ingestion import ingest
from ansible_collections.bidops.platform.plugins.module_utils._bedrock.ingestion_job import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, ingest)


if __name__ == "__main__":
    main()
