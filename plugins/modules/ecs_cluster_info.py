#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecs_cluster_info
version_added: 0.1.0
short_description: List Amazon ECS clusters
description:
  - Lists the clusters of Amazon ECS with their settings and capacity providers.
  - Uses the operations ListClusters and DescribeClusters of C(ecs), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the cluster with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All clusters of the region
  bidops.platform.ecs_cluster_info:
  register: found
"""

RETURN = r"""
clusters:
  description: What was found, each as DescribeClusters describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    cluster_name:
      description: Name of the cluster.
      type: str
    cluster_arn:
      description: ARN of the cluster.
      type: str
    status:
      description: State of the cluster.
      type: str
    tags:
      description: Tags of the cluster, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecs.cluster import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
