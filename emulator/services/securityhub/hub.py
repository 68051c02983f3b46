"""The hub, and its subscriptions to standards."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, view
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

BEST_PRACTICES = "aws-foundational-security-best-practices/v/1.0.0"
CIS = "cis-aws-foundations-benchmark/v"
STANDARDS = {
    BEST_PRACTICES: "AWS Foundational Security Best Practices v1.0.0",
    f"{CIS}/1.4.0": "CIS AWS Foundations Benchmark v1.4.0",
    f"{CIS}/3.0.0": "CIS AWS Foundations Benchmark v3.0.0",
    "nist-800-53/v/5.0.0": "NIST Special Publication 800-53 Revision 5",
    "pci-dss/v/3.2.1": "PCI DSS v3.2.1",
}
OLDEST = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0"
SUBSCRIBED = "standards"


class Hub(ResourceType):
    service = "securityhub"
    noun = "Hub"
    id = "HubId"
    arn = "arn:{partition}:securityhub:{region}:{account}:hub/{id}"
    arn_member = "HubArn"
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return "default"

    def before_create(self, call: Call, parent: Record | None) -> None:
        if call.records(Hub):
            raise AwsError("ResourceConflictException", "Account is already subscribed to Security Hub")

    def on_create(self, call: Call, record: Record) -> None:
        record.members = {
            "AutoEnableControls": True,
            "ControlFindingGenerator": call.params.get("ControlFindingGenerator", "SECURITY_CONTROL"),
        }
        by_default = (known(call)[0], OLDEST) if call.params.get("EnableDefaultStandards", True) else ()
        record.hidden[SUBSCRIBED] = list(by_default)

    def view(self, record: Record) -> dict[str, Any]:
        return {"SubscribedAt": record.created.isoformat()}


def known(call: Call) -> list[str]:
    """ARNs of the standards, in the region; one is older than that form."""
    return [f"arn:aws:securityhub:{call.region}::standards/{path}" for path in STANDARDS] + [OLDEST]


def the_hub(call: Call) -> Record:
    for record in call.records(Hub):
        return record
    raise AwsError("InvalidAccessException", f"Account {call.account} is not subscribed to AWS Security Hub")


def describe(call: Call) -> dict[str, Any]:
    return call.answer(view(Hub(), the_hub(call)))


def update(call: Call) -> dict[str, Any]:
    hub = the_hub(call)
    hub.members.update({name: value for name, value in call.params.items() if name in hub.members})
    call.cloud.store.put(hub)
    return {}


def disable(call: Call) -> dict[str, Any]:
    call.cloud.remove(the_hub(call))
    return {}


def describe_standards(call: Call) -> dict[str, Any]:
    names = [*STANDARDS.values(), "CIS AWS Foundations Benchmark v1.2.0"]
    told = [
        {"StandardsArn": arn, "Name": name, "EnabledByDefault": arn in (known(call)[0], OLDEST)}
        for arn, name in zip(known(call), names, strict=True)
    ]
    return call.answer({"Standards": told})


def subscription(call: Call, standard: str) -> dict[str, Any]:
    path = standard.split("::standards/")[-1].split(":ruleset/")[-1]
    arn = f"arn:{call.partition}:securityhub:{call.region}:{call.account}:subscription/{path}"
    told = {"StandardsSubscriptionArn": arn, "StandardsArn": standard, "StandardsInput": {}}
    return {**told, "StandardsStatus": "READY"}


def answer(call: Call, standards: list[str]) -> dict[str, Any]:
    return call.answer({"StandardsSubscriptions": [subscription(call, arn) for arn in standards]})


def enabled(call: Call) -> dict[str, Any]:
    return answer(call, the_hub(call).hidden[SUBSCRIBED])


def enable(call: Call) -> dict[str, Any]:
    hub = the_hub(call)
    wanted = [one["StandardsArn"] for one in call.params["StandardsSubscriptionRequests"]]
    unknown = sorted(set(wanted) - set(known(call)))
    if unknown:
        raise AwsError("InvalidInputException", f"Invalid standards: {', '.join(unknown)}")
    hub.hidden[SUBSCRIBED] = list(dict.fromkeys([*hub.hidden[SUBSCRIBED], *wanted]))
    call.cloud.store.put(hub)
    return answer(call, wanted)


def leave(call: Call) -> dict[str, Any]:
    hub = the_hub(call)
    by_arn = {subscription(call, one)["StandardsSubscriptionArn"]: one for one in hub.hidden[SUBSCRIBED]}
    unknown = sorted(set(call.params["StandardsSubscriptionArns"]) - set(by_arn))
    if unknown:
        raise AwsError("InvalidInputException", f"Invalid subscriptions: {', '.join(unknown)}")
    gone = [by_arn[arn] for arn in call.params["StandardsSubscriptionArns"]]
    hub.hidden[SUBSCRIBED] = [one for one in hub.hidden[SUBSCRIBED] if one not in gone]
    call.cloud.store.put(hub)
    return answer(call, gone)


OPERATIONS = {
    "BatchDisableStandards": leave,
    "BatchEnableStandards": enable,
    "DescribeHub": describe,
    "DescribeStandards": describe_standards,
    "DisableSecurityHub": disable,
    "EnableSecurityHub": Verbs(Hub()).create,
    "GetEnabledStandards": enabled,
    "UpdateSecurityHubConfiguration": update,
}
