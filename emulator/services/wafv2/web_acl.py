"""Web ACLs. Each change needs the lock token of the last read."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.wafv2 import rules
from emulator.services.wafv2.errors import invalid, nonexistent, stale

GLOBAL, GLOBAL_REGION = "CLOUDFRONT", "us-east-1"
ASSOCIATION, LOGGING = "wafv2:Association", "wafv2:LoggingConfiguration"


class WebACL(ResourceType):
    service = "wafv2"
    noun = "WebACL"
    id = "Id"
    arn = "arn:{partition}:wafv2:{region}:{account}:{id}"
    arn_holds = "/webacl/"
    arn_member = "ARN"
    create_only = ("Scope",)

    def new_id(self, call: Call) -> str:
        return str(uuid.uuid4())

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_scope(call)
        for other in call.records(WebACL):
            if (other.members["Name"], other.members["Scope"]) == (call.params["Name"], call.params["Scope"]):
                raise AwsError(
                    "WAFDuplicateItemException",
                    "AWS WAF couldn't perform the operation because some resource in your request is a duplicate of an "
                    "existing one.",
                )

    def on_create(self, call: Call, record: Record) -> None:
        level = "global" if record.members["Scope"] == GLOBAL else "regional"
        path = f"{level}/webacl/{record.members['Name']}/{record.id}"
        record.arn = f"arn:{call.partition}:wafv2:{call.region}:{call.account}:{path}"
        settle(call, record)

    def before_update(self, call: Call, record: Record) -> None:
        check_lock(call, record)
        judge(call, call.params)

    def on_update(self, call: Call, record: Record) -> None:
        settle(call, record)

    def before_delete(self, call: Call, record: Record) -> None:
        check_lock(call, record)
        if any(item.members["WebACLArn"] == record.arn for item in call.cloud.store.all(table(call, ASSOCIATION))):
            raise AwsError(
                "WAFAssociatedItemException",
                "AWS WAF couldn't perform the operation because your resource is being used by another resource or "
                "it's associated with another resource.",
            )
        for item in call.cloud.store.all(table(call, LOGGING)):
            if item.id == record.arn:
                call.cloud.remove(item)

    def view(self, record: Record) -> dict[str, Any]:
        return {
            "NextLockToken": record.members["LockToken"],
            "Rules": record.members.get("Rules", []),
            "Capacity": record.hidden["units"],
            "LabelNamespace": f"awswaf:{record.account}:webacl:{record.members['Name']}:",
            "ManagedByFirewallManager": False,
            "RetrofittedByFirewallManager": False,
        }

    def missing(self, key: str) -> AwsError:
        return nonexistent()


def table(call: Call, kind: str) -> tuple[str, str, str]:
    return (kind, call.account, call.region)


def judge(call: Call, members: dict[str, Any]) -> int:
    """Refuse members that don't fit together; the units that the rules need."""
    if len(members["DefaultAction"]) != 1:
        raise invalid("You must specify exactly one default action", "DEFAULT_ACTION", str(members["DefaultAction"]))
    return rules.check(call, members.get("Rules", []), members.get("CustomResponseBodies", {}))


def settle(call: Call, record: Record) -> None:
    record.hidden["units"] = judge(call, record.members)
    record.members["LockToken"] = str(uuid.uuid4())


def check_scope(call: Call) -> None:
    if call.params["Scope"] == GLOBAL and call.region != GLOBAL_REGION:
        raise invalid("The scope is not valid.", "SCOPE_VALUE", GLOBAL)


def check_lock(call: Call, record: Record) -> None:
    names = ("Name", "Scope")
    if any(record.members[name] != call.params[name] for name in names):
        raise nonexistent()
    if call.params["LockToken"] != record.members["LockToken"]:
        raise stale()


def find(call: Call, arn: str) -> Record:
    """The web ACL with an ARN, wherever the caller is."""
    return call.find(WebACL, arn)


def get_web_acl(call: Call) -> dict[str, Any]:
    """By ARN, or by name, scope and id."""
    given = call.params
    record = find(call, given.get("ARN") or given.get("Id") or "")
    if any(record.members[name] != given[name] for name in ("Name", "Scope") if name in given):
        raise nonexistent()
    shown = view(WebACL(), record)
    return call.answer({"WebACL": shown, "LockToken": shown["LockToken"]})


def list_web_acls(call: Call) -> dict[str, Any]:
    check_scope(call)
    records = [record for record in call.records(WebACL) if record.members["Scope"] == call.params["Scope"]]
    chosen, marker = page(records, call.params)
    return list_answer(call, [view(WebACL(), record) for record in chosen], marker)


def check_capacity(call: Call) -> dict[str, Any]:
    check_scope(call)
    return call.answer({"Capacity": rules.check(call, call.params["Rules"], {})})
