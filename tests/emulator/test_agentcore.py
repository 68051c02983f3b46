"""AgentCore: versions and endpoints of runtimes, strategies of memories, gateways and their targets."""

from typing import Any

import pytest

SERVICE = "bedrock-agentcore-control"
ROLE = "arn:aws:iam::123456789012:role/nobody"


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client(SERVICE)


def image(tag: int) -> dict[str, Any]:
    return {"containerConfiguration": {"containerUri": f"123456789012.dkr.ecr.us-east-1.amazonaws.com/agent:{tag}"}}


def update(client: Any, world: Any, tag: int, **more: Any) -> Any:
    return client.update_agent_runtime(
        agentRuntimeId=world.runtime["agentRuntimeId"], agentRuntimeArtifact=image(tag), roleArn=world.role, **more
    )


def test_every_update_is_a_version(client: Any, world: Any, code: Any) -> None:
    key = {"agentRuntimeId": world.runtime["agentRuntimeId"]}
    update(client, world, 2, description="two", environmentVariables={"A": "1"})
    update(client, world, 3)
    newest = client.get_agent_runtime(**key)
    assert newest["agentRuntimeVersion"] == "3"
    assert newest["agentRuntimeArtifact"] == image(3)
    assert "environmentVariables" not in newest  # left out of the update: gone
    older = client.get_agent_runtime(**key, agentRuntimeVersion="2")
    assert (older["description"], older["environmentVariables"]) == ("two", {"A": "1"})
    versions = client.list_agent_runtime_versions(**key)["agentRuntimes"]
    assert [item["agentRuntimeVersion"] for item in versions] == ["1", "2", "3"]
    assert code(client.get_agent_runtime, **key, agentRuntimeVersion="9") == "ResourceNotFoundException"


def test_the_default_endpoint_follows_the_newest_version(client: Any, world: Any, code: Any) -> None:
    key = {"agentRuntimeId": world.runtime["agentRuntimeId"]}
    client.create_agent_runtime_endpoint(**key, name="stable", agentRuntimeVersion="1")
    update(client, world, 2)
    endpoints = {item["name"]: item for item in client.list_agent_runtime_endpoints(**key)["runtimeEndpoints"]}
    assert (endpoints["DEFAULT"]["liveVersion"], endpoints["stable"]["liveVersion"]) == ("2", "1")
    assert code(client.delete_agent_runtime_endpoint, **key, endpointName="DEFAULT") == "ConflictException"
    assert code(client.update_agent_runtime_endpoint, **key, endpointName="DEFAULT") == "ConflictException"
    assert code(client.delete_agent_runtime, **key) == "ConflictException"
    client.delete_agent_runtime_endpoint(**key, endpointName="stable")
    client.delete_agent_runtime(**key)
    assert code(client.list_agent_runtime_endpoints, **key) == "ResourceNotFoundException"


def test_one_version_can_go_unless_an_endpoint_uses_it(client: Any, world: Any, code: Any) -> None:
    key = {"agentRuntimeId": world.runtime["agentRuntimeId"]}
    update(client, world, 2)
    assert code(client.delete_agent_runtime, **key, agentRuntimeVersion="2") == "ConflictException"
    client.delete_agent_runtime(**key, agentRuntimeVersion="1")
    assert code(client.get_agent_runtime, **key, agentRuntimeVersion="1") == "ResourceNotFoundException"


def test_a_runtime_shows_what_aws_fills_in(client: Any, world: Any) -> None:
    found = client.get_agent_runtime(agentRuntimeId=world.runtime["agentRuntimeId"])
    assert found["agentRuntimeId"].startswith("agent-")
    assert len(found["agentRuntimeId"]) == len("agent-") + 10
    assert found["agentRuntimeArn"].endswith(f":runtime/{found['agentRuntimeId']}")
    assert found["lifecycleConfiguration"] == {"idleRuntimeSessionTimeout": 900, "maxLifetime": 28800}
    assert found["protocolConfiguration"] == {"serverProtocol": "HTTP"}


def test_what_a_runtime_needs_must_be_there(client: Any, world: Any, code: Any) -> None:
    base = {"agentRuntimeName": "agent", "agentRuntimeArtifact": image(1)}
    assert code(client.create_agent_runtime, **base, roleArn=ROLE) == "ValidationException"
    bundle = {"s3": {"bucket": world.bucket, "prefix": "agent.zip"}}
    artifact = {"codeConfiguration": {"code": bundle, "runtime": "PYTHON_3_13", "entryPoint": ["main.py"]}}
    wanted = {"agentRuntimeName": "agent", "agentRuntimeArtifact": artifact, "roleArn": world.role}
    assert code(client.create_agent_runtime, **wanted) == "ValidationException"
    world.cloud.client("s3").put_object(Bucket=world.bucket, Key="agent.zip", Body=b"zip")
    client.create_agent_runtime(**wanted)


def test_strategies_of_a_memory(client: Any, code: Any) -> None:
    override = {"appendToPrompt": "Be brief.", "modelId": "amazon.nova-lite-v1:0"}
    made = client.create_memory(
        name="memory",
        eventExpiryDuration=30,
        memoryStrategies=[
            {"semanticMemoryStrategy": {"name": "facts", "namespaces": ["/facts/{actorId}"]}},
            {"customMemoryStrategy": {
                "name": "own", "configuration": {"semanticOverride": {"extraction": override}},
            }},
        ],
    )["memory"]  # fmt: skip
    facts, own = made["strategies"]
    assert (facts["type"], facts["status"], facts["namespaces"]) == ("SEMANTIC", "CREATING", ["/facts/{actorId}"])
    assert facts["strategyId"].startswith("facts-")
    assert own["configuration"]["type"] == "SEMANTIC_OVERRIDE"
    extraction = own["configuration"]["extraction"]["customExtractionConfiguration"]
    assert extraction == {"semanticExtractionOverride": override}

    client.update_memory(
        memoryId=made["id"],
        memoryStrategies={
            "addMemoryStrategies": [{"summaryMemoryStrategy": {"name": "summary"}}],
            "modifyMemoryStrategies": [{"memoryStrategyId": facts["strategyId"], "description": "facts of a user"}],
            "deleteMemoryStrategies": [{"memoryStrategyId": own["strategyId"]}],
        },
    )
    found = client.get_memory(memoryId=made["id"])["memory"]["strategies"]
    assert [(item["name"], item["status"]) for item in found] == [("facts", "ACTIVE"), ("summary", "ACTIVE")]
    assert found[0]["description"] == "facts of a user"
    unknown = {"deleteMemoryStrategies": [{"memoryStrategyId": "none-0000000000"}]}
    assert code(client.update_memory, memoryId=made["id"], memoryStrategies=unknown) == "ValidationException"
    again = {"addMemoryStrategies": [{"semanticMemoryStrategy": {"name": "facts"}}]}
    assert code(client.update_memory, memoryId=made["id"], memoryStrategies=again) == "ValidationException"


def test_memories_are_listed_without_names(client: Any) -> None:
    client.create_memory(name="memory", eventExpiryDuration=30)
    (found,) = client.list_memories()["memories"]
    assert set(found) == {"arn", "id", "status", "createdAt", "updatedAt"}
    assert found["id"].startswith("memory-")


def test_a_gateway_with_targets_stays(client: Any, world: Any, code: Any) -> None:
    key = {"gatewayIdentifier": world.gateway}
    lambda_target = {
        "lambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:tool",
        "toolSchema": {"inlinePayload": [{"name": "t", "description": "d", "inputSchema": {"type": "object"}}]},
    }
    target = client.create_gateway_target(**key, name="tool", targetConfiguration={"mcp": {"lambda": lambda_target}})
    assert len(target["targetId"]) == 10
    assert code(client.delete_gateway, **key) == "ValidationException"
    client.delete_gateway_target(**key, targetId=target["targetId"])
    client.delete_gateway(**key)
    assert client.list_gateways()["items"] == []


def test_a_gateway_shows_its_url_and_keeps_its_name(client: Any, world: Any, code: Any) -> None:
    found = client.get_gateway(gatewayIdentifier=world.gateway)
    assert found["gatewayId"].startswith("tools-")
    assert found["gatewayUrl"] == f"{world.cloud.url}/_gateway/{world.gateway}/mcp"
    change = {"gatewayIdentifier": world.gateway, "roleArn": world.role, "authorizerType": "AWS_IAM"}
    assert code(client.update_gateway, **change, name="Other") == "ValidationException"
    change["authorizerType"] = "CUSTOM_JWT"
    assert code(client.update_gateway, **change, name="Tools") == "ValidationException"


def test_synchronising_targets(client: Any, world: Any) -> None:
    server = {"mcp": {"mcpServer": {"endpoint": "https://example.com/mcp"}}}
    key = {"gatewayIdentifier": world.gateway}
    target = client.create_gateway_target(**key, name="server", targetConfiguration=server)["targetId"]
    (running,) = client.synchronize_gateway_targets(**key, targetIdList=[target])["targets"]
    assert running["status"] == "SYNCHRONIZING"
    assert client.get_gateway_target(**key, targetId=target)["status"] == "READY"


def test_targets_can_not_be_tagged(cloud: Any, world: Any, code: Any) -> None:
    arn = f"arn:aws:bedrock-agentcore:us-east-1:123456789012:gateway/{world.gateway}/target/0000000000"
    client = cloud.client(SERVICE)
    assert code(client.list_tags_for_resource, resourceArn=arn) == "ResourceNotFoundException"
