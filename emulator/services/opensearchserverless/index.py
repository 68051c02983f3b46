"""Indexes of collections that the control plane makes, with the schema of those of domains."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs
from emulator.modeled.errors import AwsError, not_found, validation
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.opensearch.domain import merge
from emulator.services.opensearch.index import check_changes, check_schema
from emulator.services.opensearchserverless.collection import Collection, is_name


class ServerlessIndex(ResourceType):
    service = "opensearchserverless"
    noun = "Index"
    plural = "Indices"
    id = "indexName"
    arn = "arn:{partition}:aoss:{region}:{account}:index/{parent}/{id}"
    name = "indexName"
    parent = Collection

    def new_id(self, call: Call) -> str:
        return str(call.params["indexName"])

    def missing(self, key: str) -> AwsError:
        return not_found(f"Index {key} doesn't exist in the collection")

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        if parent.status != Collection.states.ready:
            raise validation(f"Collection {parent.id} is in status {parent.status}: it has no endpoint")
        if not is_name(call.params["indexName"]):
            raise validation("Index names are in lower case and don't begin with _ or -")
        check_schema(call.params.get("indexSchema", {}))

    def before_update(self, call: Call, record: Record) -> None:
        check_schema(call.params.get("indexSchema", {}))
        check_changes(record.members["indexSchema"], call.params.get("indexSchema", {}))
        call.params["indexSchema"] = merge(record.members["indexSchema"], call.params.get("indexSchema", {}))


def create_index(call: Call) -> dict[str, Any]:
    call.params.setdefault("indexSchema", {})
    Verbs(ServerlessIndex()).create(call)
    return {}


def update_index(call: Call) -> dict[str, Any]:
    Verbs(ServerlessIndex()).update(call)
    return {}
