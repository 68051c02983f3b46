"""Which web ACL stands before which resource: at most one."""

import re
from typing import Any

from emulator import neighbours
from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.wafv2.errors import invalid, nonexistent
from emulator.services.wafv2.web_acl import GLOBAL, WebACL, find

KINDS = {
    "APPLICATION_LOAD_BALANCER": r":elasticloadbalancing:[^:]+:\d+:loadbalancer/app/",
    "API_GATEWAY": r":apigateway:[^:]+::/restapis/[^/]+/stages/",
    "APPSYNC": r":appsync:[^:]+:\d+:apis/",
    "COGNITO_USER_POOL": r":cognito-idp:[^:]+:\d+:userpool/",
    "APP_RUNNER_SERVICE": r":apprunner:[^:]+:\d+:service/",
    "VERIFIED_ACCESS_INSTANCE": r":ec2:[^:]+:\d+:verified-access-instance/",
    "AMPLIFY": r":amplify:[^:]+:\d+:apps/",
    "AGENTCORE_GATEWAY": r":bedrock-agentcore:[^:]+:\d+:gateway/",
}
"""The types of resources, each with what its ARNs have in common."""
DEFAULT = "APPLICATION_LOAD_BALANCER"
GATEWAY = "bedrock-agentcore-control:Gateway"


class Association(ResourceType):
    service = "wafv2"
    noun = "Association"
    id = "ResourceArn"
    arn = "{id}"


def kind_of(arn: str) -> str:
    found = next((kind for kind, pattern in KINDS.items() if re.search(pattern, arn)), None)
    if found is None:
        raise invalid(
            "The ARN isn't valid. A valid ARN begins with arn: and includes other information", "RESOURCE_ARN", arn
        )
    return found


def is_there(call: Call, arn: str) -> bool:
    """Whether the resource exists, for those types that can be looked up."""
    kind = kind_of(arn)
    if kind == DEFAULT:
        return neighbours.load_balancer_exists(call.account, call.region, arn)
    if kind == "AGENTCORE_GATEWAY":
        return any(item.arn == arn for item in call.cloud.store.all((GATEWAY, call.account, call.region)))
    return True


def associate(call: Call) -> dict[str, Any]:
    arn = call.params["ResourceArn"]
    acl = find(call, call.params["WebACLArn"])
    if acl.members["Scope"] == GLOBAL:
        raise invalid("The scope is not valid.", "SCOPE_VALUE", GLOBAL)
    if not is_there(call, arn):
        raise nonexistent()
    now = call.cloud.timestamp()
    members = {"WebACLArn": acl.arn}
    call.cloud.store.put(Record(Association.kind(), call.account, call.region, arn, arn, now, now, members=members))
    tell_stage(call, arn, acl.arn)
    return {}


def disassociate(call: Call) -> dict[str, Any]:
    kind_of(call.params["ResourceArn"])
    for record in of(call, call.params["ResourceArn"]):
        call.cloud.remove(record)
        tell_stage(call, record.id, None)
    return {}


def tell_stage(call: Call, arn: str, acl: str | None) -> None:
    """A stage of API Gateway, moto's, shows its web ACL."""
    stage = neighbours.api_stage(call.account, call.region, arn)
    if stage:
        stage.web_acl_arn = acl


def get_for_resource(call: Call) -> dict[str, Any]:
    if not is_there(call, call.params["ResourceArn"]):
        raise nonexistent()
    for record in of(call, call.params["ResourceArn"]):
        return call.answer({"WebACL": view(WebACL(), find(call, record.members["WebACLArn"]))})
    return {}


def list_resources(call: Call) -> dict[str, Any]:
    acl, kind = find(call, call.params["WebACLArn"]), call.params.get("ResourceType", DEFAULT)
    found = [record.id for record in call.records(Association) if record.members["WebACLArn"] == acl.arn]
    return {"ResourceArns": [arn for arn in found if kind_of(arn) == kind]}


def of(call: Call, arn: str) -> list[Record]:
    return [record for record in call.records(Association) if record.id == arn]


OPERATIONS = {
    "AssociateWebACL": associate,
    "DisassociateWebACL": disassociate,
    "GetWebACLForResource": get_for_resource,
    "ListResourcesForWebACL": list_resources,
}
