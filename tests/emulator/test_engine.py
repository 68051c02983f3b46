"""What all types that are ours have in common, and no contract says: pages, tokens, types, regions and accounts."""

from typing import Any

from tests.emulator.conftest import PINECONE, VECTOR

CONTROL = "bedrock-agentcore-control"


def test_pages(world: Any, code: Any) -> None:
    client = world.cloud.client("bedrock-agent")
    for number in range(5):
        client.create_knowledge_base(
            name=f"base-{number}",
            roleArn=world.role,
            knowledgeBaseConfiguration=VECTOR,
            storageConfiguration=PINECONE,
        )
    pages = list(client.get_paginator("list_knowledge_bases").paginate(PaginationConfig={"PageSize": 2}))
    assert [len(page["knowledgeBaseSummaries"]) for page in pages] == [2, 2, 1]
    names = [item["name"] for page in pages for item in page["knowledgeBaseSummaries"]]
    assert names == [f"base-{number}" for number in range(5)]
    assert code(client.list_knowledge_bases, nextToken="rubbish") == "ValidationException"


def test_a_client_token_is_for_one_request(world: Any, code: Any) -> None:
    create = world.cloud.client(CONTROL).create_memory
    request = {"name": "memory", "eventExpiryDuration": 30, "clientToken": "0123456789abcdef0123456789abcdef0"}
    create(**request)
    assert code(create, **{**request, "description": "another"}) == "ConflictException"


def test_a_wrong_type_is_refused(world: Any, code: Any) -> None:
    client = world.cloud.client(CONTROL, check=False)
    assert code(client.create_memory, name="memory", eventExpiryDuration="thirty") == "SerializationException"


def test_what_the_query_lacks_is_told(world: Any, code: Any) -> None:
    client = world.cloud.client("bedrock-agent", check=False)
    arn = "arn:aws:bedrock:us-east-1:123456789012:prompt/0123456789"
    assert code(client.untag_resource, resourceArn=arn) == "ValidationException"


def test_regions_and_accounts_are_worlds_of_their_own(world: Any) -> None:
    world.cloud.client(CONTROL).create_memory(name="memory", eventExpiryDuration=30)
    assert world.cloud.client(CONTROL, region="eu-central-1").list_memories()["memories"] == []
    assert len(world.cloud.client(CONTROL, key="AKIA0000000000000000").list_memories()["memories"]) == 1


def test_versions_come_in_pages_as_well(cloud: Any) -> None:
    client = cloud.client("bedrock")
    made = client.create_guardrail(name="words", blockedInputMessaging="no", blockedOutputsMessaging="no")
    key = {"guardrailIdentifier": made["guardrailId"]}
    for _number in range(2):
        client.create_guardrail_version(**key)
        client.get_guardrail(**key)
    pages = client.get_paginator("list_guardrails").paginate(**key, PaginationConfig={"PageSize": 1})
    assert [[item["version"] for item in page["guardrails"]] for page in pages] == [["DRAFT"], ["1"], ["2"]]
