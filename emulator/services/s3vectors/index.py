"""Vector indexes: what their vectors look like, and how they are searched."""

import re
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs
from emulator.modeled.errors import AwsError, conflict, validation
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.s3vectors.address import missing
from emulator.services.s3vectors.bucket import VectorBucket, check_encryption, find_bucket, listed

NAME = re.compile(r"[a-z0-9][a-z0-9.-]*[a-z0-9]")
ENHANCED = "ENHANCED"


class Index(ResourceType):
    service = "s3vectors"
    noun = "Index"
    plural = "Indexes"
    id = "indexName"
    arn = "arn:{partition}:s3vectors:{region}:{account}:bucket/{parent}/index/{id}"
    arn_member = "indexArn"
    name = "indexName"
    parent = VectorBucket

    def new_id(self, call: Call) -> str:
        return str(call.params["indexName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        if not NAME.fullmatch(call.params["indexName"]):
            raise validation("Invalid index name: use lowercase letters, numbers, hyphens and dots")
        check_encryption(call.params)
        if text_searches(call.params):
            check_enhanced(parent.members["defaultIndexMode"])

    def on_create(self, call: Call, record: Record) -> None:
        bucket = find_bucket(call)
        record.members["indexMode"] = bucket.members["defaultIndexMode"]
        record.members.setdefault("encryptionConfiguration", bucket.members["encryptionConfiguration"])
        record.hidden["vectors"] = {}
        if text_searches(record.members):
            build(call, record)

    def busy(self, record: Record, verb: str) -> AwsError | None:
        return None  # its analyzers are still being built, which stops nobody

    def view(self, record: Record) -> dict[str, Any]:
        shown: dict[str, Any] = {"creationTime": record.created}
        given = record.members.get("metadataConfiguration")
        if given:
            status = "BUILDING" if record.is_changing else "ACTIVE"
            searches = [{**item, "status": status} for item in text_searches(record.members)]
            told = {**given, "textSearchConfigurations": searches}
            shown["metadataConfiguration"] = {name: value for name, value in told.items() if value} or None
        return shown

    def missing(self, key: str) -> AwsError:
        return missing("index")

    def duplicate(self, name: str) -> AwsError:
        return conflict("An index with the specified name already exists")


def text_searches(members: dict[str, Any]) -> list[dict[str, Any]]:
    return list(members.get("metadataConfiguration", {}).get("textSearchConfigurations", []))


def check_enhanced(mode: str) -> None:
    if mode != ENHANCED:
        raise validation("Text search needs an index in ENHANCED mode")


def build(call: Call, record: Record) -> None:
    """Analyzers of text are built after the answer."""
    record.status = "BUILDING"
    call.cloud.schedule(record, ("build", "ACTIVE"))


def find_index(call: Call) -> Record:
    bucket = find_bucket(call)
    return call.find(Index, call.params["indexName"], bucket.id)


def delete_bucket(call: Call) -> dict[str, Any]:
    """DeleteVectorBucket, which wants the indexes gone first."""
    if call.records(Index, find_bucket(call).id):
        raise conflict("The specified vector bucket is not empty")
    return Verbs(VectorBucket()).delete(call)


def list_indexes(call: Call) -> dict[str, Any]:
    return listed(call, Index(), call.records(Index, find_bucket(call).id))


def update_mode(call: Call) -> dict[str, Any]:
    index = find_index(call)
    wanted = call.params["indexMode"]
    # Every bucket here is younger than the end of September 2026.
    if wanted != ENHANCED and index.members["indexMode"] != wanted:
        raise validation("CLASSIC can only be set for indexes of vector buckets made before September 30, 2026")
    index.members["indexMode"] = wanted
    call.cloud.store.put(index)
    return {}


def update_metadata(call: Call) -> dict[str, Any]:
    index = find_index(call)
    add, remove = call.params.get("add"), call.params.get("delete")
    if (add is None) == (remove is None):
        raise validation("Must specify either add or delete but not both")
    check_enhanced(index.members["indexMode"])
    if index.is_changing:
        raise conflict("The metadata configuration of the index is being changed")
    searches = text_searches(index.members)
    known = {item["metadataKey"] for item in searches}
    named = [item["metadataKey"] for item in (add or remove or {}).get("textSearchConfigurations", [])]
    if any((key in known) == (add is not None) for key in named):
        raise validation(f"Text search is {'already' if add else 'not'} configured for one of: {', '.join(named)}")
    if add:
        searches += add.get("textSearchConfigurations", [])
        build(call, index)
    else:
        searches = [item for item in searches if item["metadataKey"] not in named]
    index.members["metadataConfiguration"] = {
        **index.members.get("metadataConfiguration", {}),
        "textSearchConfigurations": searches,
    }
    call.cloud.store.put(index)
    return {"indexArn": index.arn}
