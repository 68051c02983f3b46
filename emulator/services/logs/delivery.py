"""Deliveries of vended logs: from a source over a delivery to a destination."""

import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, conflict, not_found, validation
from emulator.modeled.resource import ResourceType, random_id
from emulator.modeled.store import Record
from emulator.services.logs.errors import listed

AGENTCORE = ("APPLICATION_LOGS", "TRACES")
LOG_TYPES: dict[str, tuple[str, ...]] = {
    "bedrock": ("APPLICATION_LOGS", "TRACES"),
    "bedrock-agentcore": AGENTCORE,
    "cloudfront": ("ACCESS_LOGS",),
    "elasticloadbalancing": ("ALB_ACCESS_LOGS", "ALB_CONNECTION_LOGS", "NLB_ACCESS_LOGS"),
    "events": ("ERROR_LOGS", "INFO_LOGS", "TRACE_LOGS"),
    "ses": ("APPLICATION_LOGS",),
    "wafv2": ("WAF_LOGS",),
}
WITH_USAGE = (":runtime/", ":code-interpreter/", ":browser/", ":code-interpreter-custom/", ":browser-custom/")
OURS = ("bedrock", "bedrock-agentcore")
KINDS = {"s3": "S3", "logs": "CWL", "firehose": "FH"}


class Part(ResourceType):
    """What sources and destinations have in common."""

    service = "logs"
    id = "name"
    arn_member = "arn"
    upserts = True
    fixed: tuple[str, ...] = ()

    def new_id(self, call: Call) -> str:
        return str(call.params["name"])

    def missing(self, key: str) -> AwsError:
        return not_found(f"Requested {self.noun} {key} does not exist in this account.")

    def before_update(self, call: Call, record: Record) -> None:
        if call.params.get("tags"):
            raise conflict("Tags can only be provided when a resource is being created, not updated.")
        for member in self.fixed:
            if member in call.params and call.params[member] != record.members.get(member):
                raise conflict(f"Update to existing {self.noun} with new {member} is not allowed.")
        self.before_create(call, None)

    def before_delete(self, call: Call, record: Record) -> None:
        used = [
            one.id for one in call.records(Delivery) if record.arn in (one.hidden["source"], one.hidden["destination"])
        ]
        if used:
            raise conflict(f"This operation is not allowed: the {self.noun} is used by the deliveries {used}")


class DeliverySource(Part):
    noun = "DeliverySource"
    arn = "arn:{partition}:logs:{region}:{account}:delivery-source:{id}"
    operations = {"create": "PutDeliverySource", "list": "DescribeDeliverySources"}
    fixed = ("resourceArn", "logType")

    def before_create(self, call: Call, parent: Record | None) -> None:
        arn, kind = call.params["resourceArn"], call.params["logType"]
        service = [*arn.split(":"), "", "", ""][2]
        if service not in LOG_TYPES:
            raise not_found("Cannot access provided service.")
        usage = ("USAGE_LOGS",) if any(place in arn for place in WITH_USAGE) else ()
        if kind not in (*LOG_TYPES[service], *usage):
            raise validation(f"This service is not allowed for this LogSource: {kind}")
        if service in OURS and not any(record.arn == arn for record in call.cloud.store.everything()):
            raise not_found(f"Resource {arn} was not found")

    def view(self, record: Record) -> dict[str, Any]:
        arn = record.members["resourceArn"]
        told = {"resourceArns": [arn], "service": arn.split(":")[2], "status": "ACTIVE"}
        return {**told, "tags": record.tags or None}


class DeliveryDestination(Part):
    noun = "DeliveryDestination"
    arn = "arn:{partition}:logs:{region}:{account}:delivery-destination:{id}"
    operations = {"create": "PutDeliveryDestination", "list": "DescribeDeliveryDestinations"}
    fixed = ("outputFormat", "deliveryDestinationType")

    def before_create(self, call: Call, parent: Record | None) -> None:
        target = call.params.get("deliveryDestinationConfiguration")
        kind = call.params.get("deliveryDestinationType")
        if kind == "XRAY":
            if target:
                raise validation("A destination of the type XRAY has no deliveryDestinationConfiguration")
            return
        if not target:
            raise validation("deliveryDestinationConfiguration is required unless the type is XRAY")
        own = KINDS.get([*target["destinationResourceArn"].split(":"), "", "", ""][2])
        if own is None or kind not in (None, own):
            raise validation(
                f"{target['destinationResourceArn']} is no destination of the type {kind or 'S3, CWL or FH'}"
            )

    def on_create(self, call: Call, record: Record) -> None:
        target = record.members.get("deliveryDestinationConfiguration")
        kind = KINDS[target["destinationResourceArn"].split(":")[2]] if target else "XRAY"
        record.members["deliveryDestinationType"] = kind

    def on_update(self, call: Call, record: Record) -> None:
        self.on_create(call, record)

    def view(self, record: Record) -> dict[str, Any]:
        return {"tags": record.tags or None}


class Delivery(ResourceType):
    service = "logs"
    noun = "Delivery"
    id = "id"
    arn = "arn:{partition}:logs:{region}:{account}:delivery:{id}"
    arn_member = "arn"
    operations = {"list": "DescribeDeliveries", "update": "UpdateDeliveryConfiguration"}
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return random_id(16)

    def missing(self, key: str) -> AwsError:
        return not_found("Requested Delivery does not exist in this account.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        source = call.find(DeliverySource, call.params["deliverySourceName"])
        destination = call.find(DeliveryDestination, call.params["deliveryDestinationArn"])
        kind = destination.members["deliveryDestinationType"]
        if (kind == "XRAY") != (source.members["logType"] == "TRACES"):
            raise validation("TRACES, and nothing else, can be delivered to a destination of the type XRAY")
        if "s3DeliveryConfiguration" in call.params and kind != "S3":
            raise validation("s3DeliveryConfiguration is for destinations of the type S3")
        for other in call.records(Delivery):
            if (other.hidden["source"], other.hidden["kind"]) == (source.arn, kind):
                raise conflict(
                    "Delivery already exists for this Delivery Source with the same Delivery Destination Type."
                )

    def on_create(self, call: Call, record: Record) -> None:
        destination = call.find(DeliveryDestination, call.params["deliveryDestinationArn"])
        source = call.find(DeliverySource, call.params["deliverySourceName"])
        kind = destination.members["deliveryDestinationType"]
        record.hidden = {"source": source.arn, "destination": destination.arn, "kind": kind}

    def view(self, record: Record) -> dict[str, Any]:
        return {"deliveryDestinationType": record.hidden["kind"], "tags": record.tags or None}


def describe(kind: type[ResourceType]) -> Any:
    def handle(call: Call) -> dict[str, Any]:
        given = call.params
        names, arns, sources = given.get("names"), given.get("resourceArns"), given.get("deliverySourceNames")
        records = [
            record
            for record in call.records(kind)
            if (not names or record.id in names)
            and (not arns or record.members.get("resourceArn") in arns)
            and (not sources or record.members.get("deliverySourceName") in sources)
        ]
        return listed(call, kind, records)

    return handle


def put_policy(call: Call) -> dict[str, Any]:
    record = call.find(DeliveryDestination, call.params["deliveryDestinationName"])
    try:
        json.loads(call.params["deliveryDestinationPolicy"])
    except ValueError as error:
        raise validation(f"deliveryDestinationPolicy is no JSON: {error}") from error
    record.hidden["policy"] = call.params["deliveryDestinationPolicy"]
    call.cloud.store.put(record)
    return get_policy(call)


def get_policy(call: Call) -> dict[str, Any]:
    record = call.find(DeliveryDestination, call.params["deliveryDestinationName"])
    policy = record.hidden.get("policy")
    return call.answer({"policy": {"deliveryDestinationPolicy": policy}}) if policy else {"policy": {}}


def delete_policy(call: Call) -> dict[str, Any]:
    record = call.find(DeliveryDestination, call.params["deliveryDestinationName"])
    record.hidden.pop("policy", None)
    call.cloud.store.put(record)
    return {}


OPERATIONS = {
    "DeleteDeliveryDestinationPolicy": delete_policy,
    "DescribeDeliveries": describe(Delivery),
    "DescribeDeliveryDestinations": describe(DeliveryDestination),
    "DescribeDeliverySources": describe(DeliverySource),
    "GetDeliveryDestinationPolicy": get_policy,
    "PutDeliveryDestinationPolicy": put_policy,
}
