"""Data protection policies: one for a log group, which is moto's. Nothing is masked."""

import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.neighbours import log_group_exists
from emulator.services.logs.errors import invalid

KEY = "logGroupIdentifier"


class DataProtectionPolicy(ResourceType):
    service = "logs"
    noun = "DataProtectionPolicy"
    id = KEY
    arn = ""
    operations = {"create": "PutDataProtectionPolicy"}
    upserts = True

    def key(self, call: Call) -> str:
        name = str(call.params[KEY]).rsplit(":log-group:", 1)[-1].removesuffix(":*")
        if not log_group_exists(call.account, call.region, name):
            raise not_found("The specified log group does not exist.")
        return name

    def new_id(self, call: Call) -> str:
        return self.key(call)

    def missing(self, key: str) -> AwsError:
        return not_found("The specified log group has no data protection policy.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call.params["policyDocument"])

    def before_update(self, call: Call, record: Record) -> None:
        check(call.params["policyDocument"])

    def view(self, record: Record) -> dict[str, Any]:
        return {"lastUpdatedTime": int(record.updated.timestamp() * 1000)}


def check(text: str) -> None:
    """A policy has two statements about the same data: one that notes them, and one that masks them."""
    try:
        statements = json.loads(text)["Statement"]
        operations = sorted(name for statement in statements for name in statement["Operation"])
        identifiers = [statement["DataIdentifier"] for statement in statements]
    except (ValueError, KeyError, TypeError) as error:
        raise invalid(f"The policy document is not valid: {error}") from error
    if operations != ["Audit", "Deidentify"] or identifiers[0] != identifiers[1]:
        raise invalid(
            "The policy must have a statement with Audit and one with Deidentify for the same DataIdentifier."
        )


def get(call: Call) -> dict[str, Any]:
    """A log group without a policy has an empty one."""
    key = DataProtectionPolicy().key(call)
    found = [record for record in call.records(DataProtectionPolicy) if record.id == key]
    shown = {**found[0].members, **DataProtectionPolicy().view(found[0])} if found else {}
    return call.answer({KEY: key, **shown})


OPERATIONS = {"GetDataProtectionPolicy": get}
