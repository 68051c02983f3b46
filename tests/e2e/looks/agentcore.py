"""What the requirements say of the agent, its memory and its tools, asked of a deployed platform."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import quote

import pytest

from tests.e2e.journey import Target

SERVERS = ("postgres", "s3", "bedrock")
TOOLS = {
    "postgres___query",
    "postgres___describe",
    "s3___list_objects",
    "s3___read_object",
    "s3___write_object",
    "bedrock___search",
    "bedrock___ask",
}


def _outputs(target: Target, layer: str = "agentcore") -> dict[str, str]:
    path = f"/{target.prefix}/{target.environment}/outputs/{layer}/"
    pages = target.client("ssm").get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True)
    return {item["Name"].removeprefix(path): item["Value"] for page in pages for item in page["Parameters"]}


def _control(target: Target) -> Any:
    return target.client("bedrock-agentcore-control")


def _agent(target: Target) -> dict[str, Any]:
    return _control(target).get_agent_runtime(agentRuntimeId=_outputs(target)["agent_runtime_id"])


def _server(target: Target, name: str) -> dict[str, Any]:
    for one in _control(target).list_agent_runtimes()["agentRuntimes"]:
        if one["agentRuntimeName"].endswith(f"_mcp_{name}"):
            return _control(target).get_agent_runtime(agentRuntimeId=one["agentRuntimeId"])
    raise AssertionError(f"There is no server {name}")


def _gateway(target: Target) -> dict[str, Any]:
    return _control(target).get_gateway(gatewayIdentifier=_outputs(target)["gateway_id"])


def _statements(target: Target, role_arn: str) -> list[dict[str, Any]]:
    iam, name = target.client("iam"), role_arn.rpartition("/")[2]
    found = []
    for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]:
        found += iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]["Statement"]
    return found


def _actions(target: Target, role_arn: str) -> set[str]:
    given = [statement["Action"] for statement in _statements(target, role_arn)]
    return {action for actions in given for action in ([actions] if isinstance(actions, str) else actions)}


def _rpc(target: Target, method: str, authorization: str | None = "Bearer a-token", **params: Any) -> dict[str, Any]:
    """Ask the gateway. The local cloud wants a token to be there, and does not check it."""
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    headers = {"Authorization": authorization} if authorization else {}
    request = urllib.request.Request(_outputs(target)["gateway_url"], body, headers)
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.loads(answer.read())


def _call(target: Target, name: str, **arguments: Any) -> tuple[str, bool]:
    result = _rpc(target, "tools/call", name=name, arguments=arguments)["result"]
    return result["content"][0]["text"], result["isError"]


def the_agent_runs_python_code_with_the_tools_of_the_gateway(target: Target) -> None:
    """11.a 11.b 11.1.a"""
    agent = _agent(target)
    assert agent["status"] == "READY"
    assert agent["agentRuntimeArtifact"]["codeConfiguration"]["runtime"].startswith("PYTHON")
    told = agent["environmentVariables"]
    assert told["GATEWAY_URL"] == _outputs(target)["gateway_url"]
    assert told["MEMORY_ID"] == _outputs(target)["memory_id"]
    assert (told["CLIENT_ID"], told["USER_POOL_ID"]) == (
        _outputs(target, "auth")["backend_client_id"],
        _outputs(target, "auth")["user_pool_id"],
    )


def applications_call_an_endpoint_that_can_go_back(target: Target) -> None:
    """11.d"""
    agent = _agent(target)
    endpoint = _control(target).get_agent_runtime_endpoint(
        agentRuntimeId=agent["agentRuntimeId"], endpointName=_outputs(target)["agent_endpoint_name"]
    )
    assert (endpoint["status"], endpoint["liveVersion"]) == ("READY", agent["agentRuntimeVersion"])
    security = _outputs(target, "security")
    callers = [security["backend_task_role_arn"], security["frontend_task_role_arn"]]
    for role in callers:
        asked = [one for one in _statements(target, role) if "bedrock-agentcore:InvokeAgentRuntime" in one["Action"]]
        assert [one["Resource"].split("/")[-1] for one in asked] == [f"{agent['agentRuntimeName']}-*"]
    policy = json.loads(_control(target).get_resource_policy(resourceArn=agent["agentRuntimeArn"])["policy"])
    (refusal,) = policy["Statement"]
    assert (refusal["Effect"], refusal["Principal"]) == ("Deny", "*")
    assert refusal["Condition"] == {"ArnNotLike": {"aws:PrincipalArn": callers}}


def each_server_has_a_role_for_its_own_tools_only(target: Target) -> None:
    """11.1.c"""
    own = {"postgres": "rds-data:ExecuteStatement", "s3": "s3:PutObject", "bedrock": "bedrock:Retrieve"}
    roles = {name: _server(target, name)["roleArn"] for name in SERVERS}
    assert len({*roles.values(), _agent(target)["roleArn"], _gateway(target)["roleArn"]}) == 5
    for name, role in roles.items():
        actions = _actions(target, role)
        assert {one for one in own.values() if one in actions} == {own[name]}
        assert not [action for action in actions if "*" in action]


def runtimes_are_in_the_private_subnets(target: Target) -> None:
    """11.1.d"""
    network, security = _outputs(target, "network"), _outputs(target, "security")
    for runtime in (_agent(target), *(_server(target, name) for name in SERVERS)):
        assert runtime["networkConfiguration"]["networkMode"] == "VPC"
        inside = runtime["networkConfiguration"]["networkModeConfig"]
        assert sorted(inside["subnets"]) == sorted(network["private_app_subnet_ids"].split(","))
        assert inside["securityGroups"] == [security["agentcore_group_id"]]


def the_memory_keeps_events_for_thirty_days_and_learns_from_them(target: Target) -> None:
    """11.c 11.2.a"""
    memory = _control(target).get_memory(memoryId=_outputs(target)["memory_id"])["memory"]
    assert memory["eventExpiryDuration"] == 30
    assert memory["encryptionKeyArn"] == _outputs(target, "security")["agentcore_key_arn"]
    kinds = {one["type"]: one["status"] for one in memory["strategies"]}
    assert kinds == {"SEMANTIC": "ACTIVE", "USER_PREFERENCE": "ACTIVE", "SUMMARIZATION": "ACTIVE"}


def logs_and_traces_are_delivered(target: Target) -> None:
    """11.c 11.2.b 11.2.c"""
    logs, outputs = target.client("logs"), _outputs(target)
    sources = {one["name"]: one for one in logs.describe_delivery_sources()["deliverySources"]}
    seen = {
        (*sources[one["deliverySourceName"]]["resourceArns"], sources[one["deliverySourceName"]]["logType"])
        for one in logs.describe_deliveries()["deliveries"]
    }
    observed = [outputs["agent_runtime_arn"], outputs["memory_arn"], outputs["gateway_arn"]]
    observed += [_server(target, name)["agentRuntimeArn"] for name in SERVERS]
    for arn in observed:
        assert {(arn, "APPLICATION_LOGS"), (arn, "TRACES")} <= seen
    assert (outputs["agent_runtime_arn"], "USAGE_LOGS") in seen
    destinations = {
        one["deliveryDestinationType"]: one for one in logs.describe_delivery_destinations()["deliveryDestinations"]
    }
    assert set(destinations) == {"CWL", "XRAY"}
    place = destinations["CWL"]["deliveryDestinationConfiguration"]["destinationResourceArn"]
    assert place.endswith(f":log-group:{outputs['log_group']}")
    group = logs.describe_log_groups(logGroupNamePrefix=outputs["log_group"])["logGroups"][0]
    assert group["retentionInDays"] == 30
    assert group["kmsKeyId"] == _outputs(target, "security")["logs_key_arn"]


def sessions_end_and_are_kept_apart(target: Target) -> None:
    """11.2.d"""
    for runtime in (_agent(target), *(_server(target, name) for name in SERVERS)):
        assert runtime["lifecycleConfiguration"] == {"idleRuntimeSessionTimeout": 900, "maxLifetime": 28800}
    memory = _control(target).get_memory(memoryId=_outputs(target)["memory_id"])["memory"]
    spaces = {one["name"]: one["namespaces"] for one in memory["strategies"]}
    assert spaces["summaries"] == ["/summaries/{actorId}/{sessionId}/"]
    assert all("{actorId}" in space for given in spaces.values() for space in given)
    assert _gateway(target)["protocolConfiguration"]["mcp"]["sessionConfiguration"]["sessionTimeoutInSeconds"] == 3600


def the_gateway_leads_to_the_three_servers(target: Target) -> None:
    """11.3.a 11.3.b 11.3.c"""
    gateway = {"gatewayIdentifier": _outputs(target)["gateway_id"]}
    found = {one["name"]: one for one in _control(target).list_gateway_targets(**gateway)["items"]}
    assert set(found) == set(SERVERS)
    for name, one in found.items():
        about = _control(target).get_gateway_target(**gateway, targetId=one["targetId"])
        where = about["targetConfiguration"]["mcp"]["mcpServer"]["endpoint"]
        assert about["status"] == "READY"
        assert f"/runtimes/{quote(_server(target, name)['agentRuntimeArn'], safe='')}/invocations" in where
        (provider,) = about["credentialProviderConfigurations"]
        assert provider["credentialProviderType"] == "GATEWAY_IAM_ROLE"


def the_gateway_offers_their_tools(target: Target) -> None:
    """11.b 11.3.a 11.3.b 11.3.c"""
    assert {tool["name"] for tool in _rpc(target, "tools/list")["result"]["tools"]} == TOOLS


def the_database_can_be_read_and_not_written(target: Target) -> None:
    """11.3.a"""
    user = _outputs(target, "database")["agent_user"]
    assert _call(target, "postgres___query", sql="SELECT current_user AS me") == (f'[{{"me": "{user}"}}]', False)
    said, failed = _call(target, "postgres___query", sql="CREATE TABLE mine (n int)")
    assert failed
    assert "read-only transaction" in said


def documents_are_read_and_texts_kept(target: Target) -> None:
    """11.3.b"""
    keys = [item["key"] for item in json.loads(_call(target, "s3___list_objects", place="documents")[0])]
    assert "canary.md" in keys
    assert "Wilhelmina" in _call(target, "s3___read_object", place="documents", key="canary.md")[0]
    assert _call(target, "s3___write_object", place="documents", key="canary.md", text="gone")[1]


def passages_are_found(target: Target) -> None:
    """11.3.c"""
    said, failed = _call(target, "bedrock___search", question="What is the canary called?", results=1)
    assert not failed
    assert "Wilhelmina" in json.loads(said)[0]["text"]


def nobody_gets_to_the_tools_without_a_token_and_a_policy(target: Target) -> None:
    """11.3.d"""
    gateway, auth = _gateway(target), _outputs(target, "auth")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        _rpc(target, "tools/list", authorization=None)
    accepted = gateway["authorizerConfiguration"]["customJWTAuthorizer"]
    assert accepted["discoveryUrl"] == auth["discovery_url"]
    assert set(accepted["allowedClients"]) == {auth["backend_client_id"], auth["web_client_id"]}
    assert gateway["policyEngineConfiguration"]["mode"] == "ENFORCE"
    engine = gateway["policyEngineConfiguration"]["arn"].rpartition("/")[2]
    policies = {one["name"]: one for one in _control(target).list_policies(policyEngineId=engine)["policies"]}
    assert {one["status"] for one in policies.values()} == {"ACTIVE"}
    named = {name: one["definition"]["cedar"]["statement"] for name, one in policies.items()}
    assert '"s3___write_object"' in named["write_tools"]
    assert "*api/write*" in named["write_tools"]
    for tool in TOOLS - {"s3___write_object"}:
        assert f'"{tool}"' in named["read_tools"]
    for name in SERVERS:
        arn = _server(target, name)["agentRuntimeArn"]
        (refusal,) = json.loads(_control(target).get_resource_policy(resourceArn=arn)["policy"])["Statement"]
        assert refusal["Condition"] == {"ArnNotLike": {"aws:PrincipalArn": [gateway["roleArn"]]}}


def the_backend_has_an_identity(target: Target) -> None:
    """11.d 11.1.c"""
    name = _outputs(target)["workload_identity_name"]
    arn = _control(target).get_workload_identity(name=name)["workloadIdentityArn"]
    role = _outputs(target, "security")["backend_task_role_arn"]
    shown = [one for one in _statements(target, role) if "bedrock-agentcore:GetWorkloadAccessToken" in one["Action"]]
    assert arn in shown[0]["Resource"]
