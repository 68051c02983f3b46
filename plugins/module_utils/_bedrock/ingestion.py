# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Deciding whether a data source must be ingested, and seeing a job through."""

from __future__ import annotations

import datetime
from typing import Any

from .._engine.context import Context
from .._engine.shapes import from_api
from .._engine.state import FAILED, PENDING, READY, State, reason_of, wait_until_ready, wait_until_settled
from .._engine.unknown import has_unknown

_RUNNING = ("STARTING", "IN_PROGRESS", "STOPPING")
_SHOWN_REASONS = 5


def ingest(context: Context) -> dict[str, Any]:
    """Start a job if one is needed and wait for it; the module's result."""
    place = {"knowledgeBaseId": context.params["knowledge_base_id"], "dataSourceId": context.params["data_source_id"]}
    if has_unknown(place):
        return _answer(context, True, "the data source is yet to be created", None)
    last = _finished(context, place)
    reason = _need(context, place, last)
    if not reason:
        return _answer(context, False, "nothing changed since the last complete job", last)
    if context.check_mode:
        return _answer(context, True, reason, None)
    job = _start(context, place)
    if context.params["wait"]:
        job = wait_until_ready("ingestion job", lambda: _read(context, job), _state, context.deadline())
        _warn_of_failures(context, job)
    return _answer(context, True, reason, job)


def _finished(context: Context, place: dict[str, str]) -> dict[str, Any] | None:
    """The last complete job; one that is running is waited for first, if waiting is wanted at all."""
    jobs = context.api.items("ListIngestionJobs", "ingestionJobSummaries", **place)
    running = next((job for job in jobs if job["status"] in _RUNNING), None)
    if running and context.params["wait"] and not context.check_mode:
        ended = wait_until_settled(lambda: _read(context, running), _state, context.deadline())
        if ended:
            _warn_of_failures(context, ended)
        jobs = context.api.items("ListIngestionJobs", "ingestionJobSummaries", **place)
    complete = [job for job in jobs if job["status"] == "COMPLETE" or job["status"] in _RUNNING]
    return max(complete, key=lambda job: job["startedAt"], default=None)


def _need(context: Context, place: dict[str, str], last: dict[str, Any] | None) -> str:
    """Why a job must run; empty when it need not."""
    if context.params["run"] == "always":
        return "it was asked for"
    if last is None:
        return "no job has completed yet"
    source = context.api.call("GetDataSource", **place)["dataSource"]
    if source["updatedAt"] > last["startedAt"]:
        return "the data source changed after the last job"
    newest = _newest_object(context, source)
    if newest and newest[0] > last["startedAt"]:
        return f"{newest[1]} changed after the last job"
    return ""


def _newest_object(context: Context, source: dict[str, Any]) -> tuple[datetime.datetime, str] | None:
    """When the newest object of an S3 data source was written, and its key; None for other kinds of sources."""
    place = source["dataSourceConfiguration"].get("s3Configuration")
    if not place:
        return None
    bucket = place["bucketArn"].rsplit(":", 1)[-1]
    newest: tuple[datetime.datetime, str] | None = None
    for prefix in place.get("inclusionPrefixes") or [""]:
        for entry in context.api_of("s3").items("ListObjectsV2", "Contents", Bucket=bucket, Prefix=prefix):
            newest = max(newest or (entry["LastModified"], entry["Key"]), (entry["LastModified"], entry["Key"]))
    return newest


def _start(context: Context, place: dict[str, str]) -> dict[str, Any]:
    request = dict(place)
    if context.params["description"]:
        request["description"] = context.params["description"]
    context.api.check("StartIngestionJob", request)
    return context.api.call("StartIngestionJob", **request)["ingestionJob"]


def _read(context: Context, job: dict[str, Any]) -> dict[str, Any] | None:
    place = {name: job[name] for name in ("knowledgeBaseId", "dataSourceId", "ingestionJobId")}
    answer = context.api.find("GetIngestionJob", **place)
    return answer and answer["ingestionJob"]


def _state(job: dict[str, Any]) -> State:
    status = job["status"]
    if status in _RUNNING:
        return State(PENDING, status)
    return State(READY if status == "COMPLETE" else FAILED, status, reason_of(job))


def _warn_of_failures(context: Context, job: dict[str, Any]) -> None:
    """A job completes even if documents failed; nobody should have to look for that."""
    failed = (job.get("statistics") or {}).get("numberOfDocumentsFailed", 0)
    if failed:
        reasons = "; ".join((job.get("failureReasons") or ["no reason given"])[:_SHOWN_REASONS])
        context.module.warn(f"{failed} documents could not be ingested: {reasons}")


def _answer(context: Context, changed: bool, reason: str, job: dict[str, Any] | None) -> dict[str, Any]:
    answer: dict[str, Any] = {"changed": changed, "reason": reason}
    if changed:
        answer["diff"] = {"before": {}, "after": {"ingestion_job": reason}}
    if job is not None:
        answer["ingestion_job"] = from_api(context.api.output("GetIngestionJob").members["ingestionJob"], job)
    return answer
