"""Instances of services, and finding them."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, view
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType
from emulator.modeled.service import Handler
from emulator.modeled.store import Record
from emulator.services.servicediscovery.namespace import Namespace, begin
from emulator.services.servicediscovery.service import DiscoveryService


class Instance(ResourceType):
    service = "servicediscovery"
    noun = "Instance"
    id = "Id"
    id_param = "InstanceId"
    arn = "arn:{partition}:servicediscovery:{region}:{account}:instance/{id}"
    parent = DiscoveryService
    operations = {"create": "", "update": "", "delete": ""}

    def new_id(self, call: Call) -> str:
        return str(call.params["InstanceId"])

    def missing(self, key: str) -> AwsError:
        return AwsError("InstanceNotFound", f"No instance with the id {key} was found.")


def service_of(call: Call) -> Record:
    return call.find(DiscoveryService, call.params["ServiceId"])


def register(call: Call) -> dict[str, Any]:
    home = service_of(call)
    record = Verbs(Instance()).new_record(call, home)
    record.members = {"Attributes": call.params.get("Attributes", {})}
    call.cloud.store.put(record)
    return begin(call, "REGISTER_INSTANCE", {"SERVICE": home.id, "INSTANCE": record.id})


def deregister(call: Call) -> dict[str, Any]:
    home = service_of(call)
    record = call.find(Instance, call.params["InstanceId"], home.id)
    call.cloud.remove(record)
    return begin(call, "DEREGISTER_INSTANCE", {"SERVICE": home.id, "INSTANCE": record.id})


def read(call: Call) -> dict[str, Any]:
    record = call.find(Instance, call.params["InstanceId"], service_of(call).id)
    return call.answer({"Instance": view(Instance(), record)})


def list_instances(call: Call) -> dict[str, Any]:
    records = call.records(Instance, service_of(call).id)
    return call.answer({"Instances": [view(Instance(), record) for record in records]})


def discover(call: Call) -> dict[str, Any]:
    space, name = call.params["NamespaceName"], call.params["ServiceName"]
    homes = [record for record in call.records(Namespace) if record.members["Name"] == space]
    if not homes:
        raise Namespace().missing(space)
    services = [
        record
        for record in call.records(DiscoveryService)
        if record.members["NamespaceId"] == homes[0].id and record.members["Name"] == name
    ]
    if not services:
        raise DiscoveryService().missing(name)
    wanted = call.params.get("QueryParameters", {})
    found = [
        {
            "InstanceId": record.id,
            "NamespaceName": space,
            "ServiceName": name,
            "HealthStatus": "HEALTHY",
            "Attributes": record.members["Attributes"],
        }
        for record in call.records(Instance, services[0].id)
        if all(record.members["Attributes"].get(key) == value for key, value in wanted.items())
    ]
    return call.answer({"Instances": found})


OPERATIONS: dict[str, Handler] = {
    "RegisterInstance": register,
    "DeregisterInstance": deregister,
    "GetInstance": read,
    "ListInstances": list_instances,
    "DiscoverInstances": discover,
}
