# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The agent, its memory and its tools: requirements 11."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import unquote

from .broken import need
from .check import Checks, Evidence
from .live import Live

AGENTCORE = Checks()
INVOKE = "bedrock-agentcore:InvokeAgentRuntime"
RETENTION_DAYS = 30


@AGENTCORE.shows("11.a", "11.1.a")
def the_agent_has_a_runtime(live: Live) -> Evidence:
    runtime = the_runtime(live)
    need(runtime["status"] == "READY", f"{runtime['agentRuntimeId']} is {runtime['status']}")
    protocol = runtime["protocolConfiguration"]["serverProtocol"]
    need(protocol == "HTTP", f"{runtime['agentRuntimeId']} speaks {protocol}: applications call it by HTTP")
    return {"runtime": runtime["agentRuntimeArn"], "version": runtime["agentRuntimeVersion"]}


@AGENTCORE.shows("11.b")
def the_agent_runs_and_knows_the_gateway(live: Live) -> Evidence:
    runtime, gateway = the_runtime(live), the_gateway(live)
    artifact = runtime["agentRuntimeArtifact"]
    told = runtime.get("environmentVariables", {}).get("GATEWAY_URL")
    need(told == gateway["gatewayUrl"], f"the agent is told {told or 'no gateway'}, not {gateway['gatewayUrl']}")
    need(gateway["protocolType"] == "MCP", f"{gateway['gatewayId']} speaks {gateway['protocolType']}, not MCP")
    if "containerConfiguration" in artifact:
        return {"image": artifact["containerConfiguration"]["containerUri"], "gateway": told}
    code = artifact["codeConfiguration"]
    need(code["runtime"].startswith("PYTHON"), f"the bundle runs in {code['runtime']}")
    where = code["code"]["s3"]
    there = live.find("s3", "HeadObject", Bucket=where["bucket"], Key=where["prefix"])
    need(there, f"there is no bundle at s3://{where['bucket']}/{where['prefix']}")
    return {"bundle": f"s3://{where['bucket']}/{where['prefix']}", "gateway": told}


@AGENTCORE.shows("11.1.c")
def everything_that_runs_has_a_role_of_its_own(live: Live) -> Evidence:
    roles = {runtime["agentRuntimeName"]: runtime["roleArn"] for runtime in runtimes(live)}
    roles[the_gateway(live)["name"]] = the_gateway(live)["roleArn"]
    need(len(set(roles.values())) == len(roles), f"roles are shared: {roles}")
    for arn in roles.values():
        trust = _role(live, arn)["AssumeRolePolicyDocument"]["Statement"]
        for statement in trust:
            takers = statement["Principal"].get("Service")
            need(takers == "bedrock-agentcore.amazonaws.com", f"{arn} may be taken by {statement['Principal']}")
            need("aws:SourceAccount" in str(statement.get("Condition")), f"{arn} may be taken for other accounts")
        wide = [action for statement in statements_of(live, arn) for action in _texts(statement["Action"])]
        need(
            wide and not [action for action in wide if action.endswith("*")],
            f"{arn} may do {', '.join(wide) or 'nothing'}",
        )
    return {f"role of {name}": arn for name, arn in roles.items()}


@AGENTCORE.shows("11.1.d")
def all_runtimes_are_inside_the_vpc(live: Live) -> Evidence:
    ours = {one["id"] for one in live.some("network", "subnet", "subnet-private-app")}
    group = live.one("security", "security_group", "group-agentcore")["id"]
    for runtime in runtimes(live):
        network, name = runtime["networkConfiguration"], runtime["agentRuntimeName"]
        need(network["networkMode"] == "VPC", f"the network of {name} is {network['networkMode']}")
        inside = network["networkModeConfig"]
        need(
            ours >= set(inside["subnets"]), f"{name} is in {inside['subnets']}, not in private subnets for applications"
        )
        need(inside["securityGroups"] == [group], f"{name} has the groups {inside['securityGroups']}, not {group}")
    return {"subnets": sorted(ours), "security_group": group}


@AGENTCORE.shows("11.d")
def applications_call_an_endpoint_and_nobody_else_may(live: Live) -> Evidence:
    runtime = the_runtime(live)
    name = live.one("agentcore", "agentcore_runtime_endpoint", "runtime-endpoint")["id"]
    endpoint = live.ask(
        "bedrock-agentcore-control",
        "GetAgentRuntimeEndpoint",
        agentRuntimeId=runtime["agentRuntimeId"],
        endpointName=name,
    )
    need(endpoint["status"] == "READY", f"the endpoint {name} is {endpoint['status']}")
    callers = callers_of(live, runtime["agentRuntimeArn"])
    allowed = []
    for part in ("backend", "frontend"):
        role = live.one("security", "iam_role", f"role-{part}-task")["arn"]
        may = [
            statement
            for statement in statements_of(live, role)
            if statement["Effect"] == "Allow" and INVOKE in _texts(statement["Action"])
        ]
        if may:
            allowed.append(role)
    need(allowed, "neither frontend nor backend may call the agent")
    need("*" not in callers, f"the resource policy of {runtime['agentRuntimeArn']} refuses nobody")
    for role in allowed:
        need(any(fnmatchcase(role, caller) for caller in callers), f"{role} may call the agent, but is refused")
    return {"endpoint": endpoint["agentRuntimeEndpointArn"], "version": endpoint.get("liveVersion"), "callers": callers}


@AGENTCORE.shows("11.c", "11.2.a")
def the_memory_keeps_events_for_thirty_days(live: Live) -> Evidence:
    memory = the_memory(live)
    need(memory["status"] == "ACTIVE", f"{memory['id']} is {memory['status']}")
    days = memory["eventExpiryDuration"]
    need(days == RETENTION_DAYS, f"{memory['id']} keeps events for {days} days")
    strategies = {one["name"]: one["status"] for one in memory.get("strategies", [])}
    need(strategies, f"{memory['id']} has no strategies: it would learn nothing")
    resting = [name for name, status in strategies.items() if status != "ACTIVE"]
    need(not resting, f"strategies of {memory['id']} are not active: {', '.join(resting)}")
    return {"memory": memory["arn"], "days": days, "strategies": sorted(strategies)}


@AGENTCORE.shows("11.c", "11.2.b")
def agent_memory_and_gateway_are_logged_and_traced(live: Live) -> Evidence:
    evidence = {}
    observed = [the_memory(live)["arn"], the_gateway(live)["gatewayArn"]]
    for arn in [runtime["agentRuntimeArn"] for runtime in runtimes(live)] + observed:
        seen = _delivered(live, arn)
        missing = {("APPLICATION_LOGS", "CWL"), ("TRACES", "XRAY")} - seen
        need(not missing, f"of {arn} is not delivered: {', '.join(f'{what} to {to}' for what, to in sorted(missing))}")
        evidence[arn] = sorted(what for what, _to in seen)
    return evidence


@AGENTCORE.shows("11.2.c")
def logs_are_kept_in_a_log_group(live: Live) -> Evidence:
    group = live.one("agentcore", "log_group", "log-group")["id"]
    found = live.list("logs", "DescribeLogGroups", logGroupNamePrefix=group)
    about = next(one for one in found if one["logGroupName"] == group)
    need(about.get("retentionInDays"), f"{group} keeps logs for ever")
    need(about.get("kmsKeyId"), f"{group} is not encrypted with a key of the platform")
    places = [
        one["deliveryDestinationConfiguration"]["destinationResourceArn"]
        for one in live.list("logs", "DescribeDeliveryDestinations")
        if one["name"] in {ours["id"] for ours in live.some("agentcore", "log_delivery_destination")}
        and one["deliveryDestinationType"] == "CWL"
    ]
    need(any(place.split(":log-group:")[-1].removesuffix(":*") == group for place in places), f"no logs go to {group}")
    return {"log_group": group, "retention_in_days": about["retentionInDays"]}


@AGENTCORE.shows("11.2.d")
def sessions_end_and_are_kept_apart(live: Live) -> Evidence:
    evidence: dict[str, Any] = {}
    for runtime in runtimes(live):
        lifecycle = runtime["lifecycleConfiguration"]
        idle, longest = lifecycle["idleRuntimeSessionTimeout"], lifecycle["maxLifetime"]
        need(idle <= longest, f"a session of {runtime['agentRuntimeName']} may be idle for longer than it lives")
        evidence[runtime["agentRuntimeName"]] = {"idle_seconds": idle, "longest_seconds": longest}
    memory = the_memory(live)
    spaces = [space for strategy in memory.get("strategies", []) for space in strategy["namespaces"]]
    shared = [space for space in spaces if "{actorId}" not in space]
    need(not shared, f"{memory['id']} mixes what it knows of several people in {', '.join(shared)}")
    need(any("{sessionId}" in space for space in spaces), f"{memory['id']} keeps nothing apart by session")
    gateway = the_gateway(live)
    session = gateway["protocolConfiguration"]["mcp"].get("sessionConfiguration", {}).get("sessionTimeoutInSeconds")
    need(session, f"sessions with {gateway['gatewayId']} have no limit")
    return {**evidence, "namespaces": spaces, "gateway_session_seconds": session}


def _server(bullet: str, server: str, action: str) -> None:
    @AGENTCORE.shows(bullet)
    def a_server_offers_tools_at_the_gateway(live: Live) -> Evidence:
        runtime = _get_runtime(live, live.one("agentcore", "agentcore_runtime", f"runtime-mcp-{server}")["id"])
        arn = runtime["agentRuntimeArn"]
        need(runtime["status"] == "READY", f"{arn} is {runtime['status']}")
        protocol = runtime["protocolConfiguration"]["serverProtocol"]
        need(protocol == "MCP", f"{arn} speaks {protocol}, not MCP")
        target = _target(live, arn)
        need(target["status"] == "READY", f"the target {target['name']} is {target['status']}")
        may = {one for statement in statements_of(live, runtime["roleArn"]) for one in _texts(statement["Action"])}
        need(action in may, f"{runtime['roleArn']} may not {action}")
        return {"server": arn, "target": target["targetId"], "may": action}


for _bullet, _name, _action in (
    ("11.3.a", "postgres", "rds-data:ExecuteStatement"),
    ("11.3.b", "s3", "s3:GetObject"),
    ("11.3.c", "bedrock", "bedrock:Retrieve"),
):
    _server(_bullet, _name, _action)


@AGENTCORE.shows("11.3.d")
def only_who_may_reaches_the_tools(live: Live) -> Evidence:
    gateway = the_gateway(live)
    authorizer = gateway["authorizerType"]
    need(authorizer in ("CUSTOM_JWT", "AWS_IAM"), f"the authorizer of {gateway['gatewayId']} is {authorizer}")
    decides = gateway.get("policyEngineConfiguration", {})
    need(decides.get("mode") == "ENFORCE", f"no policy engine decides at {gateway['gatewayId']}")
    engine = decides["arn"].rpartition("/")[2]
    policies = [
        one["name"]
        for one in live.list("bedrock-agentcore-control", "ListPolicies", policyEngineId=engine)
        if one["status"] == "ACTIVE" and gateway["gatewayArn"] in str(one["definition"])
    ]
    need(policies, f"{engine} has no active policy for {gateway['gatewayId']}")
    for one in live.some("agentcore", "agentcore_runtime", "runtime-mcp-"):
        callers = callers_of(live, one["arn"])
        need(
            callers == [gateway["roleArn"]],
            f"{one['arn']} may be called by {', '.join(callers)}, not the gateway alone",
        )
    return {"authorizer": authorizer, "policy_engine": decides["arn"], "policies": sorted(policies)}


def the_runtime(live: Live) -> dict[str, Any]:
    """The agent's."""
    return _get_runtime(live, live.one("agentcore", "agentcore_runtime", "runtime")["id"])


def runtimes(live: Live) -> list[dict[str, Any]]:
    """Those of the agent and of the tool servers."""
    return [_get_runtime(live, one["id"]) for one in live.some("agentcore", "agentcore_runtime")]


def the_memory(live: Live) -> dict[str, Any]:
    return live.ask("bedrock-agentcore-control", "GetMemory", memoryId=live.one("agentcore", "agentcore_memory")["id"])[
        "memory"
    ]


def the_gateway(live: Live) -> dict[str, Any]:
    return live.ask(
        "bedrock-agentcore-control", "GetGateway", gatewayIdentifier=live.one("agentcore", "agentcore_gateway")["id"]
    )


def callers_of(live: Live, runtime: str) -> list[str]:
    """Who is not refused by the runtime's resource policy."""
    found = live.find("bedrock-agentcore-control", "GetResourcePolicy", resourceArn=runtime)
    need(found, f"{runtime} has no resource policy: every role of the account with a permission may call it")
    spared = [
        _texts(statement["Condition"]["ArnNotLike"]["aws:PrincipalArn"])
        for statement in _statements(json.loads(found["policy"]) if found else {})
        if statement["Effect"] == "Deny"
        and INVOKE in _texts(statement["Action"])
        and list(statement.get("Condition", {})) == ["ArnNotLike"]
    ]
    need(spared, f"the resource policy of {runtime} refuses nobody")
    return spared[0]


def statements_of(live: Live, role: str) -> list[dict[str, Any]]:
    """What the role's own policies say."""
    name = role.rpartition("/")[2]
    policies = live.list("iam", "ListRolePolicies", RoleName=name)
    documents = [live.ask("iam", "GetRolePolicy", RoleName=name, PolicyName=one)["PolicyDocument"] for one in policies]
    return [statement for document in documents for statement in _statements(document)]


def _get_runtime(live: Live, id: str) -> dict[str, Any]:
    return live.ask("bedrock-agentcore-control", "GetAgentRuntime", agentRuntimeId=id)


def _role(live: Live, arn: str) -> dict[str, Any]:
    return live.ask("iam", "GetRole", RoleName=arn.rpartition("/")[2])["Role"]


def _target(live: Live, runtime: str) -> dict[str, Any]:
    """The gateway's target that leads to the runtime."""
    gateway = the_gateway(live)["gatewayId"]
    for one in live.list("bedrock-agentcore-control", "ListGatewayTargets", gatewayIdentifier=gateway):
        target = live.ask(
            "bedrock-agentcore-control", "GetGatewayTarget", gatewayIdentifier=gateway, targetId=one["targetId"]
        )
        endpoint = target["targetConfiguration"].get("mcp", {}).get("mcpServer", {}).get("endpoint", "")
        if f"/runtimes/{runtime}/" in unquote(endpoint):
            return target
    need(False, f"{gateway} has no target that leads to {runtime}")
    raise AssertionError


def _delivered(live: Live, arn: str) -> set[tuple[str, str]]:
    """What is delivered of a resource, and where to."""
    types = {
        one["name"]: one["logType"]
        for one in live.list("logs", "DescribeDeliverySources")
        if arn in one["resourceArns"]
    }
    return {
        (types[one["deliverySourceName"]], one["deliveryDestinationType"])
        for one in live.list("logs", "DescribeDeliveries")
        if one["deliverySourceName"] in types
    }


def _statements(document: dict[str, Any]) -> list[dict[str, Any]]:
    found = document.get("Statement", [])
    return [found] if isinstance(found, dict) else found


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
