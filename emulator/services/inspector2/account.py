"""The types of resources that are scanned in an account."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, validation
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

MEMBERS = {
    "EC2": "ec2",
    "ECR": "ecr",
    "LAMBDA": "lambda",
    "LAMBDA_CODE": "lambdaCode",
    "CODE_REPOSITORY": "codeRepository",
}
NO_ERROR = {"errorCode": "ALREADY_ENABLED", "errorMessage": ""}


class Scans(ResourceType):
    """One record for an account and region, without operations of its own."""

    service = "inspector2"
    noun = "Scans"
    id = "accountId"
    arn = ""


def scans(call: Call) -> Record:
    for record in call.records(Scans):
        return record
    now = call.cloud.timestamp()
    return Record(Scans.kind(), call.account, call.region, id=call.account, arn="", created=now, updated=now)


def check(call: Call) -> None:
    others = sorted(set(call.params.get("accountIds", [])) - {call.account})
    if others:
        raise AwsError("AccessDeniedException", f"The account is no delegated administrator of {', '.join(others)}")


def status(record: Record, kind: str) -> str:
    return "ENABLED" if kind in record.members else "DISABLED"


def overall(record: Record) -> str:
    return "ENABLED" if record.members else "DISABLED"


def enable(call: Call) -> dict[str, Any]:
    check(call)
    record = scans(call)
    types = call.params["resourceTypes"]
    if "LAMBDA_CODE" in types and "LAMBDA" not in {*types, *record.members}:
        raise validation("LAMBDA_CODE needs LAMBDA")
    record.members.update(dict.fromkeys(types, True))
    return changed(call, record)


def disable(call: Call) -> dict[str, Any]:
    """Without types all of them; code of functions is not scanned without the functions."""
    check(call)
    record = scans(call)
    types = set(call.params.get("resourceTypes") or MEMBERS)
    types |= {"LAMBDA_CODE"} if "LAMBDA" in types else set()
    record.members = {kind: True for kind in record.members if kind not in types}
    return changed(call, record)


def changed(call: Call, record: Record) -> dict[str, Any]:
    call.cloud.store.put(record)
    told = {member: status(record, kind) for kind, member in MEMBERS.items()}
    account = {"accountId": call.account, "status": overall(record), "resourceStatus": told}
    return call.answer({"accounts": [account], "failedAccounts": []})


def describe(call: Call) -> dict[str, Any]:
    check(call)
    record = scans(call)
    told = {member: {"status": status(record, kind), **NO_ERROR} for kind, member in MEMBERS.items()}
    account = {"accountId": call.account, "state": {"status": overall(record), **NO_ERROR}, "resourceState": told}
    return call.answer({"accounts": [account], "failedAccounts": []})


OPERATIONS = {"BatchGetAccountStatus": describe, "Disable": disable, "Enable": enable}
