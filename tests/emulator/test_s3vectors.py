"""Vector buckets and indexes, and the search in them."""

import json
from typing import Any

import pytest

BUCKET = {"vectorBucketName": "vectors"}
INDEX = {**BUCKET, "indexName": "index"}
SHAPE = {"dataType": "float32", "dimension": 2, "distanceMetric": "cosine"}


@pytest.fixture
def client(cloud: Any) -> Any:
    made = cloud.client("s3vectors")
    made.create_vector_bucket(**BUCKET)
    return made


@pytest.fixture
def filled(client: Any) -> Any:
    """An index with four vectors."""
    client.create_index(**INDEX, **SHAPE, metadataConfiguration={"nonFilterableMetadataKeys": ["text"]})
    vectors = {"east": [1, 0], "north": [0, 2], "west": [-3, 0], "north-east": [0.5, 0.5]}
    metadata = {"east": {"year": 2020, "tags": ["a", "b"]}, "north": {"year": 2024}, "west": {"text": "far"}}
    client.put_vectors(
        **INDEX,
        vectors=[
            {"key": key, "data": {"float32": data}, "metadata": metadata.get(key, {})} for key, data in vectors.items()
        ],
    )
    return client


def keys(answer: dict[str, Any]) -> list[str]:
    return [vector["key"] for vector in answer["vectors"]]


def test_the_nearest_come_first(filled: Any) -> None:
    east = {"float32": [2.0, 0.1]}
    answer = filled.query_vectors(**INDEX, topK=4, queryVector=east, returnDistance=True)
    assert keys(answer) == ["east", "north-east", "north", "west"]
    assert answer["distanceMetric"] == "cosine"
    distances = [vector["distance"] for vector in answer["vectors"]]
    assert distances == pytest.approx([0.00125, 0.2586, 0.95, 1.99875], abs=1e-3)
    assert keys(filled.query_vectors(**INDEX, topK=1, queryVector=east)) == ["east"]


def test_lengths_count_by_the_other_metric(client: Any) -> None:
    client.create_index(**INDEX, **{**SHAPE, "distanceMetric": "euclidean"})
    vectors = [{"key": "far", "data": {"float32": [9.0, 0.0]}}, {"key": "near", "data": {"float32": [0.0, 1.0]}}]
    client.put_vectors(**INDEX, vectors=vectors)
    answer = client.query_vectors(**INDEX, topK=2, queryVector={"float32": [1.0, 0.0]}, returnDistance=True)
    assert [(item["key"], round(item["distance"], 3)) for item in answer["vectors"]] == [("near", 1.414), ("far", 8.0)]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"year": 2024}, {"north"}),
        ({"year": {"$gte": 2020, "$lt": 2024}}, {"east"}),
        ({"tags": "b"}, {"east"}),
        ({"tags": {"$in": ["b", "c"]}}, {"east"}),
        ({"year": {"$exists": False}}, {"west", "north-east"}),
        ({"$or": [{"year": 2020}, {"year": 2024}]}, {"east", "north"}),
        ({"$and": [{"year": 2020}, {"tags": {"$ne": "b"}}]}, set()),
    ],
)
def test_filters(filled: Any, condition: Any, found: set[str]) -> None:
    query = {"topK": 9, "queryVector": {"float32": [1.0, 1.0]}}
    assert set(keys(filled.query_vectors(**INDEX, **query, filter=condition))) == found


@pytest.mark.parametrize("condition", [{"text": "far"}, {"year": {"$like": 1}}, {"$not": []}, {"year": {"$in": 1}}])
def test_what_cannot_be_filtered_by(filled: Any, code: Any, condition: Any) -> None:
    query = {"topK": 9, "queryVector": {"float32": [1.0, 1.0]}}
    assert code(filled.query_vectors, **INDEX, **query, filter=condition) == "ValidationException"


def test_vectors_are_kept_in_32_bits_and_go(filled: Any, code: Any) -> None:
    filled.put_vectors(**INDEX, vectors=[{"key": "east", "data": {"float32": [0.1, 0.2]}}])
    (east,) = filled.get_vectors(**INDEX, keys=["east", "nothing"], returnData=True, returnMetadata=True)["vectors"]
    assert east == {"key": "east", "data": {"float32": [0.10000000149011612, 0.20000000298023224]}, "metadata": {}}
    pages = filled.get_paginator("list_vectors").paginate(**INDEX, maxResults=3)
    assert [len(page["vectors"]) for page in pages] == [3, 1]
    filled.delete_vectors(**INDEX, keys=["east", "nothing"])
    assert len(filled.list_vectors(**INDEX)["vectors"]) == 3
    for data in ([1.0], [0.0, 0.0], [1e39, 0.0]):
        vectors = [{"key": "bad", "data": {"float32": data}}]
        assert code(filled.put_vectors, **INDEX, vectors=vectors) == "ValidationException"


def test_a_bucket_with_an_index_stays(filled: Any, code: Any) -> None:
    assert code(filled.delete_vector_bucket, **BUCKET) == "ConflictException"
    filled.delete_index(**INDEX)
    filled.delete_vector_bucket(**BUCKET)
    assert code(filled.get_vector_bucket, **BUCKET) == "NotFoundException"


def test_either_name_or_arn(filled: Any, code: Any) -> None:
    index = filled.get_index(**INDEX)["index"]
    assert index["encryptionConfiguration"] == {"sseType": "AES256"}
    arn = index["indexArn"]
    assert arn == "arn:aws:s3vectors:us-east-1:123456789012:bucket/vectors/index/index"
    assert filled.get_index(indexArn=arn)["index"] == index
    assert code(filled.get_index, indexArn=arn, **INDEX) == "ValidationException"
    assert code(filled.get_index, **BUCKET) == "ValidationException"
    assert keys(filled.list_vectors(indexArn=arn)) == keys(filled.list_vectors(**INDEX))
    bucket = filled.get_vector_bucket(**BUCKET)["vectorBucket"]["vectorBucketArn"]
    assert len(filled.list_indexes(vectorBucketArn=bucket)["indexes"]) == 1


def test_policies(client: Any, code: Any) -> None:
    assert code(client.get_vector_bucket_policy, **BUCKET) == "NotFoundException"
    assert code(client.put_vector_bucket_policy, **BUCKET, policy="{") == "ValidationException"
    text = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Deny"}]})
    client.put_vector_bucket_policy(**BUCKET, policy=text)
    assert client.get_vector_bucket_policy(**BUCKET)["policy"] == text
    client.delete_vector_bucket_policy(**BUCKET)
    assert code(client.get_vector_bucket_policy, **BUCKET) == "NotFoundException"


def test_text_search_is_added_and_taken_away(client: Any, code: Any) -> None:
    client.create_index(**INDEX, **SHAPE)
    searches = [{"metadataKey": "text", "language": "de"}]
    client.update_metadata_configuration(**INDEX, add={"textSearchConfigurations": searches})
    found = client.get_index(**INDEX)["index"]["metadataConfiguration"]["textSearchConfigurations"]
    assert found == [{"metadataKey": "text", "language": "de", "status": "ACTIVE"}]
    again = {"add": {"textSearchConfigurations": searches}}
    assert code(client.update_metadata_configuration, **INDEX, **again) == "ValidationException"
    assert code(client.update_index_mode, **INDEX, indexMode="CLASSIC") == "ValidationException"
    client.update_metadata_configuration(**INDEX, delete={"textSearchConfigurations": [{"metadataKey": "text"}]})
    assert "metadataConfiguration" not in client.get_index(**INDEX)["index"]
