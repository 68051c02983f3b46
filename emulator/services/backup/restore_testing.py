"""Plans by which backups are restored by way of trial, and what they restore. No trial ever runs."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType, random_id
from emulator.modeled.store import Record
from emulator.neighbours import role_exists
from emulator.services.backup.plan import invalid

BY_DEFAULT = {"ScheduleExpressionTimezone": "Etc/UTC", "StartWindowHours": 24}
SELECTION = {"ExcludeVaults": [], "SelectionWindowDays": 30}


class RestoreTestingPlan(ResourceType):
    service = "backup"
    noun = "RestoreTestingPlan"
    id = "RestoreTestingPlanName"
    arn = "arn:{partition}:backup:{region}:{account}:restore-testing-plan:{id}"
    arn_member = "RestoreTestingPlanArn"
    name = "RestoreTestingPlanName"
    update_replaces = False
    missing_codes = {"DeleteRestoreTestingPlan": "InvalidRequestException"}  # noqa: RUF012 - as in the base
    envelopes = dict.fromkeys(("CreateRestoreTestingPlan", "UpdateRestoreTestingPlan"), "RestoreTestingPlan")

    def new_id(self, call: Call) -> str:
        return str(call.params["RestoreTestingPlanName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call.params)

    def on_create(self, call: Call, record: Record) -> None:
        record.arn = f"{record.arn}-{random_id(36)}"
        complete(record)

    def on_update(self, call: Call, record: Record) -> None:
        complete(record)

    def before_delete(self, call: Call, record: Record) -> None:
        if call.records(RestoreTestingSelection, record.id):
            message = "Related restore testing selections must be deleted prior to restore testing plan deletion"
            raise AwsError("InvalidRequestException", message)

    def view(self, record: Record) -> dict[str, Any]:
        told = {**record.members, "RestoreTestingPlanArn": record.arn, "CreationTime": record.created}
        return {"RestoreTestingPlan": told, "CreationTime": record.created, "UpdateTime": record.updated, **told}

    def duplicate(self, name: str) -> AwsError:
        return AwsError("AlreadyExistsException", f"Restore testing plan {name} already exists")

    def missing(self, key: str) -> AwsError:
        return AwsError("ResourceNotFoundException", f"Restore testing plan {key} was not found")


def check(given: dict[str, Any]) -> None:
    selection = given["RecoveryPointSelection"]
    for name in ("Algorithm", "IncludeVaults", "RecoveryPointTypes"):
        if not selection.get(name):
            raise invalid(f"RecoveryPointSelection needs {name}")


def complete(record: Record) -> None:
    chosen = {**SELECTION, **record.members["RecoveryPointSelection"]}
    record.members = {**BY_DEFAULT, **record.members, "RecoveryPointSelection": chosen}


class RestoreTestingSelection(ResourceType):
    service = "backup"
    noun = "RestoreTestingSelection"
    id = "RestoreTestingSelectionName"
    arn = ""
    name = "RestoreTestingSelectionName"
    parent = RestoreTestingPlan
    update_replaces = False
    envelopes = dict.fromkeys(
        ("CreateRestoreTestingSelection", "UpdateRestoreTestingSelection"), "RestoreTestingSelection"
    )

    def new_id(self, call: Call) -> str:
        return str(call.params["RestoreTestingSelectionName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        given = call.params
        if not role_exists(given["IamRoleArn"]):
            raise invalid(f"IAM Role {given['IamRoleArn']} cannot be assumed by AWS Backup")
        if not given.get("ProtectedResourceArns") and not given.get("ProtectedResourceConditions"):
            raise invalid("A selection needs ARNs or conditions")

    def on_create(self, call: Call, record: Record) -> None:
        record.members = {"ValidationWindowHours": 0, **record.members}

    def view(self, record: Record) -> dict[str, Any]:
        told = {**record.members, "CreationTime": record.created}
        return {"RestoreTestingSelection": told, "UpdateTime": record.updated, **told}

    def duplicate(self, name: str) -> AwsError:
        return AwsError("AlreadyExistsException", f"Restore testing selection {name} already exists")

    def missing(self, key: str) -> AwsError:
        return AwsError("ResourceNotFoundException", f"Restore testing selection {key} was not found")
