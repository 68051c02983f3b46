#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: rds_aurora_cluster_info
version_added: 0.1.0
short_description: List Amazon Aurora clusters
description:
  - Lists clusters of C(rds) in the form in which M(bidops.platform.rds_aurora_cluster) returns them.
  - Uses the operation DescribeDBClusters of C(rds), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the cluster with this identifier.
    type: str
    aliases: [db_cluster_identifier]
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Look at the cluster
  bidops.platform.rds_aurora_cluster_info:
    name: platform-knowledge
  register: found

- name: Where the applications connect to
  ansible.builtin.debug:
    msg: "{{ found.clusters | map(attribute='endpoint') }}"
"""

RETURN = r"""
clusters:
  description: What was found, each as DescribeDBClusters tells it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    db_cluster_identifier:
      description: Identifier of the cluster.
      type: str
    db_cluster_arn:
      description: ARN of the cluster.
      type: str
    status:
      description: State of the cluster, such as V(available).
      type: str
    endpoint:
      description: Address of the writer.
      type: str
    http_endpoint_enabled:
      description: Whether the Data API is on.
      type: bool
    master_user_secret:
      description: Where RDS keeps the master password, with C(secret_arn), C(secret_status) and C(kms_key_id).
      type: dict
    db_cluster_members:
      description: Instances of the cluster, and which one writes.
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._rds.aurora_cluster import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
