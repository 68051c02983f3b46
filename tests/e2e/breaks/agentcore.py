"""What can go wrong with the agent, its memory and its tools."""

from __future__ import annotations

from typing import Any

from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


def _outputs(target: Target) -> dict[str, str]:
    path = f"/{target.prefix}/{target.environment}/outputs/agentcore/"
    pages = target.client("ssm").get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True)
    return {item["Name"].removeprefix(path): item["Value"] for page in pages for item in page["Parameters"]}


def _control(target: Target) -> Any:
    return target.client("bedrock-agentcore-control")


def _change_gateway(target: Target, **changes: Any) -> None:
    """An update replaces everything, so the rest is sent along."""
    control, key = _control(target), _outputs(target)["gateway_id"]
    now = control.get_gateway(gatewayIdentifier=key)
    kept = (
        "name",
        "description",
        "roleArn",
        "protocolType",
        "protocolConfiguration",
        "authorizerType",
        "authorizerConfiguration",
        "policyEngineConfiguration",
    )
    control.update_gateway(gatewayIdentifier=key, **{name: now[name] for name in kept if name in now} | changes)


@breaks("11.c", "11.2.a")
def the_memory_forgets_after_a_week(target: Target) -> None:
    _control(target).update_memory(memoryId=_outputs(target)["memory_id"], eventExpiryDuration=7)


@breaks("11.d")
def everybody_with_a_permission_may_call_the_agent(target: Target) -> None:
    _control(target).delete_resource_policy(resourceArn=_outputs(target)["agent_runtime_arn"])


@breaks("11.c", "11.2.b")
def traces_of_the_agent_are_not_delivered(target: Target) -> None:
    logs, agent = target.client("logs"), _outputs(target)["agent_runtime_arn"]
    sources = logs.describe_delivery_sources()["deliverySources"]
    traces = {one["name"] for one in sources if (one["logType"], one["resourceArns"]) == ("TRACES", [agent])}
    for delivery in logs.describe_deliveries()["deliveries"]:
        if delivery["deliverySourceName"] in traces:
            logs.delete_delivery(id=delivery["id"])


@breaks("11.2.c", "13.1.c")
def logs_of_the_agent_are_kept_for_ever(target: Target) -> None:
    target.client("logs").delete_retention_policy(logGroupName=_outputs(target)["log_group"])


@breaks("11.2.d")
def sessions_with_the_gateway_have_no_limit(target: Target) -> None:
    _change_gateway(target, protocolConfiguration={"mcp": {"supportedVersions": ["2025-06-18"]}})


@breaks("11.3.a")
def the_database_is_no_tool(target: Target) -> None:
    control, gateway = _control(target), {"gatewayIdentifier": _outputs(target)["gateway_id"]}
    for one in control.list_gateway_targets(**gateway)["items"]:
        if one["name"] == "postgres":
            control.delete_gateway_target(**gateway, targetId=one["targetId"])


@breaks("11.3.d")
def policies_decide_nothing(target: Target) -> None:
    gateway = _control(target).get_gateway(gatewayIdentifier=_outputs(target)["gateway_id"])
    engine = gateway["policyEngineConfiguration"]["arn"]
    _change_gateway(target, policyEngineConfiguration={"arn": engine, "mode": "LOG_ONLY"})


@breaks("11.1.d")
def a_tool_server_is_outside_of_the_vpc(target: Target) -> None:
    control = _control(target)
    found = control.list_agent_runtimes()["agentRuntimes"]
    key = next(one["agentRuntimeId"] for one in found if one["agentRuntimeName"].endswith("_mcp_s3"))
    now = control.get_agent_runtime(agentRuntimeId=key)
    kept = (
        "agentRuntimeArtifact",
        "roleArn",
        "protocolConfiguration",
        "lifecycleConfiguration",
        "environmentVariables",
        "description",
    )
    control.update_agent_runtime(
        agentRuntimeId=key,
        networkConfiguration={"networkMode": "PUBLIC"},
        **{name: now[name] for name in kept if name in now},
    )
