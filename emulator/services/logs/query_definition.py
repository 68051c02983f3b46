"""Saved queries. Their names need not be unique."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.logs.errors import listed


class QueryDefinition(ResourceType):
    service = "logs"
    noun = "QueryDefinition"
    id = "queryDefinitionId"
    arn = "arn:{partition}:logs:{region}:{account}:query-definition:{id}"
    operations = {"create": "PutQueryDefinition", "list": "DescribeQueryDefinitions"}
    upserts = True

    def new_id(self, call: Call) -> str:
        return str(call.params.get("queryDefinitionId") or uuid.uuid4())

    def missing(self, key: str) -> AwsError:
        return not_found(f"The specified query definition does not exist: {key}")

    def before_create(self, call: Call, parent: Record | None) -> None:
        if "queryDefinitionId" in call.params:
            raise self.missing(call.params["queryDefinitionId"])

    def view(self, record: Record) -> dict[str, Any]:
        changed = int(record.updated.timestamp() * 1000)
        return {"queryLanguage": "CWLI", "logGroupNames": [], **record.members, "lastModified": changed}


def describe(call: Call) -> dict[str, Any]:
    prefix, language = call.params.get("queryDefinitionNamePrefix", ""), call.params.get("queryLanguage")
    records = [
        record
        for record in call.records(QueryDefinition)
        if record.members["name"].startswith(prefix) and language in (None, record.members.get("queryLanguage", "CWLI"))
    ]
    return listed(call, QueryDefinition, records)


def delete(call: Call) -> dict[str, Any]:
    call.cloud.remove(call.find(QueryDefinition, call.params["queryDefinitionId"]))
    return {"success": True}


OPERATIONS = {"DeleteQueryDefinition": delete, "DescribeQueryDefinitions": describe}
