#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_model_invocation_logging
version_added: 0.1.0
short_description: Set the logging of Amazon Bedrock model invocations
description:
  - Sets where Amazon Bedrock writes prompts and answers of all models in a region of an account, or turns that off.
  - There is one setting for an account and region. With O(record) what it was before is kept, to be put back by
    O(state=restored).
  - Uses the operations GetModelInvocationLoggingConfiguration, PutModelInvocationLoggingConfiguration and
    DeleteModelInvocationLoggingConfiguration of C(bedrock), and for the record GetParameter, PutParameter and
    DeleteParameter of C(ssm).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  logging_config:
    description:
      - The whole setting, with C(cloud_watch_config) (C(log_group_name), C(role_arn),
        C(large_data_delivery_s3_config)), C(s3_config) (C(bucket_name), C(key_prefix)) or both, and which data are
        written, C(text_data_delivery_enabled), C(image_data_delivery_enabled), C(embedding_data_delivery_enabled),
        C(video_data_delivery_enabled) and C(audio_data_delivery_enabled).
      - An empty dictionary turns logging off.
      - Required with O(state=present).
    type: dict
extends_documentation_fragment:
  - bidops.platform.record
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Write all prompts and answers to CloudWatch
  bidops.platform.bedrock_model_invocation_logging:
    logging_config:
      cloud_watch_config:
        log_group_name: /aws/bedrock/invocations
        role_arn: arn:aws:iam::123456789012:role/bedrock-logging
      text_data_delivery_enabled: true
    record: /shop/dev/settings/invocation-logging

- name: Put back what was there
  bidops.platform.bedrock_model_invocation_logging:
    state: restored
    record: /shop/dev/settings/invocation-logging
"""

RETURN = r"""
model_invocation_logging:
  description: The setting as GetModelInvocationLoggingConfiguration tells it, in snake_case; empty when logging is off.
  returned: always
  type: dict
  contains:
    cloud_watch_config:
      description: Log group and role.
      type: dict
    s3_config:
      description: Bucket and prefix.
      type: dict
    text_data_delivery_enabled:
      description: Whether text is written.
      type: bool
previous:
  description: The setting as it was before, in the same form.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.invocation_logging import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._recorded import run_recorded_setting


def main() -> None:
    run_recorded_setting(RESOURCE, DOCUMENTATION, required=("logging_config",))


if __name__ == "__main__":
    main()
