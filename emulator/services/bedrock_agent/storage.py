"""What a knowledge base's configuration must fit together with: itself, and the vector store."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.store import Record
from emulator.services.bedrock_agent.stores import opensearch_managed, opensearch_serverless, rds, s3_vectors

CONFIGURATIONS = {
    "VECTOR": "vectorKnowledgeBaseConfiguration",
    "KENDRA": "kendraKnowledgeBaseConfiguration",
    "SQL": "sqlKnowledgeBaseConfiguration",
    "MANAGED": "managedKnowledgeBaseConfiguration",
}
STORES = {
    "OPENSEARCH_SERVERLESS": "opensearchServerlessConfiguration",
    "OPENSEARCH_MANAGED_CLUSTER": "opensearchManagedClusterConfiguration",
    "PINECONE": "pineconeConfiguration",
    "REDIS_ENTERPRISE_CLOUD": "redisEnterpriseCloudConfiguration",
    "RDS": "rdsConfiguration",
    "MONGO_DB_ATLAS": "mongoDbAtlasConfiguration",
    "NEPTUNE_ANALYTICS": "neptuneAnalyticsConfiguration",
    "S3_VECTORS": "s3VectorsConfiguration",
}
LOOKED_INTO: dict[str, Any] = {
    "OPENSEARCH_MANAGED_CLUSTER": opensearch_managed,
    "OPENSEARCH_SERVERLESS": opensearch_serverless,
    "RDS": rds,
    "S3_VECTORS": s3_vectors,
}


def check_configuration(params: dict[str, Any]) -> None:
    """The type must come with its own member and no other; a vector knowledge base needs a store."""
    check_union("knowledgeBaseConfiguration", params["knowledgeBaseConfiguration"], CONFIGURATIONS)
    needs_store = params["knowledgeBaseConfiguration"]["type"] == "VECTOR"
    storage = params.get("storageConfiguration")
    if needs_store and not storage:
        raise validation("storageConfiguration is required for a knowledge base of type VECTOR")
    if storage and not needs_store:
        raise validation("storageConfiguration can only be set for a knowledge base of type VECTOR")
    if storage:
        check_union("storageConfiguration", storage, STORES)


def check_union(name: str, given: dict[str, Any], members: dict[str, str]) -> None:
    expected = members[given["type"]]
    if expected not in given:
        raise validation(f"{name}.{expected} is required when the type is {given['type']}")
    others = sorted(set(given) - {"type", expected})
    if others:
        raise validation(f"{name} has type {given['type']}: {', '.join(others)} can't be set")


def check_storage(call: Call) -> None:
    """Bedrock tries the store out before it creates a knowledge base. Stores of others are taken as they are."""
    storage = call.params.get("storageConfiguration", {})
    store = LOOKED_INTO.get(storage.get("type", ""))
    if store:
        model = call.params["knowledgeBaseConfiguration"]["vectorKnowledgeBaseConfiguration"]
        store.check(call, storage[STORES[storage["type"]]], model)


def store_is_there(call: Call, knowledge_base: Record) -> bool:
    """Whether the vectors of a knowledge base can be reached; True for stores of others."""
    storage = knowledge_base.members.get("storageConfiguration", {})
    store = LOOKED_INTO.get(storage.get("type", ""))
    return store is None or store.is_there(call, storage[STORES[storage["type"]]])


def refuse_chunks(call: Call, knowledge_base: Record, chunks: list[str]) -> str | None:
    """Why the store doesn't take the chunks of a document, if it doesn't."""
    storage = knowledge_base.members.get("storageConfiguration", {})
    if storage.get("type") != "S3_VECTORS":
        return None
    given = storage[STORES["S3_VECTORS"]]
    return next((reason for chunk in chunks if (reason := s3_vectors.refuse_chunk(call, given, chunk))), None)
