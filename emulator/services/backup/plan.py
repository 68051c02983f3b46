"""Backup plans, and what is assigned to them."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType, random_id
from emulator.modeled.store import Record
from emulator.neighbours import backup_vault_exists, role_exists

BY_DEFAULT = {
    "ScheduleExpression": "cron(0 5 ? * * *)",
    "ScheduleExpressionTimezone": "Etc/UTC",
    "StartWindowMinutes": 480,
    "CompletionWindowMinutes": 10080,
    "EnableContinuousBackup": False,
}


def invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterValueException", message)


class BackupPlan(ResourceType):
    service = "backup"
    noun = "BackupPlan"
    id = "BackupPlanId"
    arn = "arn:{partition}:backup:{region}:{account}:backup-plan:{id}"
    arn_member = "BackupPlanArn"
    name = "BackupPlanName"
    envelopes = {"CreateBackupPlan": "BackupPlan", "UpdateBackupPlan": "BackupPlan"}

    def new_id(self, call: Call) -> str:
        return str(uuid.uuid4())

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call)

    def on_create(self, call: Call, record: Record) -> None:
        complete(record)

    def before_update(self, call: Call, record: Record) -> None:
        check(call)

    def on_update(self, call: Call, record: Record) -> None:
        complete(record)

    def before_delete(self, call: Call, record: Record) -> None:
        if call.records(BackupSelection, record.id):
            message = "Related backup plan selections must be deleted prior to backup plan deletion"
            raise AwsError("InvalidRequestException", message)

    def view(self, record: Record) -> dict[str, Any]:
        plan = {name: record.members[name] for name in ("BackupPlanName", "Rules")}
        plan["AdvancedBackupSettings"] = record.members.get("AdvancedBackupSettings")
        return {
            "BackupPlan": plan,
            "VersionId": record.hidden["version"],
            "CreationDate": record.created,
            "DeletionDate": record.updated,
        }

    def duplicate(self, name: str) -> AwsError:
        return AwsError("AlreadyExistsException", f"Backup plan with the name {name} already exists")

    def missing(self, key: str) -> AwsError:
        return AwsError("ResourceNotFoundException", f"Failed reading Backup plan with provided version: {key}")


def check(call: Call) -> None:
    rules = call.params["Rules"]
    names = [rule["RuleName"] for rule in rules]
    if not rules or len(set(names)) < len(names):
        raise invalid("A plan needs rules, each with a name of its own")
    for rule in rules:
        if not backup_vault_exists(call.account, call.region, rule["TargetBackupVaultName"]):
            raise invalid(f"Backup vault {rule['TargetBackupVaultName']} does not exist")
        times = rule.get("Lifecycle", {})
        cold, end = times.get("MoveToColdStorageAfterDays"), times.get("DeleteAfterDays")
        if cold and end and end < cold + 90:
            raise invalid("DeleteAfterDays must be 90 days after MoveToColdStorageAfterDays, or later")


def complete(record: Record) -> None:
    record.members["Rules"] = [{"RuleId": str(uuid.uuid4()), **BY_DEFAULT, **rule} for rule in record.members["Rules"]]
    record.hidden["version"] = random_id(48)


class BackupSelection(ResourceType):
    service = "backup"
    noun = "BackupSelection"
    id = "SelectionId"
    arn = ""
    name = "SelectionName"
    parent = BackupPlan
    envelopes = {"CreateBackupSelection": "BackupSelection"}

    def new_id(self, call: Call) -> str:
        return str(uuid.uuid4())

    def before_create(self, call: Call, parent: Record | None) -> None:
        given = call.params
        if not role_exists(given["IamRoleArn"]):
            raise invalid(f"IAM Role {given['IamRoleArn']} is not authorized to call tag:GetResources")
        if not any(given.get(name) for name in ("Resources", "ListOfTags", "Conditions", "NotResources")):
            raise invalid("A selection needs resources or tags")

    def view(self, record: Record) -> dict[str, Any]:
        return {"BackupSelection": record.members, "CreationDate": record.created}

    def duplicate(self, name: str) -> AwsError:
        return AwsError("AlreadyExistsException", f"Backup selection {name} already exists")

    def missing(self, key: str) -> AwsError:
        return AwsError("ResourceNotFoundException", f"Backup selection {key} was not found")
