"""What a knowledge base's configuration must fit together with: itself, and the vector store."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, validation
from emulator.modeled.store import Record
from emulator.services.opensearch.domain import Domain
from emulator.services.opensearch.index import Index, fields

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
DEFAULT_DIMENSIONS = {"amazon.titan-embed-text-v2:0": 1024, "amazon.titan-embed-text-v1": 1536}
OLDEST_ENGINE = (2, 13)


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
    """Bedrock tries the store out before it creates a knowledge base. Only the managed cluster is known here."""
    storage = call.params.get("storageConfiguration", {})
    if storage.get("type") != "OPENSEARCH_MANAGED_CLUSTER":
        return
    given = storage["opensearchManagedClusterConfiguration"]
    domain = check_domain(call, given)
    schema = check_index(call, domain, given["vectorIndexName"]).members["IndexSchema"]
    check_fields(schema, given, call.params["knowledgeBaseConfiguration"]["vectorKnowledgeBaseConfiguration"])


def invalid(reason: str) -> AwsError:
    return validation(f"The knowledge base storage configuration provided is invalid: {reason}")


def check_domain(call: Call, given: dict[str, Any]) -> Record:
    arn = given["domainArn"]
    domain = next((item for item in call.records(Domain) if item.arn == arn), None)
    if domain is None:
        raise invalid(f"the OpenSearch domain {arn} doesn't exist in this account and region")
    if "VPCOptions" in domain.members:
        raise invalid(f"the domain {domain.id} is behind a VPC; only domains with public access are supported")
    if domain.status in (Domain.states.creating, Domain.states.deleting):
        raise invalid(f"the domain {domain.id} isn't active yet: its status is {domain.status}")
    endpoint = f"https://{Domain.endpoints(domain)['Endpoint']}"
    if given["domainEndpoint"].rstrip("/") != endpoint:
        raise invalid(f"domainEndpoint {given['domainEndpoint']} isn't that of {domain.id}, which is {endpoint}")
    name, number = domain.members["EngineVersion"].split("_")
    if name != "OpenSearch" or tuple(map(int, number.split("."))) < OLDEST_ENGINE:
        raise invalid(f"the domain {domain.id} runs {name} {number}; OpenSearch 2.13 or newer is needed")
    return domain


def check_index(call: Call, domain: Record, name: str) -> Record:
    index = next((item for item in call.records(Index, domain.id) if item.id == name), None)
    if index is None:
        raise invalid(f"no such index [{name}] in domain {domain.id}: create the vector index first")
    return index


def check_fields(schema: dict[str, Any], given: dict[str, Any], model: dict[str, Any]) -> None:
    mapped = fields(schema)
    mapping = given["fieldMapping"]
    vector = mapped.get(mapping["vectorField"])
    if vector is None or vector.get("type") != "knn_vector":
        raise invalid(f"field {mapping['vectorField']} of index {given['vectorIndexName']} must have type knn_vector")
    if vector.get("method", {}).get("engine", "faiss") != "faiss":
        raise invalid(f"field {mapping['vectorField']} must use the faiss engine, not {vector['method']['engine']}")
    for member in ("textField", "metadataField"):
        if mapping[member] in mapped and mapped[mapping[member]].get("type") not in ("text", "keyword"):
            raise invalid(f"field {mapping[member]} of index {given['vectorIndexName']} must have type text")
    wanted = dimensions(model)
    if wanted and vector.get("dimension") != wanted:
        raise invalid(f"the index has vectors of dimension {vector.get('dimension')}, the embedding model {wanted}")


def dimensions(model: dict[str, Any]) -> int | None:
    settings = model.get("embeddingModelConfiguration", {}).get("bedrockEmbeddingModelConfiguration", {})
    return settings.get("dimensions") or DEFAULT_DIMENSIONS.get(model["embeddingModelArn"].rsplit("/", 1)[-1])


def store_is_there(call: Call, knowledge_base: Record) -> bool:
    """Whether the vectors of a knowledge base can be reached, to delete them; True for stores not known here."""
    storage = knowledge_base.members.get("storageConfiguration", {})
    given = storage.get("opensearchManagedClusterConfiguration")
    if given is None:
        return True
    domain = next((item for item in call.records(Domain) if item.arn == given["domainArn"]), None)
    return domain is not None and any(item.id == given["vectorIndexName"] for item in call.records(Index, domain.id))
