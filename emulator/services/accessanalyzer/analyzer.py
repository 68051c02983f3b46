"""Analyzers, and the rules by which findings are archived."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, conflict, validation
from emulator.modeled.resource import ResourceType, States
from emulator.modeled.store import Record

DEFAULT_AGE = 90  # days without use


class Analyzer(ResourceType):
    service = "accessanalyzer"
    noun = "Analyzer"
    id = "name"
    id_param = "analyzerName"
    arn = "arn:{partition}:access-analyzer:{region}:{account}:analyzer/{id}"
    arn_member = "arn"
    name = "analyzerName"
    states = States(creating="CREATING", ready="ACTIVE")
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return str(call.params["analyzerName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        kind = call.params["type"]
        if kind.startswith("ORGANIZATION"):
            raise validation("The account is neither the management account nor a delegated administrator")
        others = [one for one in call.records(Analyzer) if one.members["type"] == kind]
        if others:
            raise AwsError("ServiceQuotaExceededException", f"There can be one analyzer of type {kind} in a region")
        if kind == "ACCOUNT" and call.params.get("configuration"):
            raise validation("An analyzer of type ACCOUNT takes no configuration")

    def on_create(self, call: Call, record: Record) -> None:
        if record.members["type"] == "ACCOUNT_UNUSED_ACCESS":
            given = record.members.get("configuration", {}).get("unusedAccess", {})
            record.members["configuration"] = {"unusedAccess": {"unusedAccessAge": DEFAULT_AGE, **given}}
        for rule in record.members.pop("archiveRules", []):
            call.cloud.store.put(new_rule(call, record, rule))

    def before_update(self, call: Call, record: Record) -> None:
        old = record.members.get("configuration", {}).get("unusedAccess", {}).get("unusedAccessAge")
        new = call.params.get("configuration", {}).get("unusedAccess", {}).get("unusedAccessAge")
        if new not in (None, old):
            raise validation("unusedAccessAge cannot be updated")

    def view(self, record: Record) -> dict[str, Any]:
        why = {"code": "SERVICE_LINKED_ROLE_CREATION_FAILED"}
        return {"tags": record.tags, "statusReason": why if record.status == "FAILED" else None}

    def busy(self, record: Record, verb: str) -> AwsError | None:
        return None

    def duplicate(self, name: str) -> AwsError:
        return conflict(f"The analyzer {name} already exists")


class ArchiveRule(ResourceType):
    service = "accessanalyzer"
    noun = "ArchiveRule"
    id = "ruleName"
    arn = ""
    name = "ruleName"
    parent = Analyzer

    def new_id(self, call: Call) -> str:
        return str(call.params["ruleName"])


def new_rule(call: Call, analyzer: Record, rule: dict[str, Any]) -> Record:
    now = call.cloud.timestamp()
    return Record(
        ArchiveRule.kind(),
        call.account,
        call.region,
        id=rule["ruleName"],
        arn="",
        created=now,
        updated=now,
        parent=analyzer.id,
        members=dict(rule),
    )
