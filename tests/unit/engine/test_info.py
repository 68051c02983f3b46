"""Listing what there is of a type of resource."""

from dataclasses import replace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.context import Context
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import list_resources
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import (
    ByKey,
    ByList,
    Facet,
    Resource,
)
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging

from tests.unit.engine.stand_ins import Module, own_options
from tests.unit.engine.test_lookup import AGENT, MEMORY, NOW, SOURCE, base, entry, memory, summary

BASE = Resource(
    service=AGENT,
    noun="KnowledgeBase",
    returns="knowledge_base",
    find=ByList(match={"name": "name"}),
    tagging=Tagging(target={"resourceArn": "knowledgeBaseArn"}),
)
IDENTITY = Resource(
    service="bedrock-agentcore-control",
    noun="WorkloadIdentity",
    returns="workload_identity",
    plural="workload_identities",
    find=ByKey(),
    listing="ListWorkloadIdentities",
)
VECTORS = Resource(
    service="s3vectors",
    noun="VectorBucket",
    returns="vector_bucket",
    find=ByKey(),
    ids={"vectorBucketName": "vectorBucketName"},
    renames={"name": "vectorBucketName"},
)


@pytest.fixture
def listed():
    """(resource, options) -> the resources that its info module returns."""

    def run(resource, options):
        context = Context(Module(options), resource, own_options(options))
        return list_resources(context)[resource.several]

    return run


def identity(name):
    arn = f"arn:aws:bedrock-agentcore:eu-central-1:111122223333:workload-identity/{name}"
    return {"name": name, "workloadIdentityArn": arn}


def read_identity(name):
    return {**identity(name), "createdTime": NOW, "lastUpdatedTime": NOW}


def test_reads_what_is_listed_in_its_order(service, listed):
    stub = service(AGENT)
    stub.answers("list_knowledge_bases", {"knowledgeBaseSummaries": [summary("BBBBBBBBBB", "one")]})
    stub.answers("get_knowledge_base", base("BBBBBBBBBB", "one"), knowledgeBaseId="BBBBBBBBBB")
    (found,) = listed(BASE, {})
    assert (found["knowledge_base_id"], found["role_arn"]) == ("BBBBBBBBBB", "arn:aws:iam::111122223333:role/reader")
    assert "tags" not in found


def test_reads_only_what_has_the_name(service, listed):
    stub = service(AGENT)
    summaries = [summary("AAAAAAAAAA", "other"), summary("BBBBBBBBBB", "one")]
    stub.answers("list_knowledge_bases", {"knowledgeBaseSummaries": summaries})
    stub.answers("get_knowledge_base", base("BBBBBBBBBB", "one"), knowledgeBaseId="BBBBBBBBBB")
    assert [found["name"] for found in listed(BASE, {"name": "one"})] == ["one"]


def test_leaves_out_what_has_other_tags_or_none(service, listed):
    stub = service(AGENT)
    stub.answers("list_knowledge_bases", {"knowledgeBaseSummaries": [summary("BBBBBBBBBB", "one")]})
    stub.answers("get_knowledge_base", base("BBBBBBBBBB", "one"), knowledgeBaseId="BBBBBBBBBB")
    arn = base("BBBBBBBBBB", "one")["knowledgeBase"]["knowledgeBaseArn"]
    stub.answers("list_tags_for_resource", {"tags": {"team": "a"}}, resourceArn=arn)
    assert listed(BASE, {"tags": {"team": "b"}}) == []


def test_returns_tags_that_were_asked_for(service, listed):
    stub = service(AGENT)
    stub.answers("list_knowledge_bases", {"knowledgeBaseSummaries": [summary("BBBBBBBBBB", "one")]})
    stub.answers("get_knowledge_base", base("BBBBBBBBBB", "one"), knowledgeBaseId="BBBBBBBBBB")
    arn = base("BBBBBBBBBB", "one")["knowledgeBase"]["knowledgeBaseArn"]
    stub.answers("list_tags_for_resource", {"tags": {"team": "a", "stage": "x"}}, resourceArn=arn)
    (found,) = listed(BASE, {"tags": {"team": "a"}})
    assert found["tags"] == {"team": "a", "stage": "x"}


def test_names_that_a_list_does_not_tell_are_compared_when_read(service, listed):
    stub = service("bedrock-agentcore-control")
    stub.answers("list_memories", {"memories": [entry("notes-1234567890"), entry("other-123456789")]})
    stub.answers("get_memory", memory("notes-1234567890", "notes"), memoryId="notes-1234567890")
    (found,) = listed(MEMORY, {"name": "notes"})
    assert found["id"] == "notes-1234567890"


def test_a_key_is_read_without_a_list(service, listed):
    service("bedrock-agentcore-control").answers("get_workload_identity", read_identity("agent"), name="agent")
    assert [found["name"] for found in listed(IDENTITY, {"name": "agent"})] == ["agent"]


def test_nothing_under_the_key_is_an_empty_list(service, listed):
    service("bedrock-agentcore-control").fails("get_workload_identity", "ResourceNotFoundException", name="agent")
    assert listed(IDENTITY, {"name": "agent"}) == []


def test_what_is_found_by_key_can_be_listed(service, listed):
    stub = service("bedrock-agentcore-control")
    stub.answers("list_workload_identities", {"workloadIdentities": [identity("agent")]})
    stub.answers("get_workload_identity", read_identity("agent"), name="agent")
    assert [found["name"] for found in listed(IDENTITY, {})] == ["agent"]


def test_a_key_that_reading_does_not_require_is_one_all_the_same(service, listed):
    bucket = {"vectorBucketName": "vectors", "vectorBucketArn": "arn:aws:s3vectors:eu-central-1:1:bucket/vectors"}
    stub = service("s3vectors")
    stub.answers("list_vector_buckets", {"vectorBuckets": [{**bucket, "creationTime": NOW}]})
    stub.answers("get_vector_bucket", {"vectorBucket": {**bucket, "creationTime": NOW}}, vectorBucketName="vectors")
    assert [found["vector_bucket_name"] for found in listed(VECTORS, {})] == ["vectors"]


def test_entries_are_enough_for_an_api_without_a_reading_operation(service, listed):
    documents = Resource(
        service=AGENT,
        noun="KnowledgeBaseDocuments",
        returns="documents",
        plural="documents",
        find=ByList(),
        read="",
        listing="ListKnowledgeBaseDocuments",
        parents=("knowledgeBaseId", "dataSourceId"),
    )
    place = {"knowledgeBaseId": "AAAAAAAAAA", "dataSourceId": "BBBBBBBBBB"}
    entry = {**place, "status": "INDEXED", "identifier": {"dataSourceType": "CUSTOM", "custom": {"id": "one"}}}
    service(AGENT).answers("list_knowledge_base_documents", {"documentDetails": [entry]}, **place)
    (found,) = listed(documents, {"knowledge_base_id": "AAAAAAAAAA", "data_source_id": "BBBBBBBBBB"})
    assert found["identifier"]["custom"] == {"id": "one"}


def test_an_unknown_parent_is_an_error(service, listed):
    stub = service(AGENT)
    stub.fails("list_data_sources", "ResourceNotFoundException", "no such knowledge base", knowledgeBaseId="AAAAAAAAAA")
    with pytest.raises(EngineError, match="ResourceNotFoundException: no such knowledge base"):
        listed(SOURCE, {"knowledge_base_id": "AAAAAAAAAA"})


def test_tells_the_parts_that_are_listed(service, listed):
    stub = service("bedrock-agentcore-control")
    stub.answers("get_workload_identity", read_identity("one"), name="one")
    facets = (
        Facet("size", lambda _context, live: len(live["name"]), lambda *_given: None, listed=True),
        Facet("colour", lambda _context, _live: "green", lambda *_given: None),
    )
    found = listed(replace(IDENTITY, facets=facets), {"name": "one"})
    assert [entry.get("size") for entry in found] == [3]
    assert "colour" not in found[0]


def test_a_list_of_bare_ids_is_read(service, listed):
    stub = service("guardduty")
    stub.answers("list_detectors", {"DetectorIds": ["a"]})
    told = {"ServiceRole": "arn:aws:iam::111122223333:role/r", "Status": "ENABLED"}
    stub.answers("get_detector", told, DetectorId="a")
    detector = Resource("guardduty", "Detector", "detector", find=ByList(), ids={"DetectorId": "DetectorId"})
    assert [entry["detector_id"] for entry in listed(detector, {})] == ["a"]
