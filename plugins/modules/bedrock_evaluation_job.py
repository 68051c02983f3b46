#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_evaluation_job
version_added: 0.1.0
short_description: Manage Amazon Bedrock evaluation jobs
description:
  - Starts an evaluation job of Amazon Bedrock, which rates models or knowledge bases by a dataset, waits for it and
    deletes it.
  - 'A job is found by its name and runs once: while it is there, nothing is started. Everything but tags changes with
    O(force_replace) only, which runs it again.'
  - A job takes minutes to hours, so raise O(wait_timeout), or set O(wait=false) and run the task again later. One
    that still runs is stopped before it is deleted.
  - Uses the operations CreateEvaluationJob, GetEvaluationJob, ListEvaluationJobs, StopEvaluationJob and
    BatchDeleteEvaluationJob of C(bedrock).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the job, unique in the account and region; 1 to 63 lower-case letters, digits and hyphens.
    type: str
    required: true
  description:
    description:
      - What is evaluated, 1 to 200 characters.
    type: str
  role_arn:
    description:
      - ARN of the role that the job uses. Required to create it.
    type: str
  application_type:
    description:
      - What is rated.
    type: str
    choices: [ModelEvaluation, RagEvaluation]
  evaluation_config:
    description:
      - How it is rated, with exactly one of C(automated) (C(dataset_metric_configs), C(evaluator_model_config),
        C(custom_metric_config)) and C(human). Required to create the job.
    type: dict
  inference_config:
    description:
      - Which models or knowledge bases are rated, with exactly one of C(models) and C(rag_configs). Required to
        create the job.
    type: dict
  output_data_config:
    description:
      - Where the results go, with C(s3_uri). Required to create the job.
    type: dict
  customer_encryption_key_id:
    description:
      - Id or ARN of the KMS key that encrypts the job.
    type: str
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
- name: Rate a model by our questions
  bidops.platform.bedrock_evaluation_job:
    name: questions-2026-11
    role_arn: arn:aws:iam::123456789012:role/bedrock-evaluation
    evaluation_config:
      automated:
        dataset_metric_configs:
          - task_type: QuestionAndAnswer
            dataset:
              name: questions
              dataset_location: {s3_uri: s3://example-evaluation/questions.jsonl}
            metric_names: [Builtin.Accuracy]
    inference_config:
      models:
        - bedrock_model:
            model_identifier: us.amazon.nova-pro-v1:0
    output_data_config:
      s3_uri: s3://example-evaluation/results/
    wait_timeout: 7200

- name: Remove the job; its results stay in S3
  bidops.platform.bedrock_evaluation_job:
    name: questions-2026-11
    state: absent
"""

RETURN = r"""
evaluation_job:
  description: The job as GetEvaluationJob describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
