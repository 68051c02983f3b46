"""Clusters. A deleted one lingers as INACTIVE."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.neighbours import capacity_provider_exists
from emulator.services.servicediscovery.namespace import arn_of

ACTIVE, INACTIVE = "ACTIVE", "INACTIVE"
FARGATE = ("FARGATE", "FARGATE_SPOT")
# Members that DescribeClusters shows for who asks for them.
INCLUDED = {"CONFIGURATIONS": "configuration", "SETTINGS": "settings", "TAGS": "tags", "STATISTICS": "statistics"}


class Cluster(ResourceType):
    service = "ecs"
    noun = "Cluster"
    id = "clusterName"
    id_param = "cluster"
    arn = "arn:{partition}:ecs:{region}:{account}:cluster/{id}"
    arn_member = "clusterArn"
    update_replaces = False
    operations = {"read": "DescribeClusters"}

    def new_id(self, call: Call) -> str:
        return str(call.params.get("clusterName", "default"))

    def missing(self, key: str) -> AwsError:
        return AwsError("ClusterNotFoundException", "Cluster not found.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_strategy(call, call.params)

    def on_create(self, call: Call, record: Record) -> None:
        record.status = ACTIVE
        for name in ("capacityProviders", "defaultCapacityProviderStrategy"):
            record.members.setdefault(name, [])
        record.members["settings"] = settings(record.members.get("settings", []))
        connect(call, record)

    def on_update(self, call: Call, record: Record) -> None:
        record.members["settings"] = settings(record.members["settings"])
        connect(call, record)

    def view(self, record: Record) -> dict[str, Any]:
        tags = [{"key": key, "value": value} for key, value in record.tags.items()]
        return {"tags": tags, "statistics": [], "registeredContainerInstancesCount": 0}


def settings(given: list[dict[str, str]]) -> list[dict[str, str]]:
    """unverified: Container Insights are off in a new cluster, as long as the account's settings say nothing."""
    return [*given] or [{"name": "containerInsights", "value": "disabled"}]


def connect(call: Call, record: Record) -> None:
    """Service Connect's namespace by its ARN; one that isn't there is made."""
    name = record.members.get("serviceConnectDefaults", {}).get("namespace")
    if name:
        arn = arn_of(call, name, make=True)
        if arn is None:
            raise AwsError("NamespaceNotFoundException", f"Namespace {name} doesn't exist.")
        record.members["serviceConnectDefaults"] = {"namespace": arn}


def check_strategy(call: Call, wanted: dict[str, Any]) -> None:
    given = wanted.get("capacityProviders", [])
    for name in given:
        if name not in FARGATE and not capacity_provider_exists(call.account, call.region, name):
            raise invalid(f"The specified capacity provider {name} was not found.")
    for entry in wanted.get("defaultCapacityProviderStrategy", []):
        if entry["capacityProvider"] not in given:
            raise invalid(
                f"The capacity provider {entry['capacityProvider']} of the default strategy is not associated with "
                "the cluster."
            )


def invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterException", message)


def find(call: Call) -> Record:
    """The active cluster that a request is about."""
    found = call.find(Cluster, call.params.get("cluster") or "default")
    if found.status != ACTIVE:
        raise Cluster().missing(found.id)
    return found


def members_of(call: Call, record: Record) -> tuple[list[Record], list[Record]]:
    """The services and single tasks in a cluster that have not ended."""
    from emulator.services.ecs.service import EcsService
    from emulator.services.ecs.task import Task

    services = [item for item in call.records(EcsService, record.id) if item.status != INACTIVE]
    return services, [item for item in call.records(Task, record.id) if item.status != "STOPPED"]


def full_view(call: Call, record: Record) -> dict[str, Any]:
    services, tasks = members_of(call, record)
    running = sum(item.members["desiredCount"] for item in services) + len(tasks)
    counts = {"activeServicesCount": len(services), "runningTasksCount": running, "pendingTasksCount": 0}
    return {**view(Cluster(), record), **counts}


def create(call: Call) -> dict[str, Any]:
    """CreateCluster: one that is there already is given back as it is."""
    for record in call.records(Cluster):
        if record.id == Cluster().new_id(call):
            if record.status == ACTIVE:
                return call.answer({"cluster": full_view(call, record)})
            call.cloud.remove(record)
    Verbs(Cluster()).create(call)
    return call.answer({"cluster": full_view(call, call.records(Cluster)[-1])})


def describe(call: Call) -> dict[str, Any]:
    asked = call.params.get("clusters") or ["default"]
    hidden = {member for word, member in INCLUDED.items() if word not in call.params.get("include", [])}
    found = [record for record in call.records(Cluster) if {record.id, record.arn} & set(asked)]
    shown = [{name: value for name, value in full_view(call, record).items() if name not in hidden} for record in found]
    known = {name for record in found for name in (record.id, record.arn)}
    where = f"arn:{call.partition}:ecs:{call.region}:{call.account}:cluster/"
    failures = [
        {"arn": name if name.startswith("arn:") else where + name, "reason": "MISSING"}
        for name in asked
        if name not in known
    ]
    return call.answer({"clusters": shown, "failures": failures})


def list_arns(call: Call) -> dict[str, Any]:
    active = [record for record in call.records(Cluster) if record.status == ACTIVE]
    chosen, token = page(active, call.params)
    return call.answer({"clusterArns": [record.arn for record in chosen], "nextToken": token})


def update(call: Call) -> dict[str, Any]:
    record = find(call)
    call.params["cluster"] = record.id
    Verbs(Cluster()).update(call)
    return call.answer({"cluster": full_view(call, record)})


def put_capacity_providers(call: Call) -> dict[str, Any]:
    record = find(call)
    wanted = {name: call.params[name] for name in ("capacityProviders", "defaultCapacityProviderStrategy")}
    check_strategy(call, wanted)
    used = {
        entry["capacityProvider"]
        for service in members_of(call, record)[0]
        for entry in service.members.get("capacityProviderStrategy", [])
    }
    if used - set(wanted["capacityProviders"]):
        raise AwsError("ResourceInUseException", "The specified capacity provider is in use and cannot be removed.")
    record.members.update(wanted)
    call.cloud.store.put(record)
    return call.answer({"cluster": full_view(call, record)})


def delete(call: Call) -> dict[str, Any]:
    record = find(call)
    services, tasks = members_of(call, record)
    if services:
        raise AwsError("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")
    if tasks:
        raise AwsError("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.")
    record.status = INACTIVE
    record.tags = {}
    call.cloud.store.put(record)
    return call.answer({"cluster": full_view(call, record)})


OPERATIONS = {
    "CreateCluster": create,
    "DescribeClusters": describe,
    "ListClusters": list_arns,
    "UpdateCluster": update,
    "UpdateClusterSettings": update,
    "PutClusterCapacityProviders": put_capacity_providers,
    "DeleteCluster": delete,
}
