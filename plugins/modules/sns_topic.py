#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: sns_topic
version_added: 0.1.0
short_description: Manage Amazon SNS topics
description:
  - Creates, changes and deletes a topic of Amazon SNS, with its attributes and subscriptions.
  - What is not given stays as it is. The name says whether it is a FIFO topic.
  - Uses the operations CreateTopic, GetTopicAttributes, SetTopicAttributes, ListSubscriptionsByTopic,
    GetSubscriptionAttributes, SetSubscriptionAttributes, Subscribe, Unsubscribe and DeleteTopic of C(sns), its tag
    operations, and GetCallerIdentity of C(sts).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the topic; 1 to 256 letters, digits, hyphens and underscores, with C(.fifo) at the end for a FIFO topic.
    type: str
    required: true
  display_name:
    description:
      - What people see as the sender, 100 characters at most.
    type: str
  kms_master_key_id:
    description:
      - Id, ARN or alias of the KMS key that encrypts messages; empty text turns encryption off. Alarms and other
        services can only publish if the key's policy lets them, so V(alias/aws/sns) is of no use for them.
    type: str
  policy:
    description:
      - Who may publish and subscribe, a dictionary or JSON text, compared by what it means. A new topic may be used by
        its own account alone.
    type: json
  delivery_policy:
    description:
      - How deliveries to HTTP endpoints are tried again, a dictionary or JSON text with the API's own names.
    type: json
  tracing_config:
    description:
      - Whether X-Ray sees messages, V(Active), or only passes on what their senders started, V(PassThrough).
    type: str
    choices: [PassThrough, Active]
  signature_version:
    description:
      - Hash of the signatures, V(1) for SHA1, which a new topic has, or V(2) for SHA256.
    type: str
    choices: ["1", "2"]
  content_based_deduplication:
    description:
      - For a FIFO topic, whether equal messages are the same message.
    type: bool
  fifo_throughput_scope:
    description:
      - For a FIFO topic, what has the limit of throughput.
    type: str
    choices: [Topic, MessageGroup]
  archive_policy:
    description:
      - For a FIFO topic, how long messages are kept for replay, a dictionary or JSON text with
        C(MessageRetentionPeriod) in days.
    type: json
  subscriptions:
    description:
      - Who gets the messages. It is the whole wish unless O(purge_subscriptions=false).
      - Receivers of e-mail and HTTP have to agree first. Until then nothing can be changed about their subscription,
        and it cannot be removed; it ends by itself after a while.
    type: list
    elements: dict
    suboptions:
      protocol:
        description: How it gets them.
        type: str
        required: true
        choices: [application, email, email-json, firehose, http, https, lambda, sms, sqs]
      endpoint:
        description: Address, number or ARN of the receiver.
        type: str
        required: true
      attributes:
        description:
          - Attributes of the subscription under the API's own names, such as C(RawMessageDelivery) and C(FilterPolicy),
            a dictionary or JSON text. Only those given are compared.
        type: dict
  purge_subscriptions:
    description:
      - Remove subscriptions that are not in O(subscriptions).
    type: bool
    default: true
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A topic for alarms
  bidops.platform.sns_topic:
    name: alerts
    kms_master_key_id: alias/alerts
    signature_version: "2"
    policy:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal: {Service: [cloudwatch.amazonaws.com, budgets.amazonaws.com, costalerts.amazonaws.com]}
          Action: sns:Publish
          Resource: arn:aws:sns:us-east-1:123456789012:alerts
    subscriptions:
      - protocol: email
        endpoint: oncall@example.com

- name: Remove the topic
  bidops.platform.sns_topic:
    name: alerts
    state: absent
"""

RETURN = r"""
topic:
  description: The topic, with the options given as they are now.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Name of the topic.
      type: str
    topic_arn:
      description: ARN of the topic, in check mode too.
      type: str
    attributes:
      description: All its attributes as GetTopicAttributes tells them, under the API's own names.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.topic import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
