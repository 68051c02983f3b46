"""Deployments of a service: how far the newest one is, and what the circuit breaker makes of one that fails.

A record of a service keeps them in its hidden part: the newest one, the last one that got through, and all that ended.
"""

import copy
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import LOWER, random_id
from emulator.modeled.store import Record, Step

RUNNING, DONE, BROKEN, ROLLING_BACK = "IN_PROGRESS", "COMPLETED", "FAILED", "ROLLBACK_IN_PROGRESS"
DRAINING, INACTIVE = "DRAINING", "INACTIVE"
KEPT_EVENTS = 100
# What every deployment has of its own; a rollback brings back all of it.
REVISED = (
    "taskDefinition",
    "capacityProviderStrategy",
    "launchType",
    "loadBalancers",
    "networkConfiguration",
    "platformVersion",
    "serviceConnectConfiguration",
    "serviceRegistries",
    "volumeConfigurations",
    "vpcLatticeConfigurations",
)
SHOWN = {"COMPLETED": "SUCCESSFUL", "FAILED": "ROLLBACK_FAILED"}


def start(cloud: Any, record: Record, reason: str = "") -> None:
    """Begin a deployment of what the record asks for now."""
    number = "".join(filter(str.isdigit, random_id(40)))[:18].ljust(18, "7")
    record.hidden["newest"] = {
        "id": f"ecs-svc/{number}",
        "number": random_id(21, LOWER),
        "createdAt": cloud.timestamp(),
        "revised": {name: copy.deepcopy(record.members[name]) for name in REVISED if name in record.members},
        "reason": reason or f"ECS deployment ecs-svc/{number} in progress.",
    }


def breaker(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = record.members["deploymentConfiguration"]["deploymentCircuitBreaker"]
    return found


def plan_failure(record: Record) -> None:
    """What becomes of a deployment whose tasks don't start: the circuit breaker ends it, or nobody does."""
    event(record, f"(service {record.id}) was unable to start a task: {record.failure}")
    last = record.steps[-1]
    if not breaker(record)["enable"]:
        record.steps = []
    elif breaker(record)["rollback"] and "stable" in record.hidden:
        record.steps[-1:] = [Step(last.due, ROLLING_BACK), Step(last.due, DONE)]


def reached(cloud: Any, record: Record) -> None:
    """The newest deployment got through, failed, or is to be undone."""
    newest = record.hidden.get("newest")
    if newest is None:
        return
    if record.status == DONE:
        if "undone" in record.hidden:
            end(cloud, record, record.hidden.pop("undone"), "ROLLBACK_SUCCESSFUL", str(record.failure))
        else:
            end(cloud, record, newest, "SUCCESSFUL", "")
        newest["reason"] = f"ECS deployment {newest['id']} completed."
        record.hidden["stable"] = newest
        event(record, f"(service {record.id}) has reached a steady state.")
    elif record.status == BROKEN:
        newest["reason"] = f"ECS deployment circuit breaker: tasks failed to start: {record.failure}"
        end(cloud, record, newest, "STOPPED", newest["reason"])
    elif record.status == ROLLING_BACK:
        stable = record.hidden["stable"]
        event(record, f"(service {record.id}) (deployment {newest['id']}) deployment failed: tasks failed to start.")
        record.hidden["undone"] = newest
        for name in REVISED:
            record.members.pop(name, None)
        record.members.update(copy.deepcopy(stable["revised"]))
        start(cloud, record, f"ECS deployment circuit breaker: rolling back to deploymentId {stable['id']}.")


def end(cloud: Any, record: Record, which: dict[str, Any], status: str, reason: str) -> None:
    told = {"finishedAt": cloud.timestamp(), "status": status, "statusReason": reason}
    record.hidden.setdefault("ended", []).insert(0, {**which, **told})


def event(record: Record, message: str) -> None:
    events = record.hidden.setdefault("events", [])
    events.insert(0, message)
    del events[KEPT_EVENTS:]


def running(record: Record) -> int:
    """How many tasks run: none of the first deployment before it is done."""
    return int(record.members["desiredCount"]) if "stable" in record.hidden else 0


def views(record: Record) -> list[dict[str, Any]]:
    """The deployments that DescribeServices shows, the newest first."""
    if record.status in (DRAINING, INACTIVE):
        return []
    newest, stable = record.hidden["newest"], record.hidden.get("stable")
    wanted = int(record.members["desiredCount"])
    state = {ROLLING_BACK: RUNNING}.get(str(record.status), record.status)
    done = state == DONE
    shown = [one(record, newest, "PRIMARY", wanted if done else 0, str(state))]
    if not done and stable and stable["id"] != newest["id"]:
        shown.append(one(record, stable, "ACTIVE", wanted, DONE))
    return shown


def one(record: Record, which: dict[str, Any], status: str, running: int, state: str) -> dict[str, Any]:
    return {
        **which["revised"],
        "id": which["id"],
        "status": status,
        "desiredCount": record.members["desiredCount"],
        "runningCount": running,
        "pendingCount": record.members["desiredCount"] - running,
        "failedTasks": 3 if state == BROKEN else 0,
        "createdAt": which["createdAt"],
        "updatedAt": record.updated,
        "rolloutState": state,
        "rolloutStateReason": which["reason"],
    }


def arn_of(record: Record, which: dict[str, Any]) -> str:
    return f"{record.arn.replace(':service/', ':service-deployment/')}/{which['number']}"


def told(record: Record, which: dict[str, Any]) -> dict[str, Any]:
    """A deployment as the operations for service deployments tell it."""
    return {
        "status": "IN_PROGRESS",
        **which,
        "serviceDeploymentArn": arn_of(record, which),
        "serviceArn": record.arn,
        "clusterArn": record.hidden["clusterArn"],
        "startedAt": which["createdAt"],
        "targetServiceRevisionArn": f"{record.arn.replace(':service/', ':service-revision/')}/{which['number']}",
        "deploymentConfiguration": record.members["deploymentConfiguration"],
    }


def of(record: Record) -> list[dict[str, Any]]:
    """All deployments of a service, the newest first. A rollback is part of the deployment that it undoes."""
    ended = record.hidden.get("ended", [])
    known = {item["number"] for item in ended}
    under_way = record.hidden.get("undone", record.hidden["newest"])
    back = [] if record.status == DONE or under_way["number"] in known else [under_way]
    return [told(record, item) for item in (*back, *ended)]


def list_deployments(call: Call) -> dict[str, Any]:
    from emulator.services.ecs.service import find

    found = of(find(call))
    wanted = call.params.get("status")
    chosen = [item for item in found if not wanted or item["status"] in wanted]
    return call.answer({"serviceDeployments": chosen[: call.params.get("maxResults", 100)]})


def describe_deployments(call: Call) -> dict[str, Any]:
    from emulator.services.ecs.service import EcsService

    every = {item["serviceDeploymentArn"]: item for record in call.records(EcsService) for item in of(record)}
    asked = call.params["serviceDeploymentArns"]
    if not asked:
        raise AwsError("InvalidParameterException", "Service deployment ARNs can not be empty.")
    failures = [{"arn": arn, "reason": "MISSING"} for arn in asked if arn not in every]
    return call.answer({"serviceDeployments": [every[arn] for arn in asked if arn in every], "failures": failures})


OPERATIONS = {"ListServiceDeployments": list_deployments, "DescribeServiceDeployments": describe_deployments}
