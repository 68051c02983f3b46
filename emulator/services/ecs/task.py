"""Tasks: those of services, which are as many as run, and those that are run singly. Nothing is really run."""

import hashlib
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, view
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.ecs import cluster, deployment, task_definition
from emulator.services.ecs.cluster import FARGATE, Cluster, invalid
from emulator.services.ecs.service import EcsService

HEX = "0123456789abcdef"
MOST_AT_ONCE = 10


class Task(ResourceType):
    service = "ecs"
    noun = "Task"
    id = "taskId"
    id_param = "task"
    arn = "arn:{partition}:ecs:{region}:{account}:task/{parent}/{id}"
    arn_member = "taskArn"
    parent = Cluster
    states = States("PROVISIONING", "RUNNING", None, None)
    operations = {"create": "RunTask", "read": "DescribeTasks"}

    def new_id(self, call: Call) -> str:
        return random_id(32, HEX)

    def view(self, record: Record) -> dict[str, Any]:
        stopped = record.status == "STOPPED"
        return {
            "lastStatus": record.status,
            "desiredStatus": "STOPPED" if stopped else "RUNNING",
            "clusterArn": record.hidden["clusterArn"],
            "taskDefinitionArn": record.hidden["taskDefinitionArn"],
            **size(record.hidden["taskDefinition"]),
            "containers": containers(record.hidden["taskDefinition"], str(record.status), record.arn),
            "tags": [{"key": key, "value": value} for key, value in record.tags.items()],
        }


def containers(definition: Record, status: str, task: str) -> list[dict[str, Any]]:
    return [
        {"name": item["name"], "image": item["image"], "lastStatus": status, "taskArn": task}
        for item in definition.members["containerDefinitions"]
    ]


def of_service(call: Call, service: Record) -> list[dict[str, Any]]:
    """The tasks of a service: those of the deployment that got through last."""
    stable = service.hidden.get("stable")
    if stable is None or service.status in (deployment.DRAINING, deployment.INACTIVE):
        return []
    definition = task_definition.find(call, stable["revised"]["taskDefinition"])
    assert definition
    tasks = []
    running = deployment.running(service)
    for place, provider in enumerate(providers(service.members.get("capacityProviderStrategy", []), running)):
        number = hashlib.md5(f"{stable['id']}/{place}".encode(), usedforsecurity=False).hexdigest()
        arn = f"{service.arn.rsplit('/', 1)[0].replace(':service/', ':task/')}/{number}"
        tasks.append(
            {
                "taskArn": arn,
                "clusterArn": service.hidden["clusterArn"],
                "taskDefinitionArn": definition.arn,
                "group": f"service:{service.id}",
                "startedBy": stable["id"],
                "lastStatus": "RUNNING",
                "desiredStatus": "RUNNING",
                **size(definition),
                "launchType": "FARGATE" if provider in FARGATE else service.members.get("launchType"),
                "capacityProviderName": provider,
                "createdAt": stable["createdAt"],
                "startedAt": stable["createdAt"],
                "containers": containers(definition, "RUNNING", arn),
            }
        )
    return tasks


def providers(strategy: list[dict[str, Any]], tasks: int) -> list[str | None]:
    """Who carries each of the tasks: first the base of each provider, then all by their weights."""
    carried = dict.fromkeys((entry["capacityProvider"] for entry in strategy), 0)
    chosen: list[str | None] = [entry["capacityProvider"] for entry in strategy for _one in range(entry["base"])]
    weights = {entry["capacityProvider"]: entry["weight"] for entry in strategy if entry["weight"]}
    while weights and len(chosen) < tasks:
        least = min(weights, key=lambda name: carried[name] / weights[name])
        carried[least] += 1
        chosen.append(least)
    return chosen[:tasks] + [None] * (tasks - len(chosen))


def size(definition: Record) -> dict[str, Any]:
    return {name: definition.members[name] for name in ("cpu", "memory") if definition.members.get(name)}


def every(call: Call, home: Record) -> list[dict[str, Any]]:
    services = [task for service in call.records(EcsService, home.id) for task in of_service(call, service)]
    return [*services, *(view(Task(), record) for record in call.records(Task, home.id))]


def list_arns(call: Call) -> dict[str, Any]:
    home = cluster.find(call)
    name = call.params.get("serviceName")
    if name:
        call.find(EcsService, name, home.id)
    wanted = {
        "group": f"service:{name.rsplit('/', 1)[-1]}" if name else None,
        "desiredStatus": call.params.get("desiredStatus", "RUNNING"),
        "startedBy": call.params.get("startedBy"),
        "launchType": call.params.get("launchType"),
    }
    family = call.params.get("family")
    found = [
        task
        for task in every(call, home)
        if all(value in (None, task.get(key)) for key, value in wanted.items())
        and (family is None or f"/{family}:" in task["taskDefinitionArn"])
    ]
    return call.answer({"taskArns": [task["taskArn"] for task in found]})


def describe(call: Call) -> dict[str, Any]:
    home = cluster.find(call)
    known = {task["taskArn"]: task for task in every(call, home)}
    numbers = {arn.rsplit("/", 1)[-1]: arn for arn in known}
    asked = [numbers.get(key.rsplit("/", 1)[-1], key) for key in call.params["tasks"]]
    failures = [{"arn": arn, "reason": "MISSING"} for arn in asked if arn not in known]
    return call.answer({"tasks": [known[arn] for arn in asked if arn in known], "failures": failures})


def run(call: Call) -> dict[str, Any]:
    home = cluster.find(call)
    definition = task_definition.find(call, call.params["taskDefinition"])
    if definition is None or definition.status != task_definition.ACTIVE:
        raise AwsError("ClientException", "TaskDefinition not found.")
    if definition.members["networkMode"] == "awsvpc" and not call.params.get("networkConfiguration"):
        raise invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
    count = call.params.pop("count", 1)
    if not 1 <= count <= MOST_AT_ONCE:
        raise invalid(f"Count must be between 1 and {MOST_AT_ONCE}.")
    call.params["cluster"] = home.id
    tasks = []
    for _place in range(count):
        record = Verbs(Task()).new_record(call, home)
        record.hidden = {"clusterArn": home.arn, "taskDefinitionArn": definition.arn, "taskDefinition": definition}
        record.status = Task.states.creating
        call.cloud.schedule(record, ("create", Task.states.ready))
        call.cloud.store.put(record)
        tasks.append(view(Task(), record))
    return call.answer({"tasks": tasks, "failures": []})


def stop(call: Call) -> dict[str, Any]:
    home = cluster.find(call)
    key = call.params["task"].rsplit("/", 1)[-1]
    for record in call.records(Task, home.id):
        if record.id == key:
            record.status, record.steps = "STOPPED", []
            record.members["stoppedReason"] = call.params.get("reason", "Task stopped by user")
            call.cloud.store.put(record)
            return call.answer({"task": view(Task(), record)})
    raise invalid("The referenced task was not found.")


OPERATIONS = {"ListTasks": list_arns, "DescribeTasks": describe, "RunTask": run, "StopTask": stop}
