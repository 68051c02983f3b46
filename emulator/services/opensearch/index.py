"""Indices that the control plane makes. The schema is a free document with settings and mappings."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found, validation
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.opensearch.domain import Domain, merge


class Index(ResourceType):
    service = "opensearch"
    noun = "Index"
    plural = "Indices"
    id = "IndexName"
    arn = "arn:{partition}:es:{region}:{account}:domain/{parent}/{id}"
    name = "IndexName"
    parent = Domain

    def new_id(self, call: Call) -> str:
        return str(call.params["IndexName"])

    def missing(self, key: str) -> AwsError:
        return not_found(f"Index {key} doesn't exist in the domain")

    def duplicate(self, name: str) -> AwsError:
        return AwsError("ResourceAlreadyExistsException", f"Index {name} already exists")

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        if parent.status in (Domain.states.creating, Domain.states.deleting):
            raise validation(f"Domain {parent.id} is in status {parent.status}: it has no endpoint")
        check_schema(call.params["IndexSchema"])

    def before_update(self, call: Call, record: Record) -> None:
        check_schema(call.params["IndexSchema"])
        check_changes(record.members["IndexSchema"], call.params["IndexSchema"])

    def on_update(self, call: Call, record: Record) -> None:
        # Mappings are only ever added to.
        record.members["IndexSchema"] = merge(record.hidden["schema"], record.members["IndexSchema"])
        record.hidden = {"schema": record.members["IndexSchema"], "status": "UPDATED"}

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden = {"schema": record.members["IndexSchema"], "status": "CREATED"}

    def before_delete(self, call: Call, record: Record) -> None:
        record.hidden["status"] = "DELETED"

    def view(self, record: Record) -> dict[str, Any]:
        return {"Status": record.hidden["status"]}


def fields(schema: dict[str, Any]) -> dict[str, Any]:
    """The mapped fields of an index schema."""
    found = schema.get("mappings", {}).get("properties", {})
    return found if isinstance(found, dict) else {}


def check_changes(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Refuse what only a new index can have."""
    for name, definition in fields(new).items():
        before = fields(old).get(name, definition)
        for fixed in ("type", "dimension", "method"):
            if fixed in definition and before.get(fixed) != definition[fixed]:
                raise validation(f"Field {name}: {fixed} can't change in an existing index; create a new index")


def check_schema(schema: Any) -> None:
    unknown = sorted(set(schema) - {"settings", "mappings", "aliases"}) if isinstance(schema, dict) else ["no object"]
    if unknown:
        raise validation(f"IndexSchema must be an object with settings, mappings and aliases: {', '.join(unknown)}")
    for name, definition in fields(schema).items():
        if not isinstance(definition, dict):
            raise validation(f"Field {name}: expected an object with a type")
        if definition.get("type") == "knn_vector" and "model_id" not in definition:
            size = definition.get("dimension")
            if not isinstance(size, int) or not 1 <= size <= 16000:
                raise validation(f"Field {name}: a knn_vector needs a dimension between 1 and 16000")
