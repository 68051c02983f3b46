"""Protections of single resources, with their health checks and automatic answers."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError, not_found
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.shield import subscription

# Beginning of the part of an ARN after the account -> the type, by service.
PROTECTABLE = {
    "cloudfront": {"distribution/": "CLOUDFRONT_DISTRIBUTION"},
    "elasticloadbalancing": {
        "loadbalancer/app/": "APPLICATION_LOAD_BALANCER",
        "loadbalancer/": "CLASSIC_LOAD_BALANCER",
    },
    "ec2": {"eip-allocation/": "ELASTIC_IP_ALLOCATION"},
    "globalaccelerator": {"accelerator/": "GLOBAL_ACCELERATOR"},
    "route53": {"hostedzone/": "ROUTE_53_HOSTED_ZONE"},
}
WITH_LAYER_7 = ("CLOUDFRONT_DISTRIBUTION", "APPLICATION_LOAD_BALANCER")
MISSING = "The referenced protection does not exist."


def type_of(arn: str) -> str:
    parts = arn.split(":", 5)
    beginnings = PROTECTABLE.get(parts[2] if len(parts) == 6 else "", {})
    found = next((kind for beginning, kind in beginnings.items() if parts[5].startswith(beginning)), None)
    if found is None:
        raise AwsError("InvalidResourceException", f"Unrecognized resource {arn}.")
    return found


class Protection(ResourceType):
    service = "shield"
    noun = "Protection"
    id = "ProtectionId"
    arn = "arn:{partition}:shield::{account}:protection/{id}"
    arn_member = "ProtectionArn"
    operations = {"read": "DescribeProtection"}

    def key(self, call: Call) -> str:
        given = [call.params[name] for name in ("ProtectionId", "ResourceArn") if call.params.get(name)]
        if len(given) != 1:
            raise AwsError("InvalidParameterException", "Provide either protectionId or resourceArn, but not both.")
        by_resource = [one for one in call.records(Protection) if one.members["ResourceArn"] == given[0]]
        return by_resource[0].id if by_resource else str(given[0])

    def new_id(self, call: Call) -> str:
        return str(uuid.uuid4())

    def before_create(self, call: Call, parent: Record | None) -> None:
        if subscription.of(call) is None:
            raise AwsError("InvalidOperationException", "The subscription does not exist.")
        type_of(call.params["ResourceArn"])
        if any(one.members["ResourceArn"] == call.params["ResourceArn"] for one in call.records(Protection)):
            raise AwsError("ResourceAlreadyExistsException", "The referenced protection already exists.")

    def on_create(self, call: Call, record: Record) -> None:
        record.members["HealthCheckIds"] = []

    def view(self, record: Record) -> dict[str, Any]:
        told = {**record.members, "Id": record.id, "ProtectionArn": record.arn}
        return {**told, "Protection": told}

    def missing(self, key: str) -> AwsError:
        return not_found(MISSING)


def listed(call: Call) -> dict[str, Any]:
    asked = call.params.get("InclusionFilters") or {}
    tests = {
        "ResourceArns": lambda one: one.members["ResourceArn"],
        "ProtectionNames": lambda one: one.members["Name"],
        "ResourceTypes": lambda one: type_of(one.members["ResourceArn"]),
    }
    records = [one for one in call.records(Protection) if all(tests[name](one) in asked[name] for name in asked)]
    chosen, token = page(records, call.params)
    return list_answer(call, [view(Protection(), one) for one in chosen], token)


def health_check(adds: bool) -> Any:
    def handler(call: Call) -> dict[str, Any]:
        record = call.find(Protection, call.params["ProtectionId"])
        check = call.params["HealthCheckArn"].rpartition("/")[2]
        others = [one for one in record.members["HealthCheckIds"] if one != check]
        if not adds and others == record.members["HealthCheckIds"]:
            raise not_found("The referenced health check is not associated with the protection.")
        record.members["HealthCheckIds"] = [*others, check] if adds else others
        call.cloud.store.put(record)
        return {}

    return handler


def automatic_response(status: str, *, anew: bool = False) -> Any:
    """Enabling is for what is not enabled yet; everything else is for what is."""

    def handler(call: Call) -> dict[str, Any]:
        record = call.find(Protection, Protection().key(call))
        if type_of(record.members["ResourceArn"]) not in WITH_LAYER_7:
            raise AwsError("InvalidParameterException", "Only distributions and application load balancers have it.")
        current = record.members.get("ApplicationLayerAutomaticResponseConfiguration", {})
        if (current.get("Status") == "ENABLED") == anew:
            raise AwsError("InvalidOperationException", f"The automatic response is {'' if anew else 'not '}enabled.")
        action = call.params.get("Action") or current.get("Action")
        record.members["ApplicationLayerAutomaticResponseConfiguration"] = {"Status": status, "Action": action}
        call.cloud.store.put(record)
        return {}

    return handler


OPERATIONS = {
    "ListProtections": listed,
    "AssociateHealthCheck": health_check(adds=True),
    "DisassociateHealthCheck": health_check(adds=False),
    "EnableApplicationLayerAutomaticResponse": automatic_response("ENABLED", anew=True),
    "UpdateApplicationLayerAutomaticResponse": automatic_response("ENABLED"),
    "DisableApplicationLayerAutomaticResponse": automatic_response("DISABLED"),
}
