"""Ingestion jobs: read a data source's documents and tell what changed since the last time."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import validation
from emulator.modeled.paging import page
from emulator.modeled.resource import UPPER, ResourceType, random_id
from emulator.modeled.store import Record
from emulator.services.bedrock_agent.data_source import DataSource
from emulator.services.bedrock_agent.documents import Outcome, read_source
from emulator.services.bedrock_agent.knowledge_base import KnowledgeBase, check_idle, require_active

RUNNING = ("STARTING", "IN_PROGRESS", "STOPPING")


class IngestionJob(ResourceType):
    service = "bedrock-agent"
    noun = "IngestionJob"
    id = "ingestionJobId"
    arn = "arn:{partition}:bedrock:{region}:{account}:knowledge-base/{parent}/ingestion-job/{id}"
    parent = DataSource
    # Jobs are started and stopped, not created, changed and deleted.
    operations = {"create": "", "update": "", "delete": "", "list": ""}

    def on_status(self, cloud: Any, record: Record) -> None:
        record.updated = cloud.timestamp()
        if record.status in RUNNING:
            return
        knowledge_base = find_record(cloud, KnowledgeBase, record, record.hidden["knowledge_base"])
        knowledge_base.hidden["running"] = None
        cloud.store.put(knowledge_base)
        if record.status == "COMPLETE":
            source = find_record(cloud, DataSource, record, record.parent)
            source.hidden["documents"] = record.hidden["outcome"].documents
            cloud.store.put(source)

    def view(self, record: Record) -> dict[str, Any]:
        outcome: Outcome = record.hidden["outcome"]
        done = record.status in ("COMPLETE", "FAILED")
        return {
            "knowledgeBaseId": record.hidden["knowledge_base"],
            "startedAt": record.created,
            "statistics": outcome.statistics if done else dict.fromkeys(outcome.statistics, 0),
            "failureReasons": outcome.failures if done and outcome.failures else None,
        }


def find_record(cloud: Any, kind: type[ResourceType], job: Record, key: str | None) -> Record:
    """What a job belongs to. It is there: neither can be deleted while a job runs."""
    table = (kind.kind(), job.account, job.region)
    return next(item for item in cloud.store.all(table) if item.id == key)


def find_source(call: Call) -> Record:
    knowledge_base = call.find(KnowledgeBase, call.params["knowledgeBaseId"])
    return call.find(DataSource, call.params["dataSourceId"], knowledge_base.id)


def start_job(call: Call) -> dict[str, Any]:
    """StartIngestionJob. One job at a time in a knowledge base."""
    source = find_source(call)
    resource = IngestionJob()
    for other in call.records(IngestionJob, source.id):
        if call.token and other.token == call.token:
            return call.answer(view(resource, other))
    knowledge_base = call.find(KnowledgeBase, source.parent or "")
    require_active(knowledge_base)
    check_idle(knowledge_base)
    now = call.cloud.timestamp()
    job_id = random_id(10, UPPER)
    job = Record(
        kind=IngestionJob.kind(),
        account=call.account,
        region=call.region,
        id=job_id,
        arn=f"{source.arn}/ingestion-job/{job_id}",
        created=now,
        updated=now,
        parent=source.id,
        members={"description": call.params.get("description")},
        status="STARTING",
        token=call.token,
        hidden={"knowledge_base": source.parent, "outcome": read_source(call, source)},
    )
    end = "FAILED" if job.hidden["outcome"].is_failed else "COMPLETE"
    call.cloud.schedule(job, ("start", "IN_PROGRESS"), ("run", end))
    knowledge_base.hidden["running"] = job.id
    call.cloud.store.put(knowledge_base)
    call.cloud.store.put(job)
    return call.answer(view(resource, job))


def stop_job(call: Call) -> dict[str, Any]:
    job = call.find(IngestionJob, call.params["ingestionJobId"], find_source(call).id)
    if job.status not in ("STARTING", "IN_PROGRESS"):
        raise validation(f"Ingestion job {job.id} is in status {job.status} and can't be stopped")
    job.status = "STOPPING"
    call.cloud.schedule(job, ("stop", "STOPPED"))
    call.cloud.store.put(job)
    return call.answer(view(IngestionJob(), job))


def list_jobs(call: Call) -> dict[str, Any]:
    """ListIngestionJobs, with its filter by status and its order."""
    records = call.records(IngestionJob, find_source(call).id)
    for condition in call.params.get("filters", []):
        records = [record for record in records if record.status in condition["values"]]
    chosen, next_token = page(records, call.params)
    order = call.params.get("sortBy", {"attribute": "STARTED_AT", "order": "DESCENDING"})
    if order["attribute"] == "STATUS":
        chosen.sort(key=lambda record: record.status or "")
    if order["order"] == "DESCENDING":
        chosen.reverse()
    return list_answer(call, [view(IngestionJob(), record) for record in chosen], next_token)
