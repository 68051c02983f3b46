#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: platform_resources_info
version_added: 0.1.0
short_description: Find everything that belongs to a platform
description:
  - Asks every service that the platform uses for the resources that carry its tags C(bidops:platform),
    C(bidops:environment) and C(bidops:region), for the region of the task. What has no region of its own, such as a
    role, says by this tag which region's platform it belongs to.
  - Each service is asked itself, since the tagging service knows neither all types nor what was tagged just now.
  - A service that does not answer makes the module fail, because what it holds is then not known.
  - What cannot be tagged belongs to its parent and is not listed, such as data sources and gateway targets.
  - Uses the operations of C(ec2), C(kms), C(iam), C(s3), C(logs), C(ssm), C(rds), C(secretsmanager), C(opensearch),
    C(bedrock-agent), C(bedrock-agentcore-control), C(sns), C(cloudwatch), C(xray), C(budgets), C(ce), C(cloudtrail),
    C(backup), C(config), C(wellarchitected), C(accessanalyzer) and of every other service of the platform that list
    resources and their tags, and GetCallerIdentity of C(sts).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  platform:
    description: Value of the tag C(bidops:platform).
    type: str
    required: true
  environment:
    description: Value of the tag C(bidops:environment).
    type: str
    required: true
  layer:
    description: Value of the tag C(bidops:layer), to see one layer only.
    type: str
  types:
    description: Only these types, such as V(rds_cluster), which asks fewer services.
    type: list
    elements: str
  ignore_unanswered:
    description: Return what is known when services do not answer; which ones is in RV(unanswered).
    type: bool
    default: false
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: See what the platform consists of
  bidops.platform.platform_resources_info:
    platform: shop
    environment: dev
  register: platform

- name: Fail if anything is left
  ansible.builtin.assert:
    that: platform.resources | length == 0
"""

RETURN = r"""
resources:
  description: The resources, sorted by layer, type and id.
  returned: success
  type: list
  elements: dict
  contains:
    type:
      description: Type of the resource.
      type: str
      sample: nat_gateway
    id:
      description: Its id, or its name where it has none.
      type: str
    arn:
      description: Its ARN.
      type: str
    layer:
      description: Value of its tag C(bidops:layer), empty without it.
      type: str
    key:
      description: Value of its tag C(bidops:key), empty without it.
      type: str
    service:
      description: The service that told of it, by its boto3 name.
      type: str
by_layer:
  description: Number of resources in each layer.
  returned: success
  type: dict
  sample:
    network: 14
unanswered:
  description: Types whose service did not answer, each with C(service), C(type) and C(reason).
  returned: success
  type: list
  elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._census import take
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource

RESOURCE = Resource(service="ec2", noun="", returns="resources")


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, take)


if __name__ == "__main__":
    main()
