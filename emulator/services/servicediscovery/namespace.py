"""Namespaces and operations. A namespace is there when the operation that creates it has ended."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import LOWER, UPPER, ResourceType, States, random_id
from emulator.modeled.service import Handler
from emulator.modeled.store import Record

KINDS = {"Http": "HTTP", "PrivateDns": "DNS_PRIVATE", "PublicDns": "DNS_PUBLIC"}
FILTERS = {"NAME": "Name", "TYPE": "Type", "RESOURCE_OWNER": "ResourceOwner"}


class Namespace(ResourceType):
    service = "servicediscovery"
    noun = "Namespace"
    id = "Id"
    arn = "arn:{partition}:servicediscovery:{region}:{account}:namespace/{id}"
    arn_member = "Arn"
    operations = {"create": "CreatePrivateDnsNamespace"}

    def new_id(self, call: Call) -> str:
        return f"ns-{random_id(20, LOWER)}"

    def missing(self, key: str) -> AwsError:
        return AwsError("NamespaceNotFound", f"No namespace with the id {key} was found.")

    def view(self, record: Record) -> dict[str, Any]:
        given = record.members
        properties: dict[str, Any] = {"HttpProperties": {"HttpName": given["Name"]}}
        if given["Type"] != "HTTP":
            dns = given.get("Properties", {}).get("DnsProperties", {})
            properties["DnsProperties"] = {"SOA": {"TTL": 15}, **dns, "HostedZoneId": record.hidden["zone"]}
        return {"Properties": properties, "CreateDate": record.created, "ResourceOwner": record.account}


class Operation(ResourceType):
    service = "servicediscovery"
    noun = "Operation"
    id = "OperationId"
    arn = "arn:{partition}:servicediscovery:{region}:{account}:operation/{id}"
    states = States("SUBMITTED", "SUCCESS")
    failed = "FAIL"
    operations = {"create": "", "list": "", "update": "", "delete": ""}

    def new_id(self, call: Call) -> str:
        return f"{random_id(32, LOWER)}-{random_id(8, LOWER)}"

    def missing(self, key: str) -> AwsError:
        return AwsError("OperationNotFound", f"No operation with the id {key} was found.")

    def on_status(self, cloud: Any, record: Record) -> None:
        """What it was to do is done, unless it failed."""
        planned = record.hidden.pop("planned", None)
        if planned is not None and record.status == "SUCCESS":
            cloud.store.put(planned)

    def view(self, record: Record) -> dict[str, Any]:
        shown = {
            "Id": record.id,
            "Status": record.status,
            "CreateDate": record.created,
            "UpdateDate": record.updated,
        }
        if record.status == "FAIL":
            shown |= {"ErrorCode": "INTERNAL_FAILURE", "ErrorMessage": record.failure}
        return {"Operation": {**record.members, **shown}}


def refuse(code: str, message: str) -> AwsError:
    return AwsError(code, message)


def begin(call: Call, kind: str, targets: dict[str, str], planned: Record | None = None) -> dict[str, Any]:
    """Start an operation; I(planned) is the record that is there once it has ended."""
    record = Verbs(Operation()).new_record(call, None)
    record.members = {"Type": kind, "Targets": targets}
    record.hidden, record.tags = {"planned": planned}, {}
    record.status = Operation.states.creating
    verb = kind.split("_", maxsplit=1)[0].lower()
    call.cloud.schedule(record, (verb, Operation.states.ready))
    call.cloud.store.put(record)
    return {"OperationId": record.id}


def create(word: str) -> Handler:
    kind = KINDS[word]

    def handle(call: Call) -> dict[str, Any]:
        name, vpc = call.params["Name"], call.params.pop("Vpc", None)
        for other in call.records(Namespace):
            if other.members["Name"] == name and (kind == "HTTP" or other.hidden["vpc"] in (None, vpc)):
                raise refuse("NamespaceAlreadyExists", f"The namespace {name} already exists.")
        for operation in call.records(Operation):
            planned = operation.hidden.get("planned")
            if planned and planned.kind == Namespace.kind() and planned.members["Name"] == name:
                raise refuse("DuplicateRequest", "Another operation with the same parameters is in progress.")
        if vpc is not None and not vpc.startswith("vpc-"):
            raise refuse("InvalidInput", f"The VPC {vpc} doesn't exist.")
        record = Verbs(Namespace()).new_record(call, None)
        record.members["Type"] = kind
        record.hidden = {"vpc": vpc, "zone": f"Z{random_id(20, UPPER)}"}
        return begin(call, "CREATE_NAMESPACE", {"NAMESPACE": record.id}, record)

    return handle


def update(word: str) -> Handler:
    def handle(call: Call) -> dict[str, Any]:
        record = find(call, call.params["Id"])
        if record.members["Type"] != KINDS[word]:
            raise refuse("InvalidInput", f"The namespace {record.id} is of type {record.members['Type']}.")
        record.members.update(call.params["Namespace"])
        call.cloud.store.put(record)
        return begin(call, "UPDATE_NAMESPACE", {"NAMESPACE": record.id})

    return handle


def find(call: Call, key: str) -> Record:
    return call.find(Namespace, key)


def full_view(call: Call, record: Record) -> dict[str, Any]:
    from emulator.services.servicediscovery.service import DiscoveryService

    services = [item for item in call.records(DiscoveryService) if item.members["NamespaceId"] == record.id]
    return {**view(Namespace(), record), "ServiceCount": len(services)}


def read(call: Call) -> dict[str, Any]:
    return call.answer({"Namespace": full_view(call, find(call, call.params["Id"]))})


def list_namespaces(call: Call) -> dict[str, Any]:
    records = call.records(Namespace)
    for wanted in call.params.get("Filters", []):
        member = FILTERS.get(wanted["Name"], "Name")
        records = [
            record for record in records if {**record.members, "ResourceOwner": "SELF"}[member] in wanted["Values"]
        ]
    chosen, token = page(records, call.params)
    return list_answer(call, [full_view(call, record) for record in chosen], token)


def delete(call: Call) -> dict[str, Any]:
    record = find(call, call.params["Id"])
    if full_view(call, record)["ServiceCount"]:
        raise refuse("ResourceInUse", f"The namespace {record.id} has services.")
    call.cloud.remove(record)
    return begin(call, "DELETE_NAMESPACE", {"NAMESPACE": record.id})


def arn_of(call: Call, key: str, make: bool = False) -> str | None:
    """The ARN of the namespace with this name or ARN, made at once if it is asked for; None if there is none."""
    found = [record for record in call.records(Namespace) if key in (record.members["Name"], record.arn)]
    if found or not make or key.startswith("arn:"):
        return found[0].arn if found else None
    record = Verbs(Namespace()).new_record(call, None)
    record.members, record.tags = {"Name": key, "Type": "HTTP"}, {}
    record.hidden = {"vpc": None, "zone": ""}
    call.cloud.store.put(record)
    return record.arn


OPERATIONS: dict[str, Handler] = {
    **{f"Create{word}Namespace": create(word) for word in KINDS},
    **{f"Update{word}Namespace": update(word) for word in KINDS},
    "GetNamespace": read,
    "ListNamespaces": list_namespaces,
    "DeleteNamespace": delete,
}
