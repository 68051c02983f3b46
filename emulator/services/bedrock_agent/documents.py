"""What an ingestion job does: read the source's objects and compare them with what was indexed before."""

import json
from dataclasses import dataclass, field
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.store import Record
from emulator.neighbours import StoredObject, bucket_exists, stored_objects
from emulator.services.bedrock_agent.chunks import chunk_text
from emulator.services.bedrock_agent.knowledge_base import KnowledgeBase
from emulator.services.bedrock_agent.storage import refuse_chunks

TEXT_TYPES = (".txt", ".md", ".html", ".csv")
OTHER_TYPES = (".doc", ".docx", ".xls", ".xlsx", ".pdf")
IMAGE_TYPES = (".png", ".jpg", ".jpeg")
METADATA = ".metadata.json"
MAX_DOCUMENT = 50 * 1024 * 1024
MAX_METADATA = 10 * 1024


@dataclass
class Document:
    """An indexed document. Only text formats have chunks: nothing here reads the others."""

    etag: str
    metadata: dict[str, Any]
    chunks: list[str]


@dataclass
class Outcome:
    documents: dict[str, Document] = field(default_factory=dict)
    statistics: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    is_failed: bool = False


def read_source(call: Call, source: Record) -> Outcome:
    """The outcome of a job that starts now. Sources other than S3 have no documents here."""
    given = source.members["dataSourceConfiguration"].get("s3Configuration")
    before: dict[str, Document] = source.hidden["documents"]
    if given is None:
        return Outcome(documents=before, statistics=count([], [], before, before, []))
    bucket = given["bucketArn"].rsplit(":", 1)[-1]
    account = given.get("bucketOwnerAccountId", call.account)
    if not bucket_exists(account, call.region, bucket):
        reason = f"The specified bucket does not exist: {bucket}"
        return Outcome(before, count([], [], before, before, []), [reason], is_failed=True)
    objects = list(stored_objects(account, call.region, bucket, given.get("inclusionPrefixes", [])))
    sidecars = {item.key.removesuffix(METADATA): item for item in objects if item.key.endswith(METADATA)}
    documents = [item for item in objects if not item.key.endswith((METADATA, "/"))]
    return compare(call, documents, sidecars, source)


def compare(call: Call, documents: list[StoredObject], sidecars: dict[str, StoredObject], source: Record) -> Outcome:
    before: dict[str, Document] = source.hidden["documents"]
    knowledge_base = call.find(KnowledgeBase, source.parent or "")
    after: dict[str, Document] = {}
    failures: list[str] = []
    failed: list[str] = []
    for item in documents:
        reason = refuse(item, source) or refuse_metadata(sidecars.get(item.key))
        document = None if reason else index(item, sidecars.get(item.key), source)
        if document:
            reason = refuse_chunks(call, knowledge_base, document.chunks)
        if document is None or reason:
            failed.append(item.key)
            failures.append(f"{item.key}: {reason}" if document else str(reason))
            if item.key in before:
                after[item.key] = before[item.key]
        else:
            after[item.key] = document
    statistics = count([item.key for item in documents], list(sidecars), before, after, failed)
    return Outcome(after, statistics, failures)


def refuse(item: StoredObject, source: Record) -> str | None:
    parsing = source.members.get("vectorIngestionConfiguration", {}).get("parsingConfiguration")
    known = TEXT_TYPES + OTHER_TYPES + (IMAGE_TYPES if parsing else ())
    if not item.key.lower().endswith(known):
        return f"The file format was not supported: {item.key}. Supported formats: {', '.join(known)}"
    if item.size > MAX_DOCUMENT:
        return f"The file is too large: {item.key} has {item.size} bytes, {MAX_DOCUMENT} are allowed"
    return None


def refuse_metadata(sidecar: StoredObject | None) -> str | None:
    if sidecar is None:
        return None
    if sidecar.size > MAX_METADATA:
        return f"The metadata file is too large: {sidecar.key} has {sidecar.size} bytes, {MAX_METADATA} are allowed"
    try:
        if isinstance(json.loads(sidecar.body).get("metadataAttributes"), dict):
            return None
    except (ValueError, AttributeError):
        pass
    return f"The metadata file isn't a JSON object with metadataAttributes: {sidecar.key}"


def index(item: StoredObject, sidecar: StoredObject | None, source: Record) -> Document:
    text = item.body.decode("utf-8", errors="replace") if item.key.lower().endswith(TEXT_TYPES) else ""
    metadata = json.loads(sidecar.body)["metadataAttributes"] if sidecar else {}
    return Document(item.etag, metadata, chunk_text(text, source.members.get("vectorIngestionConfiguration", {})))


def count(
    scanned: list[str],
    sidecars: list[str],
    before: dict[str, Document],
    after: dict[str, Document],
    failed: list[str],
) -> dict[str, int]:
    kept = [key for key in after if key in before and key not in failed]
    return {
        "numberOfDocumentsScanned": len(scanned),
        "numberOfMetadataDocumentsScanned": len(sidecars),
        "numberOfNewDocumentsIndexed": sum(1 for key in after if key not in before),
        "numberOfModifiedDocumentsIndexed": sum(1 for key in kept if after[key].etag != before[key].etag),
        "numberOfMetadataDocumentsModified": sum(1 for key in kept if after[key].metadata != before[key].metadata),
        "numberOfDocumentsDeleted": sum(1 for key in before if key not in after),
        "numberOfDocumentsFailed": len(failed),
        "numberOfDocumentsSkipped": 0,
    }
