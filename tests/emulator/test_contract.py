"""Every type that is ours, as one table: its life through boto3, and requests that AWS refuses."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

from tests.emulator.conftest import PINECONE
from tests.emulator.requests import violations

Params = dict[str, Any]
AGENTCORE, BEDROCK, SEARCH = "bedrock-agentcore-control", "bedrock-agent", "opensearch"
MODEL = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
EMBEDDING = {"type": "VECTOR", "vectorKnowledgeBaseConfiguration": {"embeddingModelArn": MODEL}}
CLUSTER = {"InstanceType": "t3.small.search", "InstanceCount": 2, "ZoneAwarenessEnabled": True}


def image(tag: int) -> Params:
    return {"containerConfiguration": {"containerUri": f"123456789012.dkr.ecr.us-east-1.amazonaws.com/agent:{tag}"}}


def mcp_server(host: str) -> Params:
    return {"mcp": {"mcpServer": {"endpoint": f"https://{host}/mcp"}}}


def schema(**fields: str) -> Params:
    return {"mappings": {"properties": {name: {"type": kind} for name, kind in fields.items()}}}


@dataclass(frozen=True)
class Case:
    """One type: operations, requests, and where answers hold what is looked for."""

    noun: str
    service: str
    create: Callable[[Any], Params]
    update: Callable[[Any], Params]
    """Members of the update request, and what the next read must show."""
    key: Callable[[Params, Any], Params]
    """From the create answer: the members that address the resource in read, update and delete."""
    read: str
    listing: str
    wrapper: str = ""
    updates: str = ""
    status: str = "READY"
    arn: str = ""
    tag: tuple[str, str, str] = ("TagResource", "UntagResource", "ListTagsForResource")
    missing: str = "ResourceNotFoundException"
    duplicate: str = "ConflictException"
    parent: Callable[[Any], Params] = field(default=lambda world: {})
    absent: Params = field(default_factory=dict)
    """An id of the right form that no resource has."""
    renamed: tuple[str, ...] = ()
    """Members that answers show in another form."""


CASES = [
    Case(
        "AgentRuntime",
        AGENTCORE,
        create=lambda world: {
            "agentRuntimeName": "case_agent",
            "agentRuntimeArtifact": image(1),
            "roleArn": world.role,
            "networkConfiguration": {"networkMode": "PUBLIC"},
            "protocolConfiguration": {"serverProtocol": "MCP"},
            "lifecycleConfiguration": {"idleRuntimeSessionTimeout": 600, "maxLifetime": 3600},
            "environmentVariables": {"LOG_LEVEL": "info"},
            "description": "first",
        },
        update=lambda world: {"agentRuntimeArtifact": image(2), "roleArn": world.role, "description": "second"},
        key=lambda made, world: {"agentRuntimeId": made["agentRuntimeId"]},
        read="GetAgentRuntime",
        listing="ListAgentRuntimes",
        arn="agentRuntimeArn",
        absent={"agentRuntimeId": "agent-0000000000"},
    ),
    Case(
        "AgentRuntimeEndpoint",
        AGENTCORE,
        create=lambda world: {"name": "production", "agentRuntimeVersion": "1", "description": "first"},
        update=lambda world: {"description": "second"},
        key=lambda made, world: {"agentRuntimeId": world.runtime["agentRuntimeId"], "endpointName": "production"},
        read="GetAgentRuntimeEndpoint",
        listing="ListAgentRuntimeEndpoints",
        arn="agentRuntimeEndpointArn",
        parent=lambda world: {"agentRuntimeId": world.runtime["agentRuntimeId"]},
        absent={"endpointName": "nothing"},
        renamed=("agentRuntimeVersion",),
    ),
    Case(
        "Memory",
        AGENTCORE,
        create=lambda world: {
            "name": "case_memory",
            "eventExpiryDuration": 30,
            "description": "first",
            "memoryStrategies": [{"semanticMemoryStrategy": {"name": "facts", "namespaces": ["/facts/{actorId}"]}}],
        },
        update=lambda world: {"eventExpiryDuration": 60, "description": "second"},
        key=lambda made, world: {"memoryId": made["memory"]["id"]},
        read="GetMemory",
        listing="ListMemories",
        wrapper="memory",
        status="ACTIVE",
        arn="arn",
        absent={"memoryId": "memory-0000000000"},
        renamed=("memoryStrategies",),
    ),
    Case(
        "Gateway",
        AGENTCORE,
        create=lambda world: {
            "name": "Case-Gateway",
            "roleArn": world.role,
            "authorizerType": "AWS_IAM",
            "protocolType": "MCP",
            "protocolConfiguration": {"mcp": {"searchType": "SEMANTIC"}},
            "description": "first",
        },
        update=lambda world: {
            "name": "Case-Gateway",
            "roleArn": world.role,
            "authorizerType": "AWS_IAM",
            "description": "second",
        },
        key=lambda made, world: {"gatewayIdentifier": made["gatewayId"]},
        read="GetGateway",
        listing="ListGateways",
        arn="gatewayArn",
        absent={"gatewayIdentifier": "gateway-0000000000"},
    ),
    Case(
        "GatewayTarget",
        AGENTCORE,
        create=lambda world: {
            "name": "case-target",
            "description": "first",
            "targetConfiguration": mcp_server("one.example.com"),
        },
        update=lambda world: {"name": "case-target", "targetConfiguration": mcp_server("two.example.com")},
        key=lambda made, world: {"gatewayIdentifier": world.gateway, "targetId": made["targetId"]},
        read="GetGatewayTarget",
        listing="ListGatewayTargets",
        parent=lambda world: {"gatewayIdentifier": world.gateway},
        absent={"targetId": "0000000000"},
    ),
    Case(
        "KnowledgeBase",
        BEDROCK,
        create=lambda world: {
            "name": "case-base",
            "description": "first",
            "roleArn": world.role,
            "knowledgeBaseConfiguration": EMBEDDING,
            "storageConfiguration": world.storage,
        },
        update=lambda world: {
            "name": "renamed-base",
            "roleArn": world.role,
            "knowledgeBaseConfiguration": EMBEDDING,
            "storageConfiguration": world.storage,
        },
        key=lambda made, world: {"knowledgeBaseId": made["knowledgeBase"]["knowledgeBaseId"]},
        read="GetKnowledgeBase",
        listing="ListKnowledgeBases",
        wrapper="knowledgeBase",
        status="ACTIVE",
        arn="knowledgeBaseArn",
        absent={"knowledgeBaseId": "0000000000"},
    ),
    Case(
        "DataSource",
        BEDROCK,
        create=lambda world: {
            "name": "case-source",
            "dataSourceConfiguration": {
                "type": "S3",
                "s3Configuration": {"bucketArn": "arn:aws:s3:::documents", "inclusionPrefixes": ["a/"]},
            },
            "vectorIngestionConfiguration": {"chunkingConfiguration": {"chunkingStrategy": "NONE"}},
        },
        update=lambda world: {
            "name": "case-source",
            "description": "second",
            "dataDeletionPolicy": "RETAIN",
            "dataSourceConfiguration": {
                "type": "S3",
                "s3Configuration": {"bucketArn": "arn:aws:s3:::documents", "inclusionPrefixes": ["b/"]},
            },
            "vectorIngestionConfiguration": {"chunkingConfiguration": {"chunkingStrategy": "NONE"}},
        },
        key=lambda made, world: {
            "knowledgeBaseId": world.knowledge_base,
            "dataSourceId": made["dataSource"]["dataSourceId"],
        },
        read="GetDataSource",
        listing="ListDataSources",
        wrapper="dataSource",
        status="AVAILABLE",
        parent=lambda world: {"knowledgeBaseId": world.knowledge_base},
        absent={"dataSourceId": "0000000000"},
    ),
    Case(
        "Domain",
        SEARCH,
        create=lambda world: {
            "DomainName": "case-domain",
            "EngineVersion": "OpenSearch_2.19",
            "ClusterConfig": CLUSTER,
            "EBSOptions": {"EBSEnabled": True, "VolumeType": "gp3", "VolumeSize": 20},
            "DomainEndpointOptions": {"EnforceHTTPS": True, "TLSSecurityPolicy": "Policy-Min-TLS-1-2-PFS-2023-10"},
        },
        update=lambda world: {"EBSOptions": {"VolumeSize": 30}},
        key=lambda made, world: {"DomainName": "case-domain"},
        read="DescribeDomain",
        updates="UpdateDomainConfig",
        listing="ListDomainNames",
        wrapper="DomainStatus",
        status="Active",
        arn="ARN",
        tag=("AddTags", "RemoveTags", "ListTags"),
        duplicate="ResourceAlreadyExistsException",
        absent={"DomainName": "nothing"},
    ),
    Case(
        "Index",
        SEARCH,
        create=lambda world: {"IndexName": "case-index", "IndexSchema": schema(title="text")},
        update=lambda world: {"IndexSchema": schema(author="keyword")},
        key=lambda made, world: {"DomainName": world.domain["DomainName"], "IndexName": "case-index"},
        read="GetIndex",
        listing="",
        status="",
        duplicate="ResourceAlreadyExistsException",
        parent=lambda world: {"DomainName": world.domain["DomainName"]},
        absent={"IndexName": "nothing"},
        renamed=("IndexName",),
    ),
]
NAMES = [case.noun for case in CASES]


def call(client: Any, operation: str, params: Params) -> Params:
    answer: Params = getattr(client, xform_name(operation))(**params)
    return answer


def error(client: Any, operation: str, params: Params) -> str:
    with pytest.raises(ClientError) as caught:
        call(client, operation, params)
    return str(caught.value.response["Error"]["Code"])


def contains(whole: Any, part: Any) -> bool:
    """Whether the answer shows what was asked for; it may show more."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(contains(whole.get(name), value) for name, value in part.items())
    return bool(whole == part)


def tags_of(answer: Params) -> dict[str, str]:
    found = answer.get("tags", answer.get("TagList"))
    return found if isinstance(found, dict) else {tag["Key"]: tag["Value"] for tag in found or []}


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_life(case: Case, world: Any) -> None:
    client = world.cloud.client(case.service)
    wanted = case.create(world)
    made = call(client, f"Create{case.noun}", {**case.parent(world), **wanted})
    key = case.key(made, world)

    first = read(client, case, key)
    assert contains(first, {name: wanted[name] for name in wanted if name not in case.renamed})

    change = case.update(world)
    call(client, case.updates or f"Update{case.noun}", {**key, **change})
    second = read(client, case, key)
    assert contains(second, change)
    if case.service != SEARCH:
        assert "description" not in second or second["description"] == change.get("description")

    if case.listing:
        assert listed(client, case, world, key)
    call(client, f"Delete{case.noun}", key)
    assert error(client, case.read, key) == case.missing
    if case.listing:
        assert not listed(client, case, world, key)


def read(client: Any, case: Case, key: Params) -> Params:
    answer = call(client, case.read, key)
    found = answer[case.wrapper] if case.wrapper else answer
    if case.status:
        assert (found.get("status") or found["DomainProcessingStatus"]) == case.status
    return dict(found)


def listed(client: Any, case: Case, world: Any, key: Params) -> list[Params]:
    """The list's items that are about the resource."""
    answer = call(client, case.listing, case.parent(world))
    items = next(value for value in answer.values() if isinstance(value, list))
    wanted = set(key.values()) - set(case.parent(world).values())
    return [item for item in items if wanted & {value for value in item.values() if isinstance(value, str)}]


@pytest.mark.parametrize("case", [case for case in CASES if case.arn], ids=lambda case: case.noun)
def test_tags(case: Case, world: Any) -> None:
    client = world.cloud.client(case.service)
    is_list = case.service == SEARCH
    first = {"TagList": [{"Key": "team", "Value": "a"}]} if is_list else {"tags": {"team": "a"}}
    made = call(client, f"Create{case.noun}", {**case.parent(world), **case.create(world), **first})
    arn = read(client, case, case.key(made, world))[case.arn]
    address = {"ARN": arn} if is_list else {"resourceArn": arn}
    tag, untag, show = case.tag
    assert tags_of(call(client, show, address)) == {"team": "a"}

    more = {"TagList": [{"Key": "stage", "Value": "b"}]} if is_list else {"tags": {"stage": "b"}}
    call(client, tag, {**address, **more})
    assert tags_of(call(client, show, address)) == {"team": "a", "stage": "b"}

    call(client, untag, {**address, ("TagKeys" if is_list else "tagKeys"): ["team"]})
    assert tags_of(call(client, show, address)) == {"stage": "b"}

    absent = re.sub(r"[0-9A-Za-z]{6}$", "000000", arn)
    nothing = {"ARN": absent} if is_list else {"resourceArn": absent}
    assert error(client, show, nothing) == "ResourceNotFoundException"


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_what_the_model_forbids_is_refused(case: Case, world: Any) -> None:
    client = world.cloud.client(case.service, check=False)
    operation = f"Create{case.noun}"
    valid = {**case.parent(world), **case.create(world)}
    found = list(violations(client.meta.service_model.operation_model(operation).input_shape, valid))
    assert len(found) >= 2
    codes = {label: error(client, operation, params) for label, params in found}
    assert codes == dict.fromkeys(codes, "ValidationException")
    call(client, operation, valid)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_unknown_and_duplicate_are_refused(case: Case, world: Any) -> None:
    client = world.cloud.client(case.service)
    wanted = {**case.parent(world), **case.create(world)}
    key = case.key(call(client, f"Create{case.noun}", wanted), world)
    assert error(client, f"Create{case.noun}", wanted) == case.duplicate
    for operation in (case.read, f"Delete{case.noun}"):
        assert error(client, operation, {**key, **case.absent}) == case.missing
    change = {**key, **case.update(world), **case.absent}
    assert error(client, case.updates or f"Update{case.noun}", change) == case.missing


WITH_TOKEN = [case for case in CASES if case.service != SEARCH]


@pytest.mark.parametrize("case", WITH_TOKEN, ids=lambda case: case.noun)
def test_a_client_token_makes_a_retry_safe(case: Case, world: Any) -> None:
    client = world.cloud.client(case.service)
    wanted = {**case.parent(world), **case.create(world), "clientToken": "0123456789abcdef0123456789abcdef0"}
    operation = f"Create{case.noun}"
    first, again = call(client, operation, wanted), call(client, operation, wanted)
    assert case.key(first, world) == case.key(again, world)
    assert error(client, operation, {**wanted, "description": "another"}) == "ConflictException"


def test_pages(world: Any) -> None:
    client = world.cloud.client(BEDROCK)
    for number in range(5):
        client.create_knowledge_base(
            name=f"base-{number}",
            roleArn=world.role,
            knowledgeBaseConfiguration=EMBEDDING,
            storageConfiguration=PINECONE,
        )
    pages = list(client.get_paginator("list_knowledge_bases").paginate(PaginationConfig={"PageSize": 2}))
    assert [len(page["knowledgeBaseSummaries"]) for page in pages] == [2, 2, 1]
    names = [item["name"] for page in pages for item in page["knowledgeBaseSummaries"]]
    assert names == [f"base-{number}" for number in range(5)]
    assert error(client, "ListKnowledgeBases", {"nextToken": "rubbish"}) == "ValidationException"


def test_a_wrong_type_is_refused(world: Any) -> None:
    client = world.cloud.client(AGENTCORE, check=False)
    params = {"name": "memory", "eventExpiryDuration": "thirty"}
    assert error(client, "CreateMemory", params) == "SerializationException"


def test_regions_and_accounts_are_worlds_of_their_own(world: Any) -> None:
    world.cloud.client(AGENTCORE).create_memory(name="memory", eventExpiryDuration=30)
    assert world.cloud.client(AGENTCORE, region="eu-central-1").list_memories()["memories"] == []
    assert len(world.cloud.client(AGENTCORE, key="AKIA0000000000000000").list_memories()["memories"]) == 1
