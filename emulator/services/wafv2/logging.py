"""Where a web ACL's log goes: one destination, whose name must start with aws-waf-logs-."""

import re
from typing import Any

from moto.logs.models import logs_backends

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.wafv2.errors import invalid, nonexistent
from emulator.services.wafv2.web_acl import GLOBAL, find

DESTINATION = re.compile(r"(:log-group:|:deliverystream/|:s3:::)(?P<name>[^:/*]+)")
PREFIX = "aws-waf-logs-"


class Logging(ResourceType):
    service = "wafv2"
    noun = "LoggingConfiguration"
    id = "ResourceArn"
    arn = "{id}"
    operations = {"create": "PutLoggingConfiguration"}


def put(call: Call) -> dict[str, Any]:
    wanted = call.params["LoggingConfiguration"]
    acl = find(call, wanted["ResourceArn"])
    for destination in wanted["LogDestinationConfigs"]:
        check_destination(call, destination)
    now = call.cloud.timestamp()
    members = {"ManagedByFirewallManager": False, "LogType": "WAF_LOGS", "LogScope": "CUSTOMER", **wanted}
    call.cloud.store.put(Record(Logging.kind(), call.account, call.region, acl.arn, acl.arn, now, now, members=members))
    return {"LoggingConfiguration": members}


def check_destination(call: Call, arn: str) -> None:
    found = DESTINATION.search(arn)
    if not found or not found["name"].startswith(PREFIX):
        raise invalid("The ARN isn't valid. The name must start with aws-waf-logs-", "LOG_DESTINATION", arn)
    if found[1] == ":log-group:" and found["name"] not in logs_backends[call.account][call.region].groups:
        raise AwsError(
            "WAFLogDestinationPermissionIssueException",
            "Unable to deliver logs to the configured destination. You might need to grant log delivery permissions "
            "for the destination.",
        )


def get(call: Call) -> dict[str, Any]:
    return {"LoggingConfiguration": kept(call).members}


def delete(call: Call) -> dict[str, Any]:
    call.cloud.remove(kept(call))
    return {}


def kept(call: Call) -> Record:
    found = next((record for record in call.records(Logging) if record.id == call.params["ResourceArn"]), None)
    if found is None:
        raise nonexistent()
    return found


def list_configurations(call: Call) -> dict[str, Any]:
    level = ":global/" if call.params["Scope"] == GLOBAL else ":regional/"
    chosen, marker = page([record for record in call.records(Logging) if level in record.id], call.params)
    return call.answer({"LoggingConfigurations": [record.members for record in chosen], "NextMarker": marker})


OPERATIONS = {
    "PutLoggingConfiguration": put,
    "GetLoggingConfiguration": get,
    "DeleteLoggingConfiguration": delete,
    "ListLoggingConfigurations": list_configurations,
}
