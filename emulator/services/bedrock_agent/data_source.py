"""Data sources of a knowledge base, with the documents that they have indexed."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, delete, view
from emulator.modeled.errors import conflict, validation
from emulator.modeled.resource import UPPER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.bedrock_agent.knowledge_base import KnowledgeBase, check_idle, require_active
from emulator.services.bedrock_agent.storage import check_union, store_is_there

CONFIGURATIONS = {
    "S3": "s3Configuration",
    "WEB": "webConfiguration",
    "CONFLUENCE": "confluenceConfiguration",
    "SALESFORCE": "salesforceConfiguration",
    "SHAREPOINT": "sharePointConfiguration",
    "MANAGED_KNOWLEDGE_BASE_CONNECTOR": "managedKnowledgeBaseConnectorConfiguration",
}
CHUNKING = {
    "FIXED_SIZE": "fixedSizeChunkingConfiguration",
    "HIERARCHICAL": "hierarchicalChunkingConfiguration",
    "SEMANTIC": "semanticChunkingConfiguration",
}

FOUNDATION_MODEL, PARSING_MODEL = "BEDROCK_FOUNDATION_MODEL", "bedrockFoundationModelConfiguration"


class DataSource(ResourceType):
    service = "bedrock-agent"
    noun = "DataSource"
    id = "dataSourceId"
    arn = "arn:{partition}:bedrock:{region}:{account}:knowledge-base/{parent}/data-source/{id}"
    name = "name"
    parent = KnowledgeBase
    # A data source is ready with the answer to the request that creates or changes it.
    states = States("AVAILABLE", "AVAILABLE", "AVAILABLE", "DELETING")

    def new_id(self, call: Call) -> str:
        return random_id(10, UPPER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        require_active(parent)
        self.check(call.params)

    def on_create(self, call: Call, record: Record) -> None:
        record.members.setdefault("dataDeletionPolicy", "DELETE")
        record.hidden["documents"] = {}

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call.params)
        kind = record.members["dataSourceConfiguration"]["type"]
        if call.params["dataSourceConfiguration"]["type"] != kind:
            raise validation(f"The type of a data source can't change: it is {kind}")
        if chunking(call.params) != chunking(record.members):
            raise validation("chunkingConfiguration can't change: send the value that the data source was created with")

    def on_update(self, call: Call, record: Record) -> None:
        record.members.setdefault("dataDeletionPolicy", "DELETE")

    def before_delete(self, call: Call, record: Record) -> None:
        knowledge_base = call.find(KnowledgeBase, record.parent or "")
        check_idle(knowledge_base)
        record.hidden["stuck"] = record.members["dataDeletionPolicy"] == "DELETE" and not store_is_there(
            call, knowledge_base
        )

    def view(self, record: Record) -> dict[str, Any]:
        if record.status != "DELETE_UNSUCCESSFUL":
            return {}
        reason = (
            f"Unable to delete data from vector store for data source with ID {record.id}. Check your vector store "
            "configurations and permissions and retry your request. If the issue persists, consider updating the "
            "dataDeletionPolicy of the data source to RETAIN and retry your request."
        )
        return {"failureReasons": [reason]}

    @staticmethod
    def check(params: dict[str, Any]) -> None:
        configuration = params["dataSourceConfiguration"]
        if configuration["type"] in CONFIGURATIONS:
            check_union("dataSourceConfiguration", configuration, CONFIGURATIONS)
        given = params.get("vectorIngestionConfiguration", {}).get("chunkingConfiguration")
        if given and given["chunkingStrategy"] in CHUNKING and CHUNKING[given["chunkingStrategy"]] not in given:
            strategy = given["chunkingStrategy"]
            raise validation(f"chunkingConfiguration.{CHUNKING[strategy]} is required when the strategy is {strategy}")
        if given and given["chunkingStrategy"] == "HIERARCHICAL":
            parent, child = given[CHUNKING["HIERARCHICAL"]]["levelConfigurations"]
            if parent["maxTokens"] <= child["maxTokens"]:
                raise validation(
                    "levelConfigurations: chunks of the first level must be larger than those of the second"
                )
        parsing = params.get("vectorIngestionConfiguration", {}).get("parsingConfiguration", {})
        if parsing.get("parsingStrategy") == FOUNDATION_MODEL and PARSING_MODEL not in parsing:
            raise validation(
                f"parsingConfiguration.{PARSING_MODEL} is required when the strategy is {FOUNDATION_MODEL}"
            )


def chunking(members: dict[str, Any]) -> dict[str, Any] | None:
    found: dict[str, Any] | None = members.get("vectorIngestionConfiguration", {}).get("chunkingConfiguration")
    return found


def delete_knowledge_base(call: Call) -> dict[str, Any]:
    """DeleteKnowledgeBase, which fails later when vectors of its data sources have to go and the store has gone."""
    record = call.find(KnowledgeBase, call.params["knowledgeBaseId"])
    policies = {source.members["dataDeletionPolicy"] for source in call.records(DataSource, record.id)}
    stuck = "DELETE" in policies and not store_is_there(call, record)
    answer = Verbs(KnowledgeBase()).delete(call)
    if stuck:
        call.cloud.schedule(record, ("delete", "DELETE_UNSUCCESSFUL"))
        record.failure = (
            "Unable to delete data from vector store for data sources of the knowledge base. Check your vector store "
            "configurations and permissions, or set the dataDeletionPolicy of the data sources to RETAIN, and retry."
        )
        call.cloud.store.put(record)
    return answer


def delete_source(call: Call) -> dict[str, Any]:
    """DeleteDataSource, which fails later when the vectors have to go and the vector store has gone already."""
    resource = DataSource()
    knowledge_base = call.find(KnowledgeBase, call.params["knowledgeBaseId"])
    record = call.find(DataSource, call.params["dataSourceId"], knowledge_base.id)
    if record.status == resource.states.deleting:
        raise conflict(f"Data source {record.id} is being deleted already")
    resource.before_delete(call, record)
    delete(call, resource, record)
    if record.hidden["stuck"]:
        call.cloud.schedule(record, ("delete", "DELETE_UNSUCCESSFUL"))
    return call.answer(view(resource, record))
