"""Collections. Each needs an encryption policy that is there before it."""

import re
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, list_answer, view
from emulator.modeled.errors import conflict, validation
from emulator.modeled.paging import page
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.opensearchserverless.policy import SecurityPolicy, dates, statements_for

OWN_KEY = "auto"


class Collection(ResourceType):
    service = "opensearchserverless"
    noun = "Collection"
    id = "id"
    arn = "arn:{partition}:aoss:{region}:{account}:collection/{id}"
    arn_member = "arn"
    name = "name"
    states = States("CREATING", "ACTIVE", "UPDATING", "DELETING")
    update_replaces = False
    operations = {"read": "BatchGetCollection"}

    def new_id(self, call: Call) -> str:
        return random_id(20, LOWER)

    def key(self, call: Call) -> str:
        key = super().key(call)
        # unverified: an update has no error for what is not there
        if call.operation.name == "UpdateCollection" and key not in [item.id for item in call.records(Collection)]:
            raise validation(f"Collection {key} was not found")
        return key

    def before_create(self, call: Call, parent: Record | None) -> None:
        if "collectionGroupName" in call.params:
            raise validation(f"Collection group {call.params['collectionGroupName']} doesn't exist")
        key_of(call)

    def on_create(self, call: Call, record: Record) -> None:
        # unverified: the type that a collection gets when none is given
        given = {"type": "TIMESERIES", "standbyReplicas": "ENABLED", "deletionProtection": "DISABLED", **record.members}
        given.pop("encryptionConfig", None)
        record.members = {**given, "kmsKeyArn": key_of(call)}

    def before_update(self, call: Call, record: Record) -> None:
        if "encryptionConfig" in call.params:
            call.params["kmsKeyArn"] = call.params["encryptionConfig"].get("kmsKeyArn", OWN_KEY)

    def on_update(self, call: Call, record: Record) -> None:
        record.members.pop("encryptionConfig", None)

    def view(self, record: Record) -> dict[str, Any]:
        shown: dict[str, Any] = dates(record)
        if record.status in ("ACTIVE", "UPDATING"):
            endpoint = f"https://{record.id}.{record.region}.aoss.amazonaws.com"
            shown |= {"collectionEndpoint": endpoint, "dashboardEndpoint": f"{endpoint}/_dashboards"}
        return shown


def key_of(call: Call) -> str:
    """The key of a new collection: its own, or that of the encryption policy that names it most closely."""
    name = call.params["name"]
    own = call.params.get("encryptionConfig")
    if own:
        return str(own.get("kmsKeyArn", OWN_KEY))
    found = statements_for(call, SecurityPolicy, "encryption", f"collection/{name}")
    if not found:
        raise validation(
            f"No matching security policy of encryption type found for collection name: {name}. "
            "Please create security policy of encryption type for this collection."
        )
    exact = [item for item in found if any(f"collection/{name}" in rule["Resource"] for rule in item["Rules"])]
    return str((exact or found)[0].get("KmsARN") or OWN_KEY)


def batch_get(call: Call) -> dict[str, Any]:
    """BatchGetCollection: by ids or by names; what isn't there is told beside the others."""
    member = next((name for name in ("ids", "names") if call.params.get(name)), None)
    if member is None or (call.params.get("ids") and call.params.get("names")):
        raise validation("You must provide IDs or names, but not both in the same request")
    key = member.removesuffix("s")
    views = [view(Collection(), record) for record in call.records(Collection)]
    found = [item for item in views if item[key] in call.params[member]]
    gone = [text for text in call.params[member] if text not in {item[key] for item in found}]
    message = "The specified Collection is not found."
    errors = [{key: text, "errorCode": "NOT_FOUND", "errorMessage": message} for text in gone]
    return call.answer({"collectionDetails": found, "collectionErrorDetails": errors})


def list_collections(call: Call) -> dict[str, Any]:
    views = [(record, view(Collection(), record)) for record in call.records(Collection)]
    wanted = call.params.get("collectionFilters", {})
    records = [record for record, shown in views if all(shown.get(key) == value for key, value in wanted.items())]
    chosen, next_token = page(records, call.params)
    return list_answer(call, [view(Collection(), record) for record in chosen], next_token)


def delete_collection(call: Call) -> dict[str, Any]:
    collection = call.find(Collection, call.params["id"])
    if collection.members["deletionProtection"] == "ENABLED":
        raise conflict(f"Collection {collection.members['name']} has deletion protection: switch it off first")
    return Verbs(Collection()).delete(call)


def collection_of(call: Call, arn: str) -> Record | None:
    """The collection with an ARN."""
    return next((item for item in call.records(Collection) if item.arn == arn), None)


def is_name(text: str) -> bool:
    return re.fullmatch(r"(?![_-])[^A-Z\s]+", text) is not None
