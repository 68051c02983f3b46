"""Collections, and the policies that they stand under."""

import base64
import json
from typing import Any

import pytest

RULE = {"ResourceType": "collection", "Resource": ["collection/hand*"]}
ENCRYPTION = {"Rules": [RULE], "AWSOwnedKey": True}
NETWORK = [{"Rules": [RULE], "AllowFromPublic": True}]
KEY = {"type": "encryption", "name": "handbook"}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("opensearchserverless")


@pytest.fixture
def collection(client: Any) -> str:
    client.create_security_policy(**KEY, policy=json.dumps(ENCRYPTION))
    return str(client.create_collection(name="handbook", type="VECTORSEARCH")["createCollectionDetail"]["id"])


def test_a_collection_needs_an_encryption_policy(client: Any, code: Any) -> None:
    assert code(client.create_collection, name="handbook") == "ValidationException"
    client.create_security_policy(**KEY, policy=json.dumps(ENCRYPTION))
    assert code(client.create_collection, name="library") == "ValidationException"
    client.create_collection(name="handbook")
    assert code(client.create_collection, name="handbook") == "ConflictException"


def test_the_closest_policy_gives_the_key(client: Any) -> None:
    arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    client.create_security_policy(**KEY, policy=json.dumps(ENCRYPTION))
    exact = {"Rules": [{"ResourceType": "collection", "Resource": ["collection/handbook"]}], "KmsARN": arn}
    client.create_security_policy(type="encryption", name="exact", policy=json.dumps(exact))
    assert client.create_collection(name="handbook")["createCollectionDetail"]["kmsKeyArn"] == arn
    assert client.create_collection(name="handrail")["createCollectionDetail"]["kmsKeyArn"] == "auto"


def test_collections_are_got_by_id_or_by_name(client: Any, collection: str, code: Any) -> None:
    (found,) = client.batch_get_collection(ids=[collection])["collectionDetails"]
    assert found["status"] == "ACTIVE"
    assert found["collectionEndpoint"] == f"https://{collection}.us-east-1.aoss.amazonaws.com"
    answer = client.batch_get_collection(names=["handbook", "library"])
    assert answer["collectionDetails"] == [found]
    assert [error["name"] for error in answer["collectionErrorDetails"]] == ["library"]
    both = {"ids": [collection], "names": ["handbook"]}
    assert code(client.batch_get_collection, **both) == "ValidationException"
    (listed,) = client.list_collections(collectionFilters={"name": "handbook"})["collectionSummaries"]
    assert listed["id"] == collection
    assert client.list_collections(collectionFilters={"status": "FAILED"})["collectionSummaries"] == []


def test_protection_keeps_a_collection(client: Any, collection: str, code: Any) -> None:
    client.update_collection(id=collection, deletionProtection="ENABLED")
    assert code(client.delete_collection, id=collection) == "ConflictException"
    client.update_collection(id=collection, deletionProtection="DISABLED")
    client.delete_collection(id=collection)
    assert client.batch_get_collection(ids=[collection])["collectionDetails"] == []


def test_a_policy_changes_only_from_its_newest_version(client: Any, code: Any) -> None:
    made = client.create_security_policy(**KEY, policy=json.dumps(ENCRYPTION))["securityPolicyDetail"]
    assert made["policy"] == ENCRYPTION
    assert base64.b64decode(made["policyVersion"]).decode().endswith("_1")
    wider = json.dumps({**ENCRYPTION, "Rules": [{**RULE, "Resource": ["collection/*"]}]})
    key = {**KEY, "policyVersion": made["policyVersion"]}
    assert code(client.update_security_policy, **key, policy=json.dumps(ENCRYPTION)) == "ValidationException"
    changed = client.update_security_policy(**key, policy=wider)["securityPolicyDetail"]
    assert changed["policyVersion"] != made["policyVersion"]
    assert code(client.update_security_policy, **key, description="x") == "ValidationException"
    client.delete_security_policy(**KEY)
    assert code(client.get_security_policy, **KEY) == "ResourceNotFoundException"


def test_each_type_has_names_of_its_own(client: Any, code: Any) -> None:
    client.create_security_policy(**KEY, policy=json.dumps(ENCRYPTION))
    client.create_security_policy(type="network", name="handbook", policy=json.dumps(NETWORK))
    assert code(client.create_security_policy, **KEY, policy=json.dumps(ENCRYPTION)) == "ConflictException"
    assert len(client.list_security_policies(type="network")["securityPolicySummaries"]) == 1
    about = {"type": "encryption", "resource": ["collection/handbook"]}
    assert len(client.list_security_policies(**about)["securityPolicySummaries"]) == 1
    about["resource"] = ["collection/library"]
    assert client.list_security_policies(**about)["securityPolicySummaries"] == []


@pytest.mark.parametrize(
    ("kind", "policy"),
    [
        ("encryption", [ENCRYPTION]),
        ("encryption", {"Rules": [RULE]}),
        ("encryption", {"Rules": [{**RULE, "Resource": ["handbook"]}], "AWSOwnedKey": True}),
        ("network", NETWORK[0]),
        ("network", [{**NETWORK[0], "Public": True}]),
        ("network", [{"AllowFromPublic": True}]),
    ],
)
def test_what_is_no_policy(client: Any, code: Any, kind: str, policy: Any) -> None:
    refused = code(client.create_security_policy, type=kind, name="bad", policy=json.dumps(policy))
    assert refused == "ValidationException"


def test_access_policies_say_who_may_do_what(client: Any, code: Any) -> None:
    rule = {"ResourceType": "index", "Resource": ["index/handbook/*"], "Permission": ["aoss:*"]}
    for bad in ([{"Rules": [rule]}], [{"Rules": [{**rule, "Permission": []}], "Principal": ["arn"]}]):
        made = code(client.create_access_policy, type="data", name="bad", policy=json.dumps(bad))
        assert made == "ValidationException"
    good = [{"Rules": [rule], "Principal": ["arn:aws:iam::123456789012:role/reader"]}]
    client.create_access_policy(type="data", name="good", policy=json.dumps(good))
    assert client.get_access_policy(type="data", name="good")["accessPolicyDetail"]["policy"] == good


def test_indexes_are_only_added_to(client: Any, collection: str, code: Any) -> None:
    key = {"id": collection, "indexName": "vectors"}
    vector = {"type": "knn_vector", "dimension": 8}
    client.create_index(**key, indexSchema={"mappings": {"properties": {"vector": vector}}})
    client.update_index(**key, indexSchema={"mappings": {"properties": {"text": {"type": "text"}}}})
    found = client.get_index(**key)["indexSchema"]["mappings"]["properties"]
    assert found == {"vector": vector, "text": {"type": "text"}}
    other = {"mappings": {"properties": {"vector": {**vector, "dimension": 9}}}}
    assert code(client.update_index, **key, indexSchema=other) == "ValidationException"
    client.delete_index(**key)
    assert code(client.get_index, **key) == "ResourceNotFoundException"
