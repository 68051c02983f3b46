"""A collection of OpenSearch Serverless, whose policies must let Bedrock and the role in."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.store import Record
from emulator.services.bedrock_agent.stores.vector_field import check_fields, invalid
from emulator.services.opensearchserverless.collection import Collection, collection_of
from emulator.services.opensearchserverless.index import ServerlessIndex
from emulator.services.opensearchserverless.policy import AccessPolicy, SecurityPolicy, statements_for

BEDROCK = "bedrock.amazonaws.com"


def check(call: Call, given: dict[str, Any], model: dict[str, Any]) -> None:
    collection = collection_of(call, given["collectionArn"])
    if collection is None:
        raise invalid(f"the collection {given['collectionArn']} doesn't exist in this account and region")
    if collection.status != Collection.states.ready:
        raise invalid(f"the collection {collection.id} isn't active: its status is {collection.status}")
    if collection.members["type"] != "VECTORSEARCH":
        raise invalid(f"the collection {collection.id} has type {collection.members['type']}, not VECTORSEARCH")
    name = collection.members["name"]
    check_network(call, name)
    check_access(call, name, given["vectorIndexName"])
    index = find_index(call, collection, given)
    if index is None:
        raise invalid(f"no such index [{given['vectorIndexName']}] in collection {name}: create the vector index first")
    check_fields(index.members["indexSchema"], given, model)


def is_there(call: Call, given: dict[str, Any]) -> bool:
    collection = collection_of(call, given["collectionArn"])
    return collection is not None and find_index(call, collection, given) is not None


def find_index(call: Call, collection: Record, given: dict[str, Any]) -> Record | None:
    name = given["vectorIndexName"]
    return next((item for item in call.records(ServerlessIndex, collection.id) if item.id == name), None)


def check_network(call: Call, name: str) -> None:
    statements = statements_for(call, SecurityPolicy, "network", f"collection/{name}")
    if not any(item.get("AllowFromPublic") or BEDROCK in item.get("SourceServices", []) for item in statements):
        raise invalid(f"403 Forbidden: no network policy lets {BEDROCK} reach the collection {name}")


def check_access(call: Call, name: str, index: str) -> None:
    role = call.params["roleArn"]
    statements = statements_for(call, AccessPolicy, "data", f"index/{name}/{index}")
    if not any(role in item["Principal"] for item in statements):
        raise invalid(f"403 Forbidden: no data access policy lets {role} use index/{name}/{index}")
