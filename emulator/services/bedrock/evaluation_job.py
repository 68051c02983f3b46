"""Evaluation jobs: they run, end, and are only deleted when they have ended."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import delete
from emulator.modeled.errors import AwsError, conflict, validation
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.neighbours import bucket_exists, role_exists


class EvaluationJob(ResourceType):
    service = "bedrock"
    noun = "EvaluationJob"
    id = "jobArn"
    id_param = "jobIdentifier"
    arn = "arn:{partition}:bedrock:{region}:{account}:evaluation-job/{id}"
    arn_member = "jobArn"
    name = "jobName"
    states = States("InProgress", "Completed", None, "Deleting")

    def new_id(self, call: Call) -> str:
        return random_id(12, LOWER)

    def duplicate(self, name: str) -> AwsError:
        return conflict(f"The job name {name} is in use")

    def before_create(self, call: Call, parent: Record | None) -> None:
        if not role_exists(call.params["roleArn"]):
            raise validation(f"The role {call.params['roleArn']} can't be assumed")
        bucket = call.params["outputDataConfig"]["s3Uri"].removeprefix("s3://").split("/")[0]
        if not bucket_exists(call.account, call.region, bucket):
            raise validation(f"The bucket {bucket} can't be written")

    def on_create(self, call: Call, record: Record) -> None:
        record.tags = {item["key"]: item["value"] for item in record.members.pop("jobTags", [])}

    def view(self, record: Record) -> dict[str, Any]:
        kind = "Automated" if "automated" in record.members["evaluationConfig"] else "Human"
        return {"jobType": kind, "creationTime": record.created, "lastModifiedTime": record.updated}


def stop(call: Call) -> dict[str, Any]:
    record = call.find(EvaluationJob, call.params["jobIdentifier"])
    if record.status != "InProgress":
        raise conflict(f"The job {record.arn} is in status {record.status}")
    record.status = "Stopping"
    call.cloud.schedule(record, ("stop", "Stopped"))
    call.cloud.store.put(record)
    return {}


def batch_delete(call: Call) -> dict[str, Any]:
    errors: list[dict[str, Any]] = []
    gone: list[dict[str, Any]] = []
    for key in call.params["jobIdentifiers"]:
        found = [record for record in call.records(EvaluationJob) if key in (record.id, record.arn)]
        if not found:
            errors.append(
                {"jobIdentifier": key, "code": "ResourceNotFoundException", "message": "There is no such job"}
            )
        elif found[0].is_changing:
            message = f"The job is in status {found[0].status}"
            errors.append({"jobIdentifier": key, "code": "ConflictException", "message": message})
        else:
            delete(call, EvaluationJob(), found[0])
            gone.append({"jobIdentifier": key, "jobStatus": "Deleting"})
    return call.answer({"errors": errors, "evaluationJobs": gone})
