# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Putting single documents into a data source, and taking them out, without an ingestion job."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.shapes import from_api, plain_text
from .._engine.unknown import has_unknown

_INGEST, _GET, _DELETE = "IngestKnowledgeBaseDocuments", "GetKnowledgeBaseDocuments", "DeleteKnowledgeBaseDocuments"
_ABSENT, _DELETING = "NOT_FOUND", ("DELETING", "DELETE_IN_PROGRESS")
_PENDING = ("PENDING", "STARTING", "IN_PROGRESS")
_FAILED = ("FAILED", "METADATA_UPDATE_FAILED")
_PARTLY = ("PARTIALLY_INDEXED", "METADATA_PARTIALLY_INDEXED")
_SHOWN = 5

Members = dict[str, Any]


def keep(context: Context) -> Members:
    """Ingest what is not there or has changed, or delete what is there; the module's result."""
    wanted = {_key(given): given for given in context.params["documents"]}
    if len(wanted) < len(context.params["documents"]):
        raise EngineError("documents: there are several with the same id or s3_uri.")
    place = {"knowledgeBaseId": context.params["knowledge_base_id"], "dataSourceId": context.params["data_source_id"]}
    current = _read(context, place, wanted)
    if context.params["state"] == "absent":
        return _absent(context, place, wanted, current)
    return _present(context, place, wanted, current)


def _present(context: Context, place: Members, wanted: dict[str, Members], current: dict[str, Members]) -> Members:
    requests = {key: _document(given) for key, given in wanted.items()}
    needs = {key: reason for key, given in wanted.items() if (reason := _need(context, given, current[key]))}
    for batch in context.api.batches(_INGEST, "documents", list(needs)):
        context.api.check(_INGEST, {**place, "documents": [requests[key] for key in batch]})
    before = {key: current[key]["status"] for key in needs if current[key]["status"] != _ABSENT}
    diff = {"before": {"documents": before}, "after": {"documents": needs}} if needs else _NOTHING
    if context.check_mode:
        predicted = {**current, **{key: {**current[key], "status": "INDEXED"} for key in needs}}
        return _answer(context, bool(needs), diff, predicted, ingested=list(needs))
    for batch in context.api.batches(_INGEST, "documents", list(needs)):
        answer = context.api.call(_INGEST, **place, documents=[requests[key] for key in batch])
        current.update(_by_key(answer))
    if context.params["wait"]:
        current = _wait(context, place, wanted, current, lambda status: status not in _PENDING)
        _judge(context, current)
    return _answer(context, bool(needs), diff, current, ingested=list(needs))


def _absent(context: Context, place: Members, wanted: dict[str, Members], current: dict[str, Members]) -> Members:
    there = [key for key in wanted if current[key]["status"] not in (_ABSENT, *_DELETING)]
    before = {key: current[key]["status"] for key in there}
    diff = {"before": {"documents": before}, "after": {}} if there else _NOTHING
    if not context.check_mode:
        for batch in context.api.batches(_DELETE, "documentIdentifiers", there):
            identifiers = [_identifier(wanted[key]) for key in batch]
            current.update(_by_key(context.api.call(_DELETE, **place, documentIdentifiers=identifiers)))
        if context.params["wait"]:
            current = _wait(context, place, wanted, current, lambda status: status == _ABSENT)
    return _answer(context, bool(there), diff, current, deleted=there)


_NOTHING: Members = {"before": {}, "after": {}}


def _need(context: Context, given: Members, current: Members) -> str:
    """Why a document must be ingested; empty when it need not. What was ingested cannot be read again."""
    status = current["status"]
    if context.params["run"] == "always":
        return "it was asked for"
    if status == _ABSENT or status in _DELETING:
        return "it is not there"
    if status in _FAILED:
        return f"its last ingestion failed: {current.get('statusReason') or 'no reason given'}"
    written = _written(context, given) if status not in _PENDING else None
    if written and current.get("updatedAt") and written > current["updatedAt"]:
        return "the object changed after it was ingested"
    return ""


def _written(context: Context, given: Members) -> Any:
    """When the object of a document was written; None for one without an object."""
    if not given.get("s3_uri") or has_unknown(given["s3_uri"]):
        return None
    bucket, _slash, key = given["s3_uri"].removeprefix("s3://").partition("/")
    answer = context.api_of("s3").find("HeadObject", Bucket=bucket, Key=key)
    return answer and answer["LastModified"]


# Requests ---------------------------------------------------------------------------------------------------------


def _key(given: Members) -> str:
    key = given.get("id") or given.get("s3_uri")
    if not key:
        raise EngineError("documents: each needs an id (in a custom data source) or an s3_uri (in one of S3).")
    return str(key)


def _identifier(given: Members) -> Members:
    if given.get("id"):
        return {"dataSourceType": "CUSTOM", "custom": {"id": given["id"]}}
    return {"dataSourceType": "S3", "s3": {"uri": given["s3_uri"]}}


def _document(given: Members) -> Members:
    """The document as the API takes it."""
    metadata = _metadata(given)
    return {"content": _content(given), **({"metadata": metadata} if metadata else {})}


def _content(given: Members) -> Members:
    if not given.get("id"):
        if given.get("text"):
            raise EngineError(f"documents: a text needs an id, {given['s3_uri']} has none.")
        return {"dataSourceType": "S3", "s3": {"s3Location": {"uri": given["s3_uri"]}}}
    if bool(given.get("text")) == bool(given.get("s3_uri")):
        raise EngineError(f"documents: {given['id']} needs either a text or an s3_uri.")
    custom: Members = {"customDocumentIdentifier": {"id": given["id"]}}
    if given.get("text"):
        inline = {"type": "TEXT", "textContent": {"data": given["text"]}}
        custom |= {"sourceType": "IN_LINE", "inlineContent": inline}
    else:
        custom |= {"sourceType": "S3_LOCATION", "s3Location": _location(given, given["s3_uri"])}
    return {"dataSourceType": "CUSTOM", "custom": custom}


def _location(given: Members, uri: str) -> Members:
    owner = given.get("bucket_owner_account_id")
    return {"uri": uri, **({"bucketOwnerAccountId": owner} if owner else {})}


def _metadata(given: Members) -> Members:
    if given.get("metadata") and given.get("metadata_s3_uri"):
        raise EngineError(f"documents: {_key(given)} has both metadata and metadata_s3_uri.")
    if given.get("metadata_s3_uri"):
        return {"type": "S3_LOCATION", "s3Location": _location(given, given["metadata_s3_uri"])}
    attributes = [{"key": str(key), "value": _value(value)} for key, value in (given.get("metadata") or {}).items()]
    return {"type": "IN_LINE_ATTRIBUTE", "inlineAttributes": attributes} if attributes else {}


def _value(value: Any) -> Members:
    if isinstance(value, bool):
        return {"type": "BOOLEAN", "booleanValue": value}
    if isinstance(value, (int, float)):
        return {"type": "NUMBER", "numberValue": value}
    if isinstance(value, list):
        return {"type": "STRING_LIST", "stringListValue": [plain_text(item) for item in value]}
    return {"type": "STRING", "stringValue": plain_text(value)}


# Answers ----------------------------------------------------------------------------------------------------------


def _read(context: Context, place: Members, wanted: dict[str, Members]) -> dict[str, Members]:
    """What the service says of each document; one that it does not name is not there."""
    found: dict[str, Members] = {
        key: {"identifier": _identifier(given), "status": _ABSENT} for key, given in wanted.items()
    }
    known = [key for key, given in wanted.items() if not has_unknown((place, _identifier(given)))]
    for batch in context.api.batches(_GET, "documentIdentifiers", known):
        request = {**place, "documentIdentifiers": [_identifier(wanted[key]) for key in batch]}
        context.api.check(_GET, request)
        if context.params["state"] == "absent":
            answer = context.api.find(_GET, **request) or {}  # with its data source, a document is gone as well
        else:
            answer = context.api.call(_GET, **request)
        found.update(_by_key(answer))
    return found


def _by_key(answer: Members) -> dict[str, Members]:
    found = {}
    for detail in answer.get("documentDetails") or []:
        identifier = detail["identifier"]
        found[identifier.get("custom", {}).get("id") or identifier["s3"]["uri"]] = detail
    return found


def _wait(
    context: Context,
    place: Members,
    wanted: dict[str, Members],
    current: dict[str, Members],
    done: Callable[[str], bool],
) -> dict[str, Members]:
    deadline = context.deadline()
    while True:
        late = [key for key, detail in current.items() if not done(detail["status"])]
        if not late:
            return current
        if not deadline.pause():
            seen = _some(f"{key} is {current[key]['status']}" for key in late)
            raise EngineError(
                f"{len(late)} documents were not ready after {deadline.timeout:g} seconds: {seen}. "
                "Run again to go on waiting, or raise wait_timeout.",
                documents=_shown(context, current),
            )
        current = {**current, **_read(context, place, {key: wanted[key] for key in late})}


def _judge(context: Context, current: dict[str, Members]) -> None:
    failed = [key for key, detail in current.items() if detail["status"] in _FAILED]
    if failed:
        reasons = (f"{key}: {current[key].get('statusReason') or current[key]['status']}" for key in failed)
        raise EngineError(
            f"{len(failed)} documents could not be ingested: {_some(reasons)}", documents=_shown(context, current)
        )
    partly = [key for key, detail in current.items() if detail["status"] in _PARTLY]
    if partly:
        reasons = (f"{key}: {current[key].get('statusReason') or current[key]['status']}" for key in partly)
        context.module.warn(f"{len(partly)} documents were ingested in part: {_some(reasons)}")


def _some(texts: Any) -> str:
    texts = list(texts)
    return "; ".join(texts[:_SHOWN]) + (f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else "")


def _shown(context: Context, current: dict[str, Members]) -> list[Members]:
    shape = context.api.output(_GET).members["documentDetails"].member
    return [{"id": key, **from_api(shape, detail)} for key, detail in current.items()]


def _answer(context: Context, changed: bool, diff: Members, current: dict[str, Members], **told: Any) -> Members:
    lists = {"ingested": [], "deleted": [], **told}
    return {"changed": changed, "diff": diff, "documents": _shown(context, current), **lists}
