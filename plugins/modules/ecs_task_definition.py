#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecs_task_definition
version_added: 0.1.0
short_description: Manage Amazon ECS task definitions
description:
  - Registers a revision of a task definition of Amazon ECS exactly when the options differ from the newest active
    revision of the family, and deregisters revisions.
  - Container definitions are compared member by member, those with names (C(environment), C(secrets), C(ulimits), ...)
    in whatever order. What the service fills in by itself, such as C(essential) or a host port, makes no difference. A
    member that is left out has to be missing in the newest revision as well.
  - An option that is left out altogether keeps the value of the newest revision, and so do tags.
  - Uses the operations RegisterTaskDefinition, DescribeTaskDefinition, ListTaskDefinitions and DeregisterTaskDefinition
    of C(ecs), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  family:
    description:
      - Name of the family, 1 to 255 letters, digits, hyphens and underscores.
    type: str
    required: true
  revision:
    description:
      - With O(state=absent), only this revision is deregistered, instead of all that are active.
    type: int
  container_definitions:
    description:
      - The containers of a task, each with at least C(name) and C(image), the members of the API in snake_case. Keys of
        C(docker_labels) and of a log driver's C(options) are taken as they are.
      - The list is the whole wish. Required with O(state=present).
    type: list
    elements: dict
  task_role_arn:
    description: ARN of the role that the containers act with.
    type: str
  execution_role_arn:
    description: ARN of the role that the agent acts with, to pull images and to read secrets.
    type: str
  network_mode:
    description: How containers are connected. Fargate needs V(awsvpc).
    type: str
    choices: [bridge, host, awsvpc, none]
  volumes:
    description: Volumes that containers may mount, each with C(name); an empty list removes all.
    type: list
    elements: dict
  placement_constraints:
    description: Rules for where a task may run, each with C(type) and C(expression). Not for Fargate.
    type: list
    elements: dict
  requires_compatibilities:
    description: What the revision is checked against when it is registered, such as V(FARGATE).
    type: list
    elements: str
    choices: [EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES]
  cpu:
    description: CPU units of a task (1024 are one vCPU), or a text such as V(1 vCPU). Fargate needs it.
    type: str
  memory:
    description: Memory of a task in MiB, or a text such as V(2 GB). Fargate needs it, in a size that suits O(cpu).
    type: str
  pid_mode:
    description: Whose process namespace the containers use.
    type: str
    choices: [host, task]
  ipc_mode:
    description: Whose IPC namespace the containers use. Not for Fargate.
    type: str
    choices: [host, task, none]
  proxy_configuration:
    description: An App Mesh proxy, with C(container_name), C(type) and C(properties).
    type: dict
  ephemeral_storage:
    description: Scratch space of a task on Fargate, with C(size_in_gi_b), 21 to 200 GiB.
    type: dict
  runtime_platform:
    description: With C(cpu_architecture), V(X86_64) or V(ARM64), and C(operating_system_family), such as V(LINUX).
    type: dict
  enable_fault_injection:
    description: Let tasks take orders for experiments with failures.
    type: bool
  trusted_execution_configuration:
    description: Isolation of the task, with C(isolation_mode) and C(attestation_policy).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - A deregistered revision stays readable as V(INACTIVE), and tasks that run keep running. Its number is never used
    again.
  - A change of tags alone makes no revision; the newest one is tagged.
"""

EXAMPLES = r"""
- name: Register a revision if anything differs
  bidops.platform.ecs_task_definition:
    family: shop-api
    requires_compatibilities: [FARGATE]
    network_mode: awsvpc
    cpu: "512"
    memory: "1024"
    execution_role_arn: arn:aws:iam::123456789012:role/shop-execution
    runtime_platform:
      cpu_architecture: ARM64
      operating_system_family: LINUX
    container_definitions:
      - name: api
        image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop-api:1.4.2
        port_mappings:
          - name: http
            container_port: 8080
        environment:
          - name: LOG_LEVEL
            value: info
        secrets:
          - name: DATABASE_PASSWORD
            value_from: arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-database
    tags:
      project: shop
  register: definition

- name: Say what a service takes
  ansible.builtin.debug:
    msg: "{{ definition.task_definition.task_definition_arn }}"

- name: Deregister all its revisions
  bidops.platform.ecs_task_definition:
    family: shop-api
    state: absent
"""

RETURN = r"""
task_definition:
  description: The newest active revision as DescribeTaskDefinition describes it, in snake_case.
  returned: when it exists, and in check mode when it would be registered
  type: dict
  contains:
    task_definition_arn:
      description: ARN of the revision.
      type: str
      sample: arn:aws:ecs:us-east-1:123456789012:task-definition/shop-api:7
    family:
      description: Name of the family.
      type: str
    revision:
      description: Number of the revision.
      type: int
    status:
      description: V(ACTIVE), or V(INACTIVE) once it is deregistered.
      type: str
    container_definitions:
      description: The containers, with what the service has filled in.
      type: list
      elements: dict
    tags:
      description: Tags of the revision, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecs.task_definition import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION, required_if=[("state", "present", ("container_definitions",))])


if __name__ == "__main__":
    main()
