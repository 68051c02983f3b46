"""ecs: clusters, task definitions, services with their deployments, and tasks."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.service import Service
from emulator.services.ecs import cluster, deployment, service, task, task_definition
from emulator.services.ecs.cluster import Cluster
from emulator.services.ecs.service import EcsService
from emulator.services.ecs.task import Task
from emulator.services.ecs.task_definition import TaskDefinition

# What belongs to a cluster and isn't here; moto has it, for clusters of its own.
ABSENT = (
    "CreateTaskSet",
    "DeleteTaskSet",
    "DeregisterContainerInstance",
    "DescribeContainerInstances",
    "DescribeTaskSets",
    "ListContainerInstances",
    "RegisterContainerInstance",
    "StartTask",
    "UpdateContainerInstancesState",
    "UpdateServicePrimaryTaskSet",
    "UpdateTaskSet",
)


def absent(call: Call) -> dict[str, Any]:
    raise NotImplementedError("container instances and task sets don't exist here")


SERVICE = Service(
    "ecs",
    types=[Cluster, TaskDefinition, EcsService, Task],
    operations={
        **dict.fromkeys(ABSENT, absent),
        **cluster.OPERATIONS,
        **deployment.OPERATIONS,
        **service.OPERATIONS,
        **task.OPERATIONS,
        **task_definition.OPERATIONS,
    },
    beside_moto=True,
)
