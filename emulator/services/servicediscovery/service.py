"""Services. An update loses the DNS records and the health check that it doesn't say."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import LOWER, ResourceType, random_id
from emulator.modeled.service import Handler
from emulator.modeled.store import Record
from emulator.services.servicediscovery.namespace import begin, find, refuse


class DiscoveryService(ResourceType):
    service = "servicediscovery"
    noun = "Service"
    id = "Id"
    arn = "arn:{partition}:servicediscovery:{region}:{account}:service/{id}"
    arn_member = "Arn"

    def new_id(self, call: Call) -> str:
        return f"srv-{random_id(16, LOWER)}"

    def missing(self, key: str) -> AwsError:
        return AwsError("ServiceNotFound", f"No service with the id {key} was found.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        wanted = call.params
        home = find(call, wanted.get("NamespaceId") or wanted.get("DnsConfig", {}).get("NamespaceId", ""))
        wanted["NamespaceId"] = home.id
        for other in call.records(DiscoveryService):
            if (other.members["NamespaceId"], other.members["Name"]) == (home.id, wanted["Name"]):
                raise refuse("ServiceAlreadyExists", f"The service {wanted['Name']} already exists in the namespace.")
        if home.members["Type"] == "HTTP" and "DnsConfig" in wanted:
            raise refuse("InvalidInput", "A service in an HTTP namespace can't have DNS records.")
        if "HealthCheckConfig" in wanted and home.members["Type"] != "DNS_PUBLIC":
            raise refuse("InvalidInput", "Health checks of Route 53 need a public DNS namespace.")

    def on_create(self, call: Call, record: Record) -> None:
        home = find(call, record.members["NamespaceId"])
        by_api = home.members["Type"] == "HTTP" or record.members.pop("Type", "") == "HTTP"
        record.members["Type"] = "HTTP" if by_api else "DNS_HTTP"
        if "DnsConfig" in record.members:
            record.members["DnsConfig"] = {"RoutingPolicy": "MULTIVALUE", **record.members["DnsConfig"]}
            record.members["DnsConfig"]["NamespaceId"] = home.id
        if "HealthCheckCustomConfig" in record.members:
            record.members["HealthCheckCustomConfig"] = {"FailureThreshold": 1}

    def view(self, record: Record) -> dict[str, Any]:
        return {"CreateDate": record.created, "ResourceOwner": record.account}


def list_services(call: Call) -> dict[str, Any]:
    records = call.records(DiscoveryService)
    for wanted in call.params.get("Filters", []):
        if wanted["Name"] == "NAMESPACE_ID":
            records = [record for record in records if record.members["NamespaceId"] in wanted["Values"]]
    chosen, token = page(records, call.params)
    return list_answer(call, [view(DiscoveryService(), record) for record in chosen], token)


def update(call: Call) -> dict[str, Any]:
    record = call.find(DiscoveryService, call.params["Id"])
    given = call.params["Service"]
    if "Description" in given:
        record.members["Description"] = given["Description"]
    if "DnsConfig" in given and "DnsConfig" not in record.members:
        raise refuse("InvalidInput", "DNS records can't be added to a service without any.")
    if "DnsConfig" in given:
        record.members["DnsConfig"] = {**record.members["DnsConfig"], **given["DnsConfig"]}
    else:
        record.members.pop("DnsConfig", None)
    record.members.pop("HealthCheckConfig", None)
    if "HealthCheckConfig" in given:
        record.members["HealthCheckConfig"] = given["HealthCheckConfig"]
    call.cloud.store.put(record)
    return begin(call, "UPDATE_SERVICE", {"SERVICE": record.id})


def delete(call: Call) -> dict[str, Any]:
    from emulator.services.servicediscovery.instance import Instance

    record = call.find(DiscoveryService, call.params["Id"])
    if call.records(Instance, record.id):
        raise refuse("ResourceInUse", f"The service {record.id} has instances.")
    return Verbs(DiscoveryService()).delete(call)


OPERATIONS: dict[str, Handler] = {"ListServices": list_services, "UpdateService": update, "DeleteService": delete}
