"""Documents that are put into a data source without a job: as they are given, or from S3."""

import base64
import hashlib
import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.failing import reason
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.neighbours import StoredObject, stored_objects
from emulator.services.bedrock_agent.chunks import chunk_text
from emulator.services.bedrock_agent.data_source import DataSource
from emulator.services.bedrock_agent.documents import Document, index, refuse
from emulator.services.bedrock_agent.ingestion_job import find_source
from emulator.services.bedrock_agent.knowledge_base import KnowledgeBase, require_active
from emulator.services.bedrock_agent.storage import refuse_chunks

KINDS = {"S3": "s3", "CUSTOM": "custom"}
VALUES = {
    "BOOLEAN": "booleanValue",
    "NUMBER": "numberValue",
    "STRING": "stringValue",
    "STRING_LIST": "stringListValue",
}
DEFAULT_PAGE = 100


class KnowledgeBaseDocument(ResourceType):
    """On its way into a data source, or failed to get there; then the data source's hidden documents have it."""

    service = "bedrock-agent"
    noun = "KnowledgeBaseDocument"
    id = "documentKey"
    arn = "arn:{partition}:bedrock:{region}:{account}:document/{id}"
    parent = DataSource
    operations = {"create": "", "read": "GetKnowledgeBaseDocuments", "update": "", "delete": "", "list": ""}

    def on_status(self, cloud: Any, record: Record) -> None:
        record.updated = cloud.timestamp()
        if record.status == "INDEXED":
            source = source_of(cloud, record)
            source.hidden["documents"][record.id] = record.hidden["document"]
            cloud.store.put(source)


def source_of(cloud: Any, record: Record) -> Record:
    table = (DataSource.kind(), record.account, record.region)
    return next(item for item in cloud.store.all(table) if item.id == record.parent)


def ingest(call: Call) -> dict[str, Any]:
    """IngestKnowledgeBaseDocuments: each document goes its way, and some may fail."""
    source = active_source(call)
    given = {key_of(source, identifier_of(item["content"])): item for item in call.params["documents"]}
    if len(given) < len(call.params["documents"]):
        raise validation("Each document may be given once in a request")
    found = [start(call, source, key, item) for key, item in given.items()]
    return call.answer({"documentDetails": [detail(source, record.id, record) for record in found]})


def start(call: Call, source: Record, key: str, item: dict[str, Any]) -> Record:
    document, refused = read(call, source, item)
    if document and not refused:
        knowledge_base = call.find(KnowledgeBase, source.parent or "")
        refused = refuse_chunks(call, knowledge_base, document.chunks)
    now = call.cloud.timestamp()
    record = Record(
        kind=KnowledgeBaseDocument.kind(),
        account=call.account,
        region=call.region,
        id=key,
        arn=f"{source.arn}/document/{hashlib.sha256(key.encode()).hexdigest()[:10]}",
        created=now,
        updated=now,
        parent=source.id,
        status="STARTING",
        hidden={"document": document},
    )
    call.cloud.schedule(record, ("start", "IN_PROGRESS"), ("index", "FAILED" if refused else "INDEXED"))
    record.failure = record.failure or refused
    call.cloud.store.put(record)
    return record


def read(call: Call, source: Record, item: dict[str, Any]) -> tuple[Document | None, str | None]:
    """The document, or why there is none."""
    content = item["content"]
    given = content.get("custom", {})
    inline = given.get("inlineContent")
    metadata, refused = read_metadata(call, item.get("metadata"))
    if refused:
        return None, refused
    if inline:
        text = text_of(inline)
        chunks = chunk_text(text, source.members.get("vectorIngestionConfiguration", {}))
        return Document(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(), metadata, chunks), None
    location = given.get("s3Location") or content.get("s3", {}).get("s3Location") or {}
    stored = find_object(call, location)
    if stored is None:
        return None, f"The object doesn't exist: {location.get('uri')}"
    document = index(stored, None, source)
    document.metadata = metadata
    return document, refuse(stored, source)


def text_of(inline: dict[str, Any]) -> str:
    """Text, or bytes of text; no other format is read here."""
    if inline["type"] == "TEXT":
        return str(inline.get("textContent", {}).get("data", ""))
    given = inline.get("byteContent", {})
    if not given.get("mimeType", "").startswith("text/"):
        return ""
    data = given["data"]
    return (data if isinstance(data, bytes) else base64.b64decode(data)).decode("utf-8", errors="replace")


def read_metadata(call: Call, given: dict[str, Any] | None) -> tuple[dict[str, Any], str | None]:
    if not given:
        return {}, None
    if given["type"] == "IN_LINE_ATTRIBUTE":
        attributes = given.get("inlineAttributes", [])
        return {item["key"]: item["value"].get(VALUES[item["value"]["type"]]) for item in attributes}, None
    stored = find_object(call, given.get("s3Location") or {})
    try:
        return dict(json.loads(stored.body)["metadataAttributes"]) if stored else {}, stored_or_reason(stored, given)
    except (ValueError, KeyError, TypeError):
        return {}, "The metadata file isn't a JSON object with metadataAttributes"


def stored_or_reason(stored: StoredObject | None, given: dict[str, Any]) -> str | None:
    return None if stored else f"The metadata file doesn't exist: {given.get('s3Location', {}).get('uri')}"


def find_object(call: Call, location: dict[str, Any]) -> StoredObject | None:
    bucket, _slash, key = location.get("uri", "").removeprefix("s3://").partition("/")
    account = location.get("bucketOwnerAccountId", call.account)
    return next((item for item in stored_objects(account, call.region, bucket, [key]) if item.key == key), None)


def identifier_of(content: dict[str, Any]) -> dict[str, Any]:
    """What a document is known by, from its content."""
    kind = content["dataSourceType"]
    if KINDS[kind] not in content:
        raise validation(f"content.{KINDS[kind]} is required when the dataSourceType is {kind}")
    if kind == "S3":
        return {"dataSourceType": kind, "s3": {"uri": content["s3"]["s3Location"]["uri"]}}
    given = content["custom"]
    needed = "inlineContent" if given["sourceType"] == "IN_LINE" else "s3Location"
    if needed not in given:
        raise validation(f"content.custom.{needed} is required when the sourceType is {given['sourceType']}")
    return {"dataSourceType": kind, "custom": given["customDocumentIdentifier"]}


def key_of(source: Record, identifier: dict[str, Any]) -> str:
    """The key of a document among those of its data source, which must be of the same type."""
    kind = source.members["dataSourceConfiguration"]["type"]
    if identifier["dataSourceType"] != kind or kind not in KINDS or KINDS[kind] not in identifier:
        raise validation(f"The data source has type {kind}, the document {identifier['dataSourceType']}")
    if kind == "CUSTOM":
        return str(identifier["custom"]["id"])
    uri, start = str(identifier["s3"]["uri"]), f"s3://{bucket_of(source)}/"
    if not uri.startswith(start):
        raise validation(f"The document {uri} isn't in the bucket of the data source, {bucket_of(source)}")
    return uri.removeprefix(start)


def bucket_of(source: Record) -> str:
    settings = source.members["dataSourceConfiguration"].get("s3Configuration", {})
    return str(settings.get("bucketArn", "")).rsplit(":", 1)[-1]


def detail(source: Record, key: str, record: Record | None) -> dict[str, Any]:
    kind = source.members["dataSourceConfiguration"]["type"]
    known = {"custom": {"id": key}} if kind == "CUSTOM" else {"s3": {"uri": f"s3://{bucket_of(source)}/{key}"}}
    told: dict[str, Any] = {
        "knowledgeBaseId": source.parent,
        "dataSourceId": source.id,
        "identifier": {"dataSourceType": kind, **known},
    }
    if record:
        failure = reason(record.failure) if record.failure and not record.is_changing else {}
        return {**told, "status": record.status, "updatedAt": record.updated, **failure}
    if key in source.hidden["documents"]:
        return {**told, "status": "INDEXED", "updatedAt": source.updated}
    return {**told, "status": "NOT_FOUND"}


def records_of(call: Call, source: Record) -> dict[str, Record]:
    return {record.id: record for record in call.records(KnowledgeBaseDocument, source.id)}


def get(call: Call) -> dict[str, Any]:
    source = find_source(call)
    records = records_of(call, source)
    keys = [key_of(source, identifier) for identifier in call.params["documentIdentifiers"]]
    return call.answer({"documentDetails": [detail(source, key, records.get(key)) for key in keys]})


def list_all(call: Call) -> dict[str, Any]:
    """A token is the last key of the page before."""
    source = find_source(call)
    records = records_of(call, source)
    keys = sorted({*records, *source.hidden["documents"]})
    rest = [key for key in keys if key > base64.b64decode(call.params.get("nextToken", "")).decode()]
    chosen = rest[: call.params.get("maxResults", DEFAULT_PAGE)]
    token = base64.b64encode(chosen[-1].encode()).decode() if len(rest) > len(chosen) else None
    found = [detail(source, key, records.get(key)) for key in chosen]
    return call.answer({"documentDetails": found, "nextToken": token})


def delete(call: Call) -> dict[str, Any]:
    source = active_source(call)
    records = records_of(call, source)
    details = []
    for key in [key_of(source, identifier) for identifier in call.params["documentIdentifiers"]]:
        found = detail(source, key, records.get(key))
        if found["status"] != "NOT_FOUND":
            record = records.get(key) or start_gone(call, source, key)
            record.status = "DELETING"
            call.cloud.schedule(record, ("delete", None))
            call.cloud.store.put(record)
            source.hidden["documents"].pop(key, None)
            found = detail(source, key, record)
        details.append(found)
    call.cloud.store.put(source)
    return call.answer({"documentDetails": details})


def start_gone(call: Call, source: Record, key: str) -> Record:
    """A record for the end of a document that a job brought."""
    now = call.cloud.timestamp()
    kind, where = KnowledgeBaseDocument.kind(), (call.account, call.region)
    return Record(kind, *where, id=key, arn=f"{source.arn}/document", created=now, updated=now, parent=source.id)


def active_source(call: Call) -> Record:
    require_active(call.find(KnowledgeBase, call.params["knowledgeBaseId"]))
    return find_source(call)


OPERATIONS = {
    "IngestKnowledgeBaseDocuments": ingest,
    "GetKnowledgeBaseDocuments": get,
    "ListKnowledgeBaseDocuments": list_all,
    "DeleteKnowledgeBaseDocuments": delete,
}
