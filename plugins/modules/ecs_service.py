#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecs_service
version_added: 0.1.0
short_description: Manage Amazon ECS services
description:
  - Creates, changes and deletes a service of Amazon ECS, with its network, deployment configuration, load balancers,
    service registries, Service Connect, capacity provider strategy and tags. All that is given is compared.
  - The wait reads how the deployment ended. One that failed, or that the service rolled back, fails the task with the
    service's reason.
  - What others decide can be left to them, see O(only_on_create).
  - Uses the operations CreateService, DescribeServices, UpdateService, DeleteService, ListServiceDeployments and
    DescribeTaskDefinition of C(ecs), its tag operations, and GetNamespace of C(servicediscovery).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  cluster:
    description: Name of the cluster that the service is in.
    type: str
    required: true
  name:
    description:
      - Name of the service in the cluster, 1 to 255 letters, digits, hyphens and underscores.
    type: str
    required: true
  task_definition:
    description:
      - What the service runs, as C(family:revision) or ARN. A family alone stands for its newest active revision.
        Required to create the service, unless another controller deploys.
    type: str
  desired_count:
    description:
      - How many tasks run. A new service gets 1 if nothing is said; an existing one keeps what it has.
      - Not with V(DAEMON) as O(scheduling_strategy).
    type: int
  only_on_create:
    description:
      - Options that are for the creation only; on an existing service they are neither compared nor changed.
      - V(desired_count) leaves the number of tasks to autoscaling, V(task_definition) the release to a deployment
        pipeline.
    type: list
    elements: str
    choices: [desired_count, task_definition]
    default: []
  launch_type:
    description: What the tasks run on. Not together with O(capacity_provider_strategy).
    type: str
    choices: [EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES]
  capacity_provider_strategy:
    description:
      - How tasks are spread over capacity providers, each entry with C(capacity_provider), C(weight) and C(base), in
        whatever order.
    type: list
    elements: dict
  platform_version:
    description: Version of Fargate's platform, such as V(LATEST).
    type: str
  network_configuration:
    description:
      - With C(awsvpc_configuration), C(subnets), C(security_groups) and C(assign_public_ip) (V(ENABLED) or
        V(DISABLED)). Needed where the task definition's network mode is V(awsvpc).
    type: dict
  deployment_configuration:
    description:
      - How a deployment goes, with C(maximum_percent), C(minimum_healthy_percent), C(deployment_circuit_breaker) (with
        C(enable) and C(rollback)), C(alarms), C(strategy) and the settings of the strategies. A circuit breaker is for
        the strategy V(ROLLING) only.
    type: dict
  deployment_controller:
    description: Who deploys, with C(type), V(ECS), V(CODE_DEPLOY) or V(EXTERNAL).
    type: dict
  load_balancers:
    description:
      - Where the tasks are registered, each with C(target_group_arn), C(container_name) and C(container_port). An empty
        list removes all.
    type: list
    elements: dict
  health_check_grace_period_seconds:
    description: How long, in seconds, failed health checks of load balancers are forgiven after a task has started.
    type: int
  service_registries:
    description: Cloud Map services for the tasks, each with C(registry_arn), and where needed a port and a container.
    type: list
    elements: dict
  service_connect_configuration:
    description:
      - Service Connect, with C(enabled), C(namespace), C(services) (each with C(port_name), C(discovery_name) and
        C(client_aliases)) and C(log_configuration).
    type: dict
  volume_configurations:
    description: EBS volumes that are made for each task, each with C(name) and C(managed_ebs_volume).
    type: list
    elements: dict
  vpc_lattice_configurations:
    description: Target groups of VPC Lattice, each with C(role_arn), C(target_group_arn) and C(port_name).
    type: list
    elements: dict
  availability_zone_rebalancing:
    description: Whether tasks are moved when zones have unequal numbers of them.
    type: str
    choices: [ENABLED, DISABLED]
  placement_constraints:
    description: Rules for where a task may run, each with C(type) and C(expression). Not for Fargate.
    type: list
    elements: dict
  placement_strategy:
    description: How tasks are placed, each with C(type) and C(field). Not for Fargate.
    type: list
    elements: dict
  scheduling_strategy:
    description: A number of tasks, or one on each instance. Only a new service can have another.
    type: str
    choices: [REPLICA, DAEMON]
  enable_execute_command:
    description: Let people run commands in the containers with ECS Exec; for tasks that start from now on.
    type: bool
  enable_ecs_managed_tags:
    description: Let ECS tag the tasks with the names of cluster and service.
    type: bool
  propagate_tags:
    description: Where the tags of tasks come from.
    type: str
    choices: [TASK_DEFINITION, SERVICE, NONE]
  force_delete:
    description:
      - With O(state=absent), stop the tasks at once. Without it the service is scaled to zero first, and its tasks end
        in their own time.
    type: bool
    default: false
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - The wait is over when the newest deployment is completed. Without a circuit breaker ECS tries for ever; the message
    of a wait that ran out then has the newest event of the service, which tells what is wrong.
  - That answers give the namespace of Service Connect as an ARN is unverified; a name and an ARN are compared by
    looking the name up.
"""

EXAMPLES = r"""
- name: Run the newest revision, leave the number of tasks to autoscaling
  bidops.platform.ecs_service:
    cluster: shop
    name: api
    task_definition: shop-api
    desired_count: 2
    only_on_create: [desired_count]
    launch_type: FARGATE
    network_configuration:
      awsvpc_configuration:
        subnets: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]
        security_groups: [sg-0123456789abcdef0]
    deployment_configuration:
      deployment_circuit_breaker:
        enable: true
        rollback: true
      maximum_percent: 200
      minimum_healthy_percent: 100
    propagate_tags: SERVICE
    tags:
      project: shop

- name: Remove the service without waiting for its tasks to end by themselves
  bidops.platform.ecs_service:
    cluster: shop
    name: api
    state: absent
    force_delete: true
"""

RETURN = r"""
service:
  description: The service as DescribeServices describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    service_name:
      description: Name of the service.
      type: str
    service_arn:
      description: ARN of the service.
      type: str
      sample: arn:aws:ecs:us-east-1:123456789012:service/shop/api
    cluster_arn:
      description: ARN of the cluster.
      type: str
    status:
      description: V(ACTIVE), or V(DRAINING) while it is deleted.
      type: str
    task_definition:
      description: ARN of the task definition that it runs.
      type: str
    desired_count:
      description: How many tasks should run.
      type: int
    running_count:
      description: How many tasks run.
      type: int
    deployments:
      description: The deployments that are under way or in effect, each with C(rollout_state).
      type: list
      elements: dict
    events:
      description: The newest events, each with C(message).
      type: list
      elements: dict
    tags:
      description: Tags of the service, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecs.service import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
