#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecs_cluster
version_added: 0.1.0
short_description: Manage Amazon ECS clusters
description:
  - Creates, changes and deletes a cluster of Amazon ECS with its Container Insights, logs and keys of ECS Exec,
    capacity providers, default strategy and default namespace of Service Connect.
  - Uses the operations CreateCluster, DescribeClusters, UpdateCluster, PutClusterCapacityProviders and DeleteCluster of
    C(ecs), its tag operations, and GetNamespace of C(servicediscovery).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the cluster, 1 to 255 letters, digits, hyphens and underscores.
    type: str
    required: true
  settings:
    description:
      - Settings, each with C(name) and C(value). There is V(containerInsights), which is V(enhanced), V(enabled) or
        V(disabled).
    type: list
    elements: dict
  configuration:
    description:
      - With C(execute_command_configuration) for ECS Exec, C(kms_key_id), C(logging) (V(NONE), V(DEFAULT) or
        V(OVERRIDE)) and C(log_configuration), and C(managed_storage_configuration) for the keys of storage.
    type: dict
  capacity_providers:
    description:
      - Names of the capacity providers that the cluster may use, in whatever order, such as V(FARGATE) and
        V(FARGATE_SPOT). An empty list takes off all.
    type: list
    elements: str
  default_capacity_provider_strategy:
    description:
      - How tasks are spread that say nothing of it, each entry with C(capacity_provider), C(weight) (0 to 1000) and
        C(base) (0 to 100000).
    type: list
    elements: dict
  service_connect_defaults:
    description:
      - With C(namespace), the name or ARN of the Cloud Map namespace that services use by default. ECS makes one of
        that name, for HTTP, if there is none.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - A cluster with services or tasks cannot be deleted.
"""

EXAMPLES = r"""
- name: A cluster for Fargate with Container Insights
  bidops.platform.ecs_cluster:
    name: shop
    settings:
      - name: containerInsights
        value: enhanced
    configuration:
      execute_command_configuration:
        logging: DEFAULT
    capacity_providers: [FARGATE, FARGATE_SPOT]
    default_capacity_provider_strategy:
      - capacity_provider: FARGATE
        base: 1
        weight: 1
    service_connect_defaults:
      namespace: shop-services
    tags:
      project: shop

- name: Remove it
  bidops.platform.ecs_cluster:
    name: shop
    state: absent
"""

RETURN = r"""
cluster:
  description: The cluster as DescribeClusters describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    cluster_name:
      description: Name of the cluster.
      type: str
    cluster_arn:
      description: ARN of the cluster.
      type: str
      sample: arn:aws:ecs:us-east-1:123456789012:cluster/shop
    status:
      description: State of the cluster, such as V(ACTIVE).
      type: str
    settings:
      description: Its settings, each with C(name) and C(value).
      type: list
      elements: dict
    capacity_providers:
      description: Names of its capacity providers.
      type: list
      elements: str
    default_capacity_provider_strategy:
      description: How tasks are spread by default.
      type: list
      elements: dict
    tags:
      description: Tags of the cluster, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecs.cluster import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
