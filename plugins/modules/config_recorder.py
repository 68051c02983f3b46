#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_recorder
version_added: 0.1.0
short_description: Manage the recorder of AWS Config
description:
  - Creates, starts, stops, changes and deletes the recorder of AWS Config, of which an account has one in every region.
  - A recorder starts only when there is a delivery channel, and a channel needs a recorder. So make the recorder, then
    the channel (M(bidops.platform.config_delivery_channel)), then start the recorder.
  - Takes the place of M(community.aws.config_recorder), which has no check mode.
  - Uses the operations DescribeConfigurationRecorders, DescribeConfigurationRecorderStatus, PutConfigurationRecorder,
    StartConfigurationRecorder, StopConfigurationRecorder, DeleteConfigurationRecorder, TagResource, UntagResource and
    ListTagsForResource of C(config).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the recorder, 1 to 256 characters. AWS calls it V(default) where nobody names it.
    type: str
    required: true
  role_arn:
    description:
      - ARN of the role by which AWS Config looks at resources.
    type: str
  recording_group:
    description:
      - What is recorded, everything but global resources when it is left out, with C(all_supported),
        C(include_global_resource_types), C(resource_types), C(exclusion_by_resource_types) and C(recording_strategy),
        which has C(use_only). To record some types only, set C(all_supported) to false as well.
    type: dict
  recording_mode:
    description:
      - How often it is recorded, with C(recording_frequency), V(CONTINUOUS) or V(DAILY), and
        C(recording_mode_overrides).
    type: dict
  recording:
    description:
      - Whether it records. Left out, it stays as it is; a new one does not.
    type: bool
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A recorder
  bidops.platform.config_recorder:
    name: default
    role_arn: arn:aws:iam::123456789012:role/config
    recording_group: {all_supported: true, include_global_resource_types: true}

- name: Where it delivers to
  bidops.platform.config_delivery_channel:
    name: default
    s3_bucket_name: records

- name: Start it
  bidops.platform.config_recorder:
    name: default
    recording: true

- name: Stop it
  bidops.platform.config_recorder:
    name: default
    recording: false

- name: Remove the channel
  bidops.platform.config_delivery_channel:
    name: default
    state: absent

- name: Remove it
  bidops.platform.config_recorder:
    name: default
    state: absent
"""

RETURN = r"""
recorder:
  description: The recorder as DescribeConfigurationRecorders describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    name:
      description: Name of the recorder.
      type: str
    arn:
      description: ARN of the recorder.
      type: str
    role_arn:
      description: ARN of its role.
      type: str
    recording_group:
      description: What is recorded.
      type: dict
    recording_mode:
      description: How often it is recorded.
      type: dict
    recording:
      description: Whether it records, when O(recording) was given.
      type: bool
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.config_recorder import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
