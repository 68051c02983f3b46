"""Services. The status of a record is that of its newest deployment, until the service drains."""

import copy
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType, States
from emulator.modeled.store import Record
from emulator.neighbours import target_group_exists
from emulator.services.ecs import cluster, deployment, task_definition
from emulator.services.ecs.cluster import Cluster, invalid
from emulator.services.ecs.deployment import BROKEN, DONE, DRAINING, INACTIVE, REVISED, RUNNING
from emulator.services.servicediscovery.namespace import arn_of

ROLLING = {"maximumPercent": 200, "minimumHealthyPercent": 100, "strategy": "ROLLING", "bakeTimeInMinutes": 0}
NO_BREAKER = {"enable": False, "rollback": False}
LINGERING = "lingering"


class EcsService(ResourceType):
    service = "ecs"
    noun = "Service"
    id = "serviceName"
    id_param = "service"
    arn = "arn:{partition}:ecs:{region}:{account}:service/{parent}/{id}"
    arn_member = "serviceArn"
    parent = Cluster
    states = States(RUNNING, DONE, RUNNING, DRAINING)
    update_replaces = False
    failed = BROKEN
    operations = {"read": "DescribeServices"}

    def new_id(self, call: Call) -> str:
        return str(call.params["serviceName"])

    def missing(self, key: str) -> AwsError:
        return AwsError("ServiceNotFoundException", "Service not found.")

    def busy(self, record: Record, verb: str) -> AwsError | None:
        return None  # what is under way gives way

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        for other in call.records(EcsService, parent.id):
            if other.id == call.params["serviceName"]:
                if other.status == DRAINING:
                    raise invalid("Unable to Start a service that is still Draining.")
                if other.status != INACTIVE:
                    raise invalid("Creation of service was not idempotent.")
                call.cloud.remove(other)
        if "taskDefinition" not in call.params:
            raise invalid("TaskDefinition can not be blank.")
        daemon = call.params.get("schedulingStrategy") == "DAEMON"
        if not daemon and call.params.get("desiredCount") is None:
            raise invalid("DesiredCount cannot be null.")
        if daemon and call.params.get("desiredCount") is not None:
            raise invalid("The daemon scheduling strategy does not support a desired count.")
        check(call, call.params)

    def on_create(self, call: Call, record: Record) -> None:
        home = call.find(Cluster, record.parent or "")
        given = record.members
        if not ({"launchType", "capacityProviderStrategy"} & set(given)):
            default = home.members["defaultCapacityProviderStrategy"]
            given.update({"capacityProviderStrategy": default} if default else {"launchType": "EC2"})
        daemon = given.get("schedulingStrategy") == "DAEMON"
        record.members = {
            "availabilityZoneRebalancing": "DISABLED" if daemon else "ENABLED",
            "deploymentController": {"type": "ECS"},
            "desiredCount": 1,
            "enableECSManagedTags": False,
            "enableExecuteCommand": False,
            "loadBalancers": [],
            "placementConstraints": [],
            "placementStrategy": [],
            "propagateTags": "NONE",
            "schedulingStrategy": "REPLICA",
            "serviceRegistries": [],
            **given,
        }
        record.hidden["clusterArn"] = home.arn
        complete(call, record)
        deployment.start(call.cloud, record)
        deployment.event(record, f"(service {record.id}) has started {record.members['desiredCount']} tasks.")

    def before_update(self, call: Call, record: Record) -> None:
        if record.status == DRAINING or record.status == INACTIVE:
            raise AwsError("ServiceNotActiveException", "Service was not ACTIVE.")
        if record.members["schedulingStrategy"] == "DAEMON" and call.params.get("desiredCount") is not None:
            raise invalid("The daemon scheduling strategy does not support a desired count.")
        check(call, {**record.members, **call.params}, set(call.params))
        record.hidden["before"] = {name: copy.deepcopy(record.members.get(name)) for name in REVISED}
        merged = dict(record.members["deploymentConfiguration"])
        call.params["deploymentConfiguration"] = {**merged, **call.params.get("deploymentConfiguration", {})}

    def on_update(self, call: Call, record: Record) -> None:
        complete(call, record)
        before, forced = record.hidden.pop("before"), record.members.pop("forceNewDeployment", False)
        record.hidden["deploys"] = forced or any(record.members.get(name) != before[name] for name in REVISED)
        if record.hidden["deploys"]:
            deployment.start(call.cloud, record)
            deployment.event(record, f"(service {record.id}) has started {record.members['desiredCount']} tasks.")

    def on_scheduled(self, call: Call, record: Record, verb: str) -> None:
        if record.failure:
            deployment.plan_failure(record)

    def on_status(self, cloud: Any, record: Record) -> None:
        if record.status != LINGERING:
            deployment.reached(cloud, record)
            return
        record.status = INACTIVE
        record.tags = {}
        cloud.store.put(record)

    def view(self, record: Record) -> dict[str, Any]:
        gone = record.status in (DRAINING, INACTIVE)
        count = 0 if gone else deployment.running(record)
        wanted = 0 if gone else record.members["desiredCount"]
        events = record.hidden.get("events", [])
        return {
            "status": record.status if gone else "ACTIVE",
            "clusterArn": record.hidden["clusterArn"],
            "createdAt": record.created,
            "desiredCount": wanted,
            "runningCount": count,
            "pendingCount": wanted - count,
            "deployments": deployment.views(record),
            "events": [
                {"id": f"{place:08}", "createdAt": record.updated, "message": text} for place, text in enumerate(events)
            ],
            "currentServiceDeployment": deployment.arn_of(record, record.hidden["newest"]),
            "tags": [{"key": key, "value": value} for key, value in record.tags.items()],
        }


def complete(call: Call, record: Record) -> None:
    """Values that the service fills in or rewrites."""
    members = record.members
    found = task_definition.find(call, members["taskDefinition"])
    assert found
    members["taskDefinition"] = found.arn
    rolling = dict(ROLLING)
    if members["schedulingStrategy"] == "DAEMON":
        rolling |= {"maximumPercent": 100, "minimumHealthyPercent": 0}
    given = members.get("deploymentConfiguration", {})
    members["deploymentConfiguration"] = {"deploymentCircuitBreaker": NO_BREAKER, **rolling, **given}
    network = members.get("networkConfiguration", {}).get("awsvpcConfiguration")
    if network:
        full = {"assignPublicIp": "DISABLED", "securityGroups": [], **network}
        members["networkConfiguration"] = {"awsvpcConfiguration": full}
    for entry in members.get("capacityProviderStrategy", []):
        entry.setdefault("weight", 0)
        entry.setdefault("base", 0)
    if is_fargate(members):
        members.setdefault("platformVersion", "LATEST")
        members["platformFamily"] = "Linux"
    connect = members.get("serviceConnectConfiguration", {})
    if connect.get("namespace"):
        members["serviceConnectConfiguration"] = {**connect, "namespace": namespace(call, connect["namespace"])}


def is_fargate(members: dict[str, Any]) -> bool:
    providers = [entry["capacityProvider"] for entry in members.get("capacityProviderStrategy", [])]
    return members.get("launchType") == "FARGATE" or any(name in cluster.FARGATE for name in providers)


def namespace(call: Call, name: str) -> str:
    arn = arn_of(call, name)
    if arn is None:
        raise AwsError("NamespaceNotFoundException", f"Namespace {name} doesn't exist.")
    return arn


def check(call: Call, wanted: dict[str, Any], changed: set[str] | None = None) -> None:
    """Refuse what can't be: the whole wish, as it would be after an update that gives the members I(changed)."""
    if {"launchType", "capacityProviderStrategy"} <= (changed or set(wanted)):
        raise invalid("Specifying both a launch type and capacity provider strategy is not supported.")
    found = task_definition.find(call, wanted["taskDefinition"])
    if found is None:
        raise AwsError("ClientException", "TaskDefinition not found.")
    if found.status != task_definition.ACTIVE:
        raise AwsError("ClientException", "TaskDefinition is inactive")
    if is_fargate(wanted) and "FARGATE" not in found.members["compatibilities"]:
        raise invalid("Task definition does not support launch_type FARGATE.")
    in_vpc, given = found.members["networkMode"] == "awsvpc", bool(wanted.get("networkConfiguration"))
    if in_vpc != given:
        how = "must be provided when networkMode 'awsvpc' is" if in_vpc else "is not valid for the given networkMode"
        raise invalid(f"Network Configuration {how} specified.")
    check_strategy(call, wanted)
    check_balancers(call, wanted, found)
    connect = wanted.get("serviceConnectConfiguration", {})
    if connect.get("namespace"):
        namespace(call, connect["namespace"])
    ports = {port.get("name") for item in found.members["containerDefinitions"] for port in item["portMappings"]}
    for entry in connect.get("services", []):
        if entry["portName"] not in ports:
            raise invalid(
                f"portName({entry['portName']}) does not refer to any named PortMapping in the task definition."
            )
    rolling = wanted.get("deploymentConfiguration", {})
    if rolling.get("deploymentCircuitBreaker", {}).get("enable") and rolling.get("strategy", "ROLLING") != "ROLLING":
        raise invalid("The deployment circuit breaker can only be used with the ROLLING deployment strategy.")


def check_strategy(call: Call, wanted: dict[str, Any]) -> None:
    home = cluster.find(call)
    for entry in wanted.get("capacityProviderStrategy", []):
        if entry["capacityProvider"] not in home.members["capacityProviders"]:
            raise invalid(
                f"The specified capacity provider {entry['capacityProvider']} is not associated with the cluster."
            )


def check_balancers(call: Call, wanted: dict[str, Any], definition: Record) -> None:
    containers = {item["name"]: item for item in definition.members["containerDefinitions"]}
    for balancer in wanted.get("loadBalancers", []):
        name, port = balancer.get("containerName"), balancer.get("containerPort")
        if name not in containers:
            raise invalid(f"The container {name} does not exist in the task definition.")
        if port not in [entry.get("containerPort") for entry in containers[name]["portMappings"]]:
            raise invalid(f"The container {name} did not have a container port {port} defined.")
        group = balancer.get("targetGroupArn")
        if group and not target_group_exists(call.account, call.region, group):
            raise invalid(f"Unable to assume role or unknown target group: {group}")
    if wanted.get("healthCheckGracePeriodSeconds") and not wanted.get("loadBalancers"):
        raise invalid("Health check grace period is only valid for services configured to use load balancers")


def find(call: Call) -> Record:
    home = cluster.find(call)
    return call.find(EcsService, call.params["service"], home.id)


def create(call: Call) -> dict[str, Any]:
    call.params["cluster"] = cluster.find(call).id
    Verbs(EcsService()).create(call)
    return answer(call, call.records(EcsService)[-1])


def answer(call: Call, record: Record) -> dict[str, Any]:
    return call.answer({"service": view(EcsService(), record)})


def update(call: Call) -> dict[str, Any]:
    record = find(call)
    call.params.update(cluster=record.parent, service=record.id)
    Verbs(EcsService()).update(call)
    if not record.hidden["deploys"] and "stable" in record.hidden and record.steps:
        # More or fewer tasks of the same kind: no deployment, and nothing to wait for.
        record.status, record.steps = DONE, []
        call.cloud.store.put(record)
    return answer(call, record)


def describe(call: Call) -> dict[str, Any]:
    home = call.find(Cluster, call.params.get("cluster") or "default")
    asked = [name.rsplit("/", 1)[-1] for name in call.params["services"]]
    found = [record for record in call.records(EcsService, home.id) if record.id in asked]
    views = [view(EcsService(), record) for record in found]
    if "TAGS" not in call.params.get("include", []):
        views = [{name: value for name, value in item.items() if name != "tags"} for item in views]
    where = home.arn.replace(":cluster/", ":service/")
    gone = [name for name in asked if name not in {record.id for record in found}]
    return call.answer(
        {"services": views, "failures": [{"arn": f"{where}/{name}", "reason": "MISSING"} for name in gone]}
    )


def list_arns(call: Call) -> dict[str, Any]:
    home = cluster.find(call)
    records = [record for record in call.records(EcsService, home.id) if record.status != INACTIVE]
    for member in ("launchType", "schedulingStrategy"):
        if member in call.params:
            records = [record for record in records if record.members.get(member) == call.params[member]]
    chosen, token = page(records, call.params)
    return call.answer({"serviceArns": [record.arn for record in chosen], "nextToken": token})


def delete(call: Call) -> dict[str, Any]:
    """DeleteService: the tasks stop first, and what is left of it is INACTIVE."""
    record = find(call)
    if record.status == INACTIVE:
        raise EcsService().missing(record.id)
    scaled = record.members["schedulingStrategy"] == "REPLICA" and record.members["desiredCount"] > 0
    if scaled and not call.params.get("force") and record.status != DRAINING:
        raise invalid("The service cannot be stopped while it is scaled above 0.")
    record.status, record.updated = DRAINING, call.cloud.timestamp()
    call.cloud.schedule(record, ("delete", LINGERING))
    call.cloud.store.put(record)
    return answer(call, record)


OPERATIONS = {
    "CreateService": create,
    "UpdateService": update,
    "DescribeServices": describe,
    "ListServices": list_arns,
    "DeleteService": delete,
}
