"""Task definitions: families of numbered revisions. A revision never changes; its number is never used again."""

import copy
import re
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

ACTIVE, INACTIVE = "ACTIVE", "INACTIVE"
GIB = 1024
# CPU units to the memory, in MiB, that Fargate has for them.
FARGATE_SIZES = {
    256: [512, GIB, 2 * GIB],
    512: [gib * GIB for gib in range(1, 5)],
    1024: [gib * GIB for gib in range(2, 9)],
    2048: [gib * GIB for gib in range(4, 17)],
    4096: [gib * GIB for gib in range(8, 31)],
    8192: [gib * GIB for gib in range(16, 61, 4)],
    16384: [gib * GIB for gib in range(32, 121, 8)],
}
FILLED: dict[str, Any] = {
    "cpu": 0,
    "essential": True,
    "environment": [],
    "mountPoints": [],
    "portMappings": [],
    "systemControls": [],
    "volumesFrom": [],
}
HEALTH_CHECK = {"interval": 30, "timeout": 5, "retries": 3}


class TaskDefinition(ResourceType):
    service = "ecs"
    noun = "TaskDefinition"
    id = "taskDefinition"
    arn = "arn:{partition}:ecs:{region}:{account}:task-definition/{id}"
    arn_member = "taskDefinitionArn"
    operations = {"create": "RegisterTaskDefinition", "read": "DescribeTaskDefinition"}

    def new_id(self, call: Call) -> str:
        numbers = [record.hidden["revision"] for record in family_of(call, call.params["family"])]
        return f"{call.params['family']}:{max(numbers, default=0) + 1}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        for member in ("cpu", "memory"):
            if member in call.params:
                call.params[member] = units(call.params[member])
        check(call.params)

    def on_create(self, call: Call, record: Record) -> None:
        record.status = ACTIVE
        record.hidden["revision"] = int(record.id.rpartition(":")[2])
        given = record.members
        compatible = ["EC2", "FARGATE"] if given.get("networkMode") == "awsvpc" else ["EC2"]
        record.members = {"volumes": [], "placementConstraints": [], "compatibilities": compatible, **given}
        mode = record.members.setdefault("networkMode", "bridge")
        record.members["containerDefinitions"] = [complete(item, mode) for item in given["containerDefinitions"]]

    def view(self, record: Record) -> dict[str, Any]:
        shown = {"revision": record.hidden["revision"], "registeredAt": record.created}
        return {**shown, "deregisteredAt": record.updated if record.status == INACTIVE else None}


def client_error(message: str) -> AwsError:
    return AwsError("ClientException", message)


def units(text: str) -> str:
    """An amount in CPU units or MiB: 1 vCPU is 1024, and so is 1 GB."""
    amount = re.fullmatch(r"([\d.]+)\s*(?:vcpu|gb)", text.strip(), re.IGNORECASE)
    return str(round(float(amount[1]) * GIB)) if amount else text


def complete(container: dict[str, Any], mode: str) -> dict[str, Any]:
    """A container with what the service fills in."""
    full = {**copy.deepcopy(FILLED), **copy.deepcopy(container)}
    for port in full["portMappings"]:
        port.setdefault("protocol", "tcp")
        if "containerPort" in port:
            port.setdefault("hostPort", 0 if mode == "bridge" else port["containerPort"])
    if "healthCheck" in full:
        full["healthCheck"] = {**HEALTH_CHECK, **full["healthCheck"]}
    return full


def check(wanted: dict[str, Any]) -> None:
    if not re.fullmatch(r"[a-zA-Z0-9_-]{1,255}", wanted["family"]):
        raise client_error(f"Invalid 'family' name '{wanted['family']}'.")
    containers = wanted["containerDefinitions"]
    if not containers:
        raise client_error("TaskDefinition must have at least one container definition.")
    for container in containers:
        check_container(wanted, container)
    names = [container["name"] for container in containers]
    if len(set(names)) < len(names):
        raise client_error("Container names must be unique.")
    if not any(container.get("essential", True) for container in containers):
        raise client_error("TaskDefinition must have at least one essential container.")
    if "FARGATE" in wanted.get("requiresCompatibilities", []):
        check_fargate(wanted)


def check_container(wanted: dict[str, Any], container: dict[str, Any]) -> None:
    for member in ("name", "image"):
        if not container.get(member):
            raise client_error(f"Container.{member} should not be null or empty.")
    if not wanted.get("memory") and not ({"memory", "memoryReservation"} & set(container)):
        raise client_error(
            f"Invalid setting for container '{container['name']}'. At least one of 'memory' or 'memoryReservation' "
            "must be specified."
        )
    for port in container.get("portMappings", []):
        moved = port.get("hostPort") not in (None, port.get("containerPort"))
        if wanted.get("networkMode") == "awsvpc" and moved:
            raise client_error("When networkMode=awsvpc, the host ports and container ports must match.")
    volumes = {volume["name"] for volume in wanted.get("volumes", [])}
    for mount in container.get("mountPoints", []):
        if mount.get("sourceVolume") not in volumes:
            raise client_error(f"Unknown volume '{mount.get('sourceVolume')}'.")


def check_fargate(wanted: dict[str, Any]) -> None:
    if wanted.get("networkMode") != "awsvpc":
        raise client_error("Fargate only supports network mode 'awsvpc'.")
    try:
        cpu, memory = int(wanted.get("cpu", "")), int(wanted.get("memory", ""))
    except ValueError:
        raise client_error("Fargate requires that 'cpu' and 'memory' be defined at the task level.") from None
    if memory not in FARGATE_SIZES.get(cpu, []):
        raise client_error("No Fargate configuration exists for given values.")
    if "executionRoleArn" not in wanted and any("secrets" in item for item in wanted["containerDefinitions"]):
        raise client_error(
            "When you are specifying container secrets, you must also specify a value for 'executionRole'."
        )


def family_of(call: Call, family: str) -> list[Record]:
    return [record for record in call.records(TaskDefinition) if record.members["family"] == family]


def find(call: Call, key: str) -> Record | None:
    """A revision by its ARN or family:revision, or the newest active one of a family."""
    name = key.rsplit("task-definition/", 1)[-1]
    if ":" in name:
        return next((record for record in call.records(TaskDefinition) if record.id == name), None)
    active = [record for record in family_of(call, name) if record.status == ACTIVE]
    return active[-1] if active else None


def answer(call: Call, record: Record) -> dict[str, Any]:
    tags = [{"key": key, "value": value} for key, value in record.tags.items()]
    shows_tags = call.operation.name == "RegisterTaskDefinition" or "TAGS" in call.params.get("include", [])
    return call.answer({"taskDefinition": view(TaskDefinition(), record), "tags": tags if shows_tags else None})


def register(call: Call) -> dict[str, Any]:
    Verbs(TaskDefinition()).create(call)
    return answer(call, call.records(TaskDefinition)[-1])


def describe(call: Call) -> dict[str, Any]:
    record = find(call, call.params["taskDefinition"])
    if record is None:
        raise client_error("Unable to describe task definition.")
    return answer(call, record)


def deregister(call: Call) -> dict[str, Any]:
    if ":" not in call.params["taskDefinition"].rsplit("task-definition/", 1)[-1]:
        raise client_error("Invalid revision number. Number: null")
    record = find(call, call.params["taskDefinition"])
    if record is None or record.status != ACTIVE:
        raise client_error("The specified task definition does not exist, or is inactive.")
    record.status, record.updated = INACTIVE, call.cloud.timestamp()
    call.cloud.store.put(record)
    return answer(call, record)


def delete_several(call: Call) -> dict[str, Any]:
    """DeleteTaskDefinitions. unverified: here it takes no time."""
    gone, failures = [], []
    for key in call.params["taskDefinitions"]:
        record = find(call, key)
        if record is None or record.status != INACTIVE:
            reason = "MISSING" if record is None else "The specified task definition is still in ACTIVE status."
            failures.append({"arn": key, "reason": reason})
        else:
            call.cloud.remove(record)
            gone.append({**view(TaskDefinition(), record), "status": "DELETE_IN_PROGRESS"})
    return call.answer({"taskDefinitions": gone, "failures": failures})


def list_arns(call: Call) -> dict[str, Any]:
    prefix, status = call.params.get("familyPrefix"), call.params.get("status", ACTIVE)
    records = [
        record
        for record in call.records(TaskDefinition)
        if record.status == status and prefix in (None, record.members["family"])
    ]
    chosen, token = page(records, call.params)
    arns = [record.arn for record in chosen]
    return call.answer(
        {"taskDefinitionArns": arns[::-1] if call.params.get("sort") == "DESC" else arns, "nextToken": token}
    )


def list_families(call: Call) -> dict[str, Any]:
    wanted, prefix = call.params.get("status", "ALL"), call.params.get("familyPrefix", "")
    active = {record.members["family"] for record in call.records(TaskDefinition) if record.status == ACTIVE}
    every = {record.members["family"] for record in call.records(TaskDefinition)}
    known = {"ALL": every, ACTIVE: active, INACTIVE: every - active}[wanted]
    return call.answer({"families": sorted(name for name in known if name.startswith(prefix))})


OPERATIONS = {
    "RegisterTaskDefinition": register,
    "DescribeTaskDefinition": describe,
    "DeregisterTaskDefinition": deregister,
    "DeleteTaskDefinitions": delete_several,
    "ListTaskDefinitions": list_arns,
    "ListTaskDefinitionFamilies": list_families,
}
