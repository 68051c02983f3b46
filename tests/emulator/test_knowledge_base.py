"""Knowledge bases: the vector store they need, ingestion, retrieval, and the order of deletes."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.emulator.conftest import PINECONE, TRUST

MODEL = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"


def embedding(dimensions: int | None = None) -> dict[str, Any]:
    vector: dict[str, Any] = {"embeddingModelArn": MODEL}
    if dimensions:
        settings = {"bedrockEmbeddingModelConfiguration": {"dimensions": dimensions}}
        vector["embeddingModelConfiguration"] = settings
    return {"type": "VECTOR", "vectorKnowledgeBaseConfiguration": vector}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("bedrock-agent")


def wait_for(read: Callable[[], str], status: str) -> None:
    deadline = time.monotonic() + 20
    while read() != status:
        assert time.monotonic() < deadline, f"{read()}, not {status}"
        time.sleep(0.05)


def changed(storage: dict[str, Any], **members: Any) -> dict[str, Any]:
    inner = storage["opensearchManagedClusterConfiguration"]
    return {**storage, "opensearchManagedClusterConfiguration": {**inner, **members}}


def test_the_vector_store_is_checked(client: Any, world: Any, code: Any) -> None:
    wanted = {"name": "base", "roleArn": world.role, "knowledgeBaseConfiguration": embedding()}
    good = world.storage
    fields = good["opensearchManagedClusterConfiguration"]["fieldMapping"]
    arn = "arn:aws:es:us-east-1:123456789012:domain/nothing"
    bad = [
        changed(good, domainArn=arn),
        changed(good, domainEndpoint="https://elsewhere.example.com"),
        changed(good, vectorIndexName="nothing"),
        changed(good, fieldMapping={**fields, "vectorField": "text"}),
        {"type": "RDS", **{key: value for key, value in good.items() if key != "type"}},
    ]
    for storage in bad:
        assert code(client.create_knowledge_base, **wanted, storageConfiguration=storage) == "ValidationException"
    smaller = {**wanted, "knowledgeBaseConfiguration": embedding(256)}
    assert code(client.create_knowledge_base, **smaller, storageConfiguration=good) == "ValidationException"
    nobody = {**wanted, "roleArn": "arn:aws:iam::123456789012:role/nobody"}
    assert code(client.create_knowledge_base, **nobody, storageConfiguration=good) == "ValidationException"
    assert code(client.create_knowledge_base, **wanted) == "ValidationException"
    client.create_knowledge_base(**wanted, storageConfiguration=good)


def test_a_domain_behind_a_vpc_is_refused(client: Any, world: Any, code: Any) -> None:
    search = world.cloud.client("opensearch")
    search.create_domain(
        DomainName="private", EBSOptions={"EBSEnabled": True}, VPCOptions={"SubnetIds": ["subnet-0123456789abcdef0"]}
    )
    arn = "arn:aws:es:us-east-1:123456789012:domain/private"
    wanted = {"name": "base", "roleArn": world.role, "knowledgeBaseConfiguration": embedding()}
    storage = changed(world.storage, domainArn=arn)
    assert code(client.create_knowledge_base, **wanted, storageConfiguration=storage) == "ValidationException"


def test_stores_of_others_are_taken_as_they_are(client: Any, world: Any) -> None:
    made = client.create_knowledge_base(
        name="base", roleArn=world.role, knowledgeBaseConfiguration=embedding(), storageConfiguration=PINECONE
    )
    found = client.get_knowledge_base(knowledgeBaseId=made["knowledgeBase"]["knowledgeBaseId"])["knowledgeBase"]
    assert found["storageConfiguration"] == PINECONE
    assert len(found["knowledgeBaseId"]) == 10
    assert found["knowledgeBaseId"] == found["knowledgeBaseId"].upper()


def test_configuration_and_storage_never_change(client: Any, world: Any, code: Any) -> None:
    key = {"knowledgeBaseId": world.knowledge_base, "name": "base", "roleArn": world.role}
    same = {"knowledgeBaseConfiguration": embedding(), "storageConfiguration": world.storage}
    client.update_knowledge_base(**key, **same, description="new")
    other = {**same, "knowledgeBaseConfiguration": embedding(1024)}
    assert code(client.update_knowledge_base, **key, **other) == "ValidationException"
    other = {**same, "storageConfiguration": changed(world.storage, vectorIndexName="other")}
    assert code(client.update_knowledge_base, **key, **other) == "ValidationException"


def test_chunking_never_changes(client: Any, world: Any, code: Any) -> None:
    key = {"knowledgeBaseId": world.knowledge_base, "dataSourceId": world.data_source, "name": "source"}
    found = client.get_data_source(knowledgeBaseId=world.knowledge_base, dataSourceId=world.data_source)["dataSource"]
    same = {"dataSourceConfiguration": found["dataSourceConfiguration"]}
    client.update_data_source(**key, **same)
    chunking = {"chunkingConfiguration": {"chunkingStrategy": "NONE"}}
    assert (
        code(client.update_data_source, **key, **same, vectorIngestionConfiguration=chunking) == "ValidationException"
    )


def ingest(client: Any, world: Any) -> dict[str, Any]:
    key = {"knowledgeBaseId": world.knowledge_base, "dataSourceId": world.data_source}
    job = client.start_ingestion_job(**key)["ingestionJob"]
    assert job["status"] == "STARTING"
    found: dict[str, Any] = client.get_ingestion_job(**key, ingestionJobId=job["ingestionJobId"])["ingestionJob"]
    return found


def counts(job: dict[str, Any]) -> dict[str, int]:
    """The statistics that aren't 0, by their short names."""
    return {
        name.removeprefix("numberOf").replace("Documents", ""): value
        for name, value in job["statistics"].items()
        if value
    }


def test_ingestion_counts_what_changed(client: Any, world: Any) -> None:
    s3 = world.cloud.client("s3")

    def put(key: str, body: str) -> None:
        s3.put_object(Bucket=world.bucket, Key=key, Body=body.encode())

    put("docs/leave.md", "Employees get thirty days of leave.")
    put("docs/keys.txt", "Keys are rotated every year.")
    put("docs/program.exe", "no document")
    put("other/outside.md", "not in the prefix")
    put("docs/leave.md.metadata.json", json.dumps({"metadataAttributes": {"team": "people"}}))
    first = ingest(client, world)
    assert first["status"] == "COMPLETE"
    assert counts(first) == {"Scanned": 3, "MetadataScanned": 1, "NewIndexed": 2, "Failed": 1}
    assert "docs/program.exe" in first["failureReasons"][0]

    assert counts(ingest(client, world)) == {"Scanned": 3, "MetadataScanned": 1, "Failed": 1}

    put("docs/keys.txt", "Keys are rotated every month.")
    put("docs/leave.md.metadata.json", json.dumps({"metadataAttributes": {"team": "hr"}}))
    put("docs/new.html", "<p>new</p>")
    s3.delete_object(Bucket=world.bucket, Key="docs/program.exe")
    third = ingest(client, world)
    expected = {"Scanned": 3, "MetadataScanned": 1, "NewIndexed": 1, "ModifiedIndexed": 1, "MetadataModified": 1}
    assert counts(third) == expected
    s3.delete_object(Bucket=world.bucket, Key="docs/new.html")
    assert counts(ingest(client, world))["Deleted"] == 1

    key = {"knowledgeBaseId": world.knowledge_base, "dataSourceId": world.data_source}
    jobs = client.list_ingestion_jobs(**key)["ingestionJobSummaries"]
    assert [job["status"] for job in jobs] == ["COMPLETE"] * 4
    failed = [{"attribute": "STATUS", "operator": "EQ", "values": ["FAILED"]}]
    assert client.list_ingestion_jobs(**key, filters=failed)["ingestionJobSummaries"] == []


def test_too_large_files_and_broken_metadata_fail(client: Any, world: Any) -> None:
    s3 = world.cloud.client("s3")
    s3.put_object(Bucket=world.bucket, Key="docs/large.txt", Body=b"x" * (50 * 1024 * 1024 + 1))
    s3.put_object(Bucket=world.bucket, Key="docs/broken.md", Body=b"text")
    s3.put_object(Bucket=world.bucket, Key="docs/broken.md.metadata.json", Body=b"[]")
    assert counts(ingest(client, world)) == {"Scanned": 2, "MetadataScanned": 1, "Failed": 2}


def test_a_job_without_its_bucket_fails(client: Any, world: Any) -> None:
    world.cloud.client("s3").delete_bucket(Bucket=world.bucket)
    client.create_data_source(
        knowledgeBaseId=world.knowledge_base,
        name="lost",
        dataSourceConfiguration={"type": "S3", "s3Configuration": {"bucketArn": f"arn:aws:s3:::{world.bucket}"}},
    )
    job = ingest(client, world)
    assert job["status"] == "FAILED"
    assert world.bucket in job["failureReasons"][0]


def test_retrieve_finds_by_words(client: Any, world: Any, code: Any) -> None:
    s3 = world.cloud.client("s3")
    s3.put_object(Bucket=world.bucket, Key="docs/leave.md", Body=b"Employees get thirty days of leave.")
    s3.put_object(Bucket=world.bucket, Key="docs/keys.txt", Body=b"Keys are rotated every year.")
    ingest(client, world)
    runtime = world.cloud.client("bedrock-agent-runtime")
    query = {"knowledgeBaseId": world.knowledge_base, "retrievalQuery": {"text": "How many days of leave?"}}
    (best,) = runtime.retrieve(**query)["retrievalResults"]
    assert best["location"]["s3Location"]["uri"] == "s3://documents/docs/leave.md"
    assert 0 < best["score"] < 1
    assert best["metadata"]["x-amz-bedrock-kb-data-source-id"] == world.data_source
    assert code(runtime.retrieve, **{**query, "knowledgeBaseId": "0000000000"}) == "ResourceNotFoundException"


def test_a_knowledge_base_goes_with_its_data_sources(client: Any, world: Any, code: Any) -> None:
    key = {"knowledgeBaseId": world.knowledge_base, "dataSourceId": world.data_source}
    client.delete_knowledge_base(knowledgeBaseId=world.knowledge_base)
    assert client.list_knowledge_bases()["knowledgeBaseSummaries"] == []
    assert code(client.get_data_source, **key) == "ResourceNotFoundException"


def test_vectors_can_not_be_deleted_from_a_store_that_is_gone(client: Any, world: Any, code: Any) -> None:
    key = {"knowledgeBaseId": world.knowledge_base, "dataSourceId": world.data_source}
    world.cloud.client("opensearch").delete_domain(DomainName="search")
    client.delete_data_source(**key)
    found = client.get_data_source(**key)["dataSource"]
    assert found["status"] == "DELETE_UNSUCCESSFUL"
    assert "RETAIN" in found["failureReasons"][0]
    configuration = found["dataSourceConfiguration"]
    client.update_data_source(**key, name="source", dataSourceConfiguration=configuration, dataDeletionPolicy="RETAIN")
    client.delete_data_source(**key)
    assert code(client.get_data_source, **key) == "ResourceNotFoundException"


def test_one_job_at_a_time(slow_cloud: Any, code: Any) -> None:
    cloud = slow_cloud(1 / 60)  # a job takes 1.25 s
    client, iam = cloud.client("bedrock-agent"), cloud.client("iam")
    role = iam.create_role(RoleName="service", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    cloud.client("s3").create_bucket(Bucket="documents")
    base = client.create_knowledge_base(
        name="base", roleArn=role, knowledgeBaseConfiguration=embedding(), storageConfiguration=PINECONE
    )["knowledgeBase"]["knowledgeBaseId"]
    source = {"type": "S3", "s3Configuration": {"bucketArn": "arn:aws:s3:::documents"}}
    wanted = {"knowledgeBaseId": base, "name": "source", "dataSourceConfiguration": source}
    assert code(client.create_data_source, **wanted) == "ConflictException"
    wait_for(lambda: client.get_knowledge_base(knowledgeBaseId=base)["knowledgeBase"]["status"], "ACTIVE")
    key = {"knowledgeBaseId": base, "dataSourceId": client.create_data_source(**wanted)["dataSource"]["dataSourceId"]}

    def status() -> str:
        return str(client.get_ingestion_job(**key, ingestionJobId=job)["ingestionJob"]["status"])

    job = client.start_ingestion_job(**key)["ingestionJob"]["ingestionJobId"]
    assert code(client.start_ingestion_job, **key) == "ConflictException"
    assert code(client.delete_data_source, **key) == "ConflictException"
    assert code(client.delete_knowledge_base, knowledgeBaseId=base) == "ConflictException"
    wait_for(status, "IN_PROGRESS")
    wait_for(status, "COMPLETE")
    job = client.start_ingestion_job(**key)["ingestionJob"]["ingestionJobId"]
    client.stop_ingestion_job(**key, ingestionJobId=job)
    wait_for(status, "STOPPED")
    assert code(client.stop_ingestion_job, **key, ingestionJobId=job) == "ValidationException"
    client.delete_knowledge_base(knowledgeBaseId=base)
