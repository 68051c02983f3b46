#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_delivery_channel
version_added: 0.1.0
short_description: Manage the delivery channel of AWS Config
description:
  - Creates, changes and deletes the delivery channel of AWS Config, of which an account has one in every region. A
    recorder must be there.
  - Takes the place of M(community.aws.config_delivery_channel), which has no check mode.
  - Uses the operations DescribeDeliveryChannels, PutDeliveryChannel and DeleteDeliveryChannel of C(config).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the channel, 1 to 256 characters. AWS calls it V(default) where nobody names it.
    type: str
    required: true
  s3_bucket_name:
    description:
      - The bucket that it delivers to, whose policy must let C(config.amazonaws.com) write.
    type: str
  s3_key_prefix:
    description:
      - What the keys in the bucket start with.
    type: str
  s3_kms_key_arn:
    description:
      - ARN of the key that encrypts the objects.
    type: str
  sns_topic_arn:
    description:
      - ARN of the topic that is told.
    type: str
  config_snapshot_delivery_properties:
    description:
      - How often a snapshot is delivered, with C(delivery_frequency), such as V(TwentyFour_Hours).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Where the recorder delivers to
  bidops.platform.config_delivery_channel:
    name: default
    s3_bucket_name: records
    config_snapshot_delivery_properties: {delivery_frequency: TwentyFour_Hours}

- name: Remove it
  bidops.platform.config_delivery_channel:
    name: default
    state: absent
"""

RETURN = r"""
delivery_channel:
  description: The channel as DescribeDeliveryChannels describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    name:
      description: Name of the channel.
      type: str
    s3_bucket_name:
      description: The bucket that it delivers to.
      type: str
    sns_topic_arn:
      description: ARN of the topic that is told.
      type: str
    config_snapshot_delivery_properties:
      description: How often a snapshot is delivered.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.delivery_channel import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
