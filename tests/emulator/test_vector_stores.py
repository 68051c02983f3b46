"""What each vector store of a knowledge base must be like, and that documents come back from all of them."""

from typing import Any

import pytest

from tests.emulator.conftest import VECTOR
from tests.vector_stores import NAME, TYPES, Stores

TRACT = "Leave is thirty days a year. " + "Nobody reads this. " * 200


@pytest.fixture
def stores(world: Any) -> Stores:
    return Stores(world.cloud.client, world.role)


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("bedrock-agent")


def wanted(world: Any, storage: Any) -> dict[str, Any]:
    return {
        "name": "base",
        "roleArn": world.role,
        "knowledgeBaseConfiguration": VECTOR,
        "storageConfiguration": storage,
    }


def create(client: Any, world: Any, storage: Any) -> dict[str, str]:
    """The knowledge base, and a custom data source of it, as the key of its operations."""
    base = client.create_knowledge_base(**wanted(world, storage))["knowledgeBase"]["knowledgeBaseId"]
    client.get_knowledge_base(knowledgeBaseId=base)
    made = client.create_data_source(knowledgeBaseId=base, name="direct", dataSourceConfiguration={"type": "CUSTOM"})
    return {"knowledgeBaseId": base, "dataSourceId": made["dataSource"]["dataSourceId"]}


def text(key: str, content: str, **metadata: Any) -> dict[str, Any]:
    custom = {
        "customDocumentIdentifier": {"id": key},
        "sourceType": "IN_LINE",
        "inlineContent": {"type": "TEXT", "textContent": {"data": content}},
    }
    attributes = [
        {
            "key": name,
            "value": {"type": "NUMBER", "numberValue": value}
            if isinstance(value, int)
            else {"type": "STRING_LIST", "stringListValue": value},
        }
        for name, value in metadata.items()
    ]
    more = {"metadata": {"type": "IN_LINE_ATTRIBUTE", "inlineAttributes": attributes}} if attributes else {}
    return {"content": {"dataSourceType": "CUSTOM", "custom": custom}, **more}


def identifier(key: str) -> dict[str, Any]:
    return {"dataSourceType": "CUSTOM", "custom": {"id": key}}


def statuses(answer: dict[str, Any]) -> dict[str, str]:
    return {item["identifier"]["custom"]["id"]: item["status"] for item in answer["documentDetails"]}


def found(cloud: Any, key: dict[str, str], query: str, **search: Any) -> list[str]:
    more = {"retrievalConfiguration": {"vectorSearchConfiguration": search}} if search else {}
    answer = cloud.client("bedrock-agent-runtime").retrieve(
        knowledgeBaseId=key["knowledgeBaseId"], retrievalQuery={"text": query}, **more
    )
    return [item["location"]["customDocumentLocation"]["id"] for item in answer["retrievalResults"]]


@pytest.mark.parametrize("store", TYPES)
def test_documents_come_back_until_the_store_is_gone(
    client: Any, world: Any, stores: Stores, store: str, code: Any
) -> None:
    key = create(client, world, getattr(stores, store)())
    documents = [text("leave", TRACT), text("lunch", "Lunch is at noon.")]
    assert statuses(client.ingest_knowledge_base_documents(**key, documents=documents)) == {
        "leave": "STARTING",
        "lunch": "STARTING",
    }
    assert statuses(client.list_knowledge_base_documents(**key)) == {"leave": "INDEXED", "lunch": "INDEXED"}
    assert found(world.cloud, key, "how many days of leave")[0] == "leave"
    getattr(stores, f"without_{store}")()
    retrieve = world.cloud.client("bedrock-agent-runtime").retrieve
    query = {"knowledgeBaseId": key["knowledgeBaseId"], "retrievalQuery": {"text": "leave"}}
    assert code(retrieve, **query) == "ValidationException"
    # Its vectors can't be deleted any more, so nothing can, until they may stay.
    base = {"knowledgeBaseId": key["knowledgeBaseId"]}
    client.delete_knowledge_base(**base)
    told = client.get_knowledge_base(**base)["knowledgeBase"]
    assert told["status"] == "DELETE_UNSUCCESSFUL"
    assert "RETAIN" in told["failureReasons"][0]
    source = client.get_data_source(**key)["dataSource"]
    settings = {name: source[name] for name in ("name", "dataSourceConfiguration")}
    client.update_data_source(**key, **settings, dataDeletionPolicy="RETAIN")
    client.delete_knowledge_base(**base)
    assert client.list_knowledge_bases()["knowledgeBaseSummaries"] == []


@pytest.mark.parametrize("store", TYPES)
def test_a_store_that_is_not_there_is_refused(client: Any, world: Any, stores: Stores, store: str, code: Any) -> None:
    storage = getattr(stores, store)()
    getattr(stores, f"without_{store}")()
    assert code(client.create_knowledge_base, **wanted(world, storage)) == "ValidationException"


@pytest.mark.parametrize("policy", ["network", "data"])
def test_the_policies_of_a_collection_must_let_bedrock_in(
    client: Any, world: Any, stores: Stores, policy: str, code: Any
) -> None:
    storage = stores.opensearch_serverless()
    policies = world.cloud.client("opensearchserverless")
    delete = policies.delete_access_policy if policy == "data" else policies.delete_security_policy
    delete(type=policy, name=NAME)
    assert code(client.create_knowledge_base, **wanted(world, storage)) == "ValidationException"


def test_s3_vectors_takes_one_way_to_name_the_index(client: Any, world: Any, stores: Stores, code: Any) -> None:
    arn = stores.s3_vectors()["s3VectorsConfiguration"]["indexArn"]
    bucket = arn.split("/index/")[0]
    both = {"type": "S3_VECTORS", "s3VectorsConfiguration": {"vectorBucketArn": bucket, "indexName": NAME}}
    bad = {**both, "s3VectorsConfiguration": {**both["s3VectorsConfiguration"], "indexArn": arn}}
    assert code(client.create_knowledge_base, **wanted(world, bad)) == "ValidationException"
    client.create_knowledge_base(**wanted(world, both))


def test_long_texts_do_not_fit_into_metadata_that_can_be_filtered_by(client: Any, world: Any, stores: Stores) -> None:
    key = create(client, world, stores.s3_vectors(hidden=()))
    long = " ".join(["Donaudampfschifffahrtsgesellschaft"] * 100)
    client.ingest_knowledge_base_documents(**key, documents=[text("long", long), text("short", "Short.")])
    assert statuses(client.list_knowledge_base_documents(**key)) == {"long": "FAILED", "short": "INDEXED"}
    (told,) = client.get_knowledge_base_documents(**key, documentIdentifiers=[identifier("long")])["documentDetails"]
    assert "Filterable metadata must have at most 2048 bytes" in told["statusReason"]


def test_documents_are_replaced_and_deleted(client: Any, world: Any, stores: Stores, code: Any) -> None:
    key = create(client, world, stores.s3_vectors())
    client.ingest_knowledge_base_documents(**key, documents=[text("leave", "Thirty days of leave.")])
    client.ingest_knowledge_base_documents(**key, documents=[text("leave", "Forty days of holidays.")])
    client.list_knowledge_base_documents(**key)
    assert found(world.cloud, key, "leave") == []
    assert found(world.cloud, key, "holidays") == ["leave"]
    twice = [text("leave", "a"), text("leave", "b")]
    assert code(client.ingest_knowledge_base_documents, **key, documents=twice) == "ValidationException"
    two = [identifier("leave"), identifier("lunch")]
    assert statuses(client.delete_knowledge_base_documents(**key, documentIdentifiers=two)) == {
        "leave": "DELETING",
        "lunch": "NOT_FOUND",
    }
    assert statuses(client.get_knowledge_base_documents(**key, documentIdentifiers=two)) == dict.fromkeys(
        ("leave", "lunch"), "NOT_FOUND"
    )
    assert found(world.cloud, key, "holidays") == []


@pytest.mark.parametrize(
    ("condition", "keys"),
    [
        ({"equals": {"key": "year", "value": 2024}}, {"new"}),
        ({"lessThan": {"key": "year", "value": 2024}}, {"old"}),
        ({"listContains": {"key": "tags", "value": "a"}}, {"old", "new"}),
        (
            {"andAll": [{"equals": {"key": "year", "value": 2020}}, {"listContains": {"key": "tags", "value": "b"}}]},
            {"old"},
        ),
    ],
)
def test_filters(client: Any, world: Any, stores: Stores, condition: Any, keys: set[str]) -> None:
    key = create(client, world, stores.s3_vectors())
    documents = [
        text("old", "Leave", year=2020, tags=["a", "b"]),
        text("new", "Leave", year=2024, tags=["a"]),
        text("plain", "Leave"),
    ]
    client.ingest_knowledge_base_documents(**key, documents=documents)
    client.list_knowledge_base_documents(**key)
    assert set(found(world.cloud, key, "leave", filter=condition)) == keys


def test_one_filter_is_for_collections_only(client: Any, world: Any, stores: Stores, code: Any) -> None:
    key = create(client, world, stores.s3_vectors())
    search = {"vectorSearchConfiguration": {"filter": {"startsWith": {"key": "title", "value": "L"}}}}
    query = {"knowledgeBaseId": key["knowledgeBaseId"], "retrievalQuery": {"text": "leave"}}
    retrieve = world.cloud.client("bedrock-agent-runtime").retrieve
    assert code(retrieve, **query, retrievalConfiguration=search) == "ValidationException"


def test_objects_are_ingested_one_by_one(client: Any, world: Any) -> None:
    key = {"knowledgeBaseId": world.knowledge_base, "dataSourceId": world.data_source}
    world.cloud.client("s3").put_object(Bucket=world.bucket, Key="docs/leave.md", Body=b"Thirty days of leave.")
    documents = [
        {"content": {"dataSourceType": "S3", "s3": {"s3Location": {"uri": f"s3://{world.bucket}/docs/{name}"}}}}
        for name in ("leave.md", "nothing.md")
    ]
    client.ingest_knowledge_base_documents(**key, documents=documents)
    told = client.list_knowledge_base_documents(**key)["documentDetails"]
    assert [(item["identifier"]["s3"]["uri"], item["status"]) for item in told] == [
        ("s3://documents/docs/leave.md", "INDEXED"),
        ("s3://documents/docs/nothing.md", "FAILED"),
    ]
    assert "doesn't exist" in told[1]["statusReason"]


@pytest.mark.parametrize(
    ("chunking", "sizes"),
    [
        ({"chunkingStrategy": "NONE"}, [13]),
        (
            {
                "chunkingStrategy": "FIXED_SIZE",
                "fixedSizeChunkingConfiguration": {"maxTokens": 8, "overlapPercentage": 50},
            },
            [6, 6, 6, 4, 1],
        ),
        (
            {
                "chunkingStrategy": "HIERARCHICAL",
                "hierarchicalChunkingConfiguration": {
                    "levelConfigurations": [{"maxTokens": 8}, {"maxTokens": 4}],
                    "overlapTokens": 1,
                },
            },
            [6, 6, 1],
        ),
        (
            {
                "chunkingStrategy": "SEMANTIC",
                "semanticChunkingConfiguration": {
                    "maxTokens": 10,
                    "bufferSize": 0,
                    "breakpointPercentileThreshold": 90,
                },
            },
            [8, 5],
        ),
    ],
    ids=lambda value: value["chunkingStrategy"] if isinstance(value, dict) else "",
)
def test_chunking(client: Any, world: Any, stores: Stores, chunking: Any, sizes: list[int]) -> None:
    base = client.create_knowledge_base(**wanted(world, stores.s3_vectors()))["knowledgeBase"]["knowledgeBaseId"]
    client.get_knowledge_base(knowledgeBaseId=base)
    made = client.create_data_source(
        knowledgeBaseId=base,
        name="direct",
        dataSourceConfiguration={"type": "CUSTOM"},
        vectorIngestionConfiguration={"chunkingConfiguration": chunking},
    )
    key = {"knowledgeBaseId": base, "dataSourceId": made["dataSource"]["dataSourceId"]}
    sentences = "Leave is leave and leave. It is leave. Leave is not all leave."
    client.ingest_knowledge_base_documents(**key, documents=[text("leave", sentences)])
    client.list_knowledge_base_documents(**key)
    answer = world.cloud.client("bedrock-agent-runtime").retrieve(
        knowledgeBaseId=base, retrievalQuery={"text": "leave"}
    )
    counted = sorted((len(item["content"]["text"].split()) for item in answer["retrievalResults"]), reverse=True)
    assert counted == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    "ingestion",
    [
        {"chunkingConfiguration": {"chunkingStrategy": "SEMANTIC"}},
        {
            "chunkingConfiguration": {
                "chunkingStrategy": "HIERARCHICAL",
                "hierarchicalChunkingConfiguration": {
                    "levelConfigurations": [{"maxTokens": 4}, {"maxTokens": 8}],
                    "overlapTokens": 1,
                },
            }
        },
        {"parsingConfiguration": {"parsingStrategy": "BEDROCK_FOUNDATION_MODEL"}},
    ],
)
def test_ingestion_that_is_not_whole(client: Any, world: Any, ingestion: Any, code: Any) -> None:
    wish = {
        "knowledgeBaseId": world.knowledge_base,
        "name": "bad",
        "dataSourceConfiguration": {"type": "CUSTOM"},
        "vectorIngestionConfiguration": ingestion,
    }
    assert code(client.create_data_source, **wish) == "ValidationException"
