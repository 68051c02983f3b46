"""InvokeAgentRuntime: runs the bundle of the version that an endpoint points at, as the runtime's role."""

import os
from collections.abc import Callable
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import not_found, validation
from emulator.modeled.store import Record
from emulator.neighbours import assumed_role
from emulator.services.agentcore.runtime import DEFAULT_ENDPOINT, AgentRuntime, AgentRuntimeEndpoint
from emulator.services.agentcore_data.processes import CONTRACTS, Program, ask, end

SESSION_HEADER = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id"
PASSED = {
    "contentType": "Content-Type",
    "accept": "Accept",
    "runtimeSessionId": SESSION_HEADER,
    "runtimeUserId": "X-Amzn-Bedrock-AgentCore-Runtime-User-Id",
    "mcpSessionId": "Mcp-Session-Id",
    "mcpProtocolVersion": "Mcp-Protocol-Version",
    "traceId": "X-Amzn-Trace-Id",
}


def invoke(call: Call) -> Callable[[], dict[str, Any]]:
    """The rest runs with the store unlocked: the agent may itself ask the local cloud for something."""
    runtime, version = live_version(call)
    program = program_of(runtime, version)
    headers = {name: call.params[member] for member, name in PASSED.items() if call.params.get(member)}
    session, body = call.params["runtimeSessionId"], call.params["payload"]
    key = (runtime.arn, version, session)

    def finish() -> dict[str, Any]:
        kind, answer, content = ask(key, program, {"Content-Type": "application/json", **headers}, body)
        shown = {"runtimeSessionId": session, "contentType": kind, "statusCode": 200, "response": content}
        return {**shown, "mcpSessionId": answer.get("mcp-session-id")}

    return finish


def stop(call: Call) -> dict[str, Any]:
    """StopRuntimeSession. unverified: that an unknown session is not found."""
    runtime, _version = live_version(call)
    session = call.params["runtimeSessionId"]
    if not end(runtime.arn, session):
        raise not_found(f"Session {session} was not found")
    return call.answer({"runtimeSessionId": session, "statusCode": 200})


def live_version(call: Call) -> tuple[Record, str]:
    """The runtime and the version that the qualifier, the name of an endpoint, points at."""
    arn, qualifier = call.params["agentRuntimeArn"], call.params.get("qualifier") or DEFAULT_ENDPOINT
    runtime = call.find(AgentRuntime, arn)
    return runtime, version_at(call.records(AgentRuntimeEndpoint, runtime.id), arn, qualifier)


def version_at(endpoints: list[Record], arn: str, qualifier: str) -> str:
    """The version that the endpoint of this name, of those of a runtime, points at."""
    found = [point for point in endpoints if point.id == qualifier]
    if not found:
        raise not_found(f"No endpoint or agent found with qualifier '{qualifier}' for agent '{arn}'")
    version = found[0].members.get("liveVersion")
    if version is None:
        raise validation(f"Endpoint {qualifier} is in status {found[0].status}: wait until it is READY")
    return str(version)


def program_of(runtime: Record, version: str) -> Program:
    members, _updated = runtime.hidden["versions"][version]
    artifact = members["agentRuntimeArtifact"]
    if "codeConfiguration" not in artifact:
        raise NotImplementedError("only bundles of code can be run, no container images")
    code = artifact["codeConfiguration"]
    # Wrappers such as opentelemetry-instrument stand before the script, and are left out.
    script = next((word for word in code["entryPoint"] if word.endswith(".py")), None)
    if script is None or not code["runtime"].startswith("PYTHON"):
        raise NotImplementedError(f"only Python bundles can be run, not {code['runtime']} {code['entryPoint']}")
    role = assumed_role(members["roleArn"], runtime.region, runtime.id)
    environment = {
        "AWS_ACCESS_KEY_ID": role.access_key_id,
        "AWS_SECRET_ACCESS_KEY": role.secret_access_key,
        "AWS_SESSION_TOKEN": role.session_token,
        "AWS_REGION": runtime.region,
        "AWS_DEFAULT_REGION": runtime.region,
        "AWS_ENDPOINT_URL": os.environ["LOCAL_CLOUD_URL"],
        **members.get("environmentVariables", {}),
    }
    return Program(
        bundle=runtime.hidden["code"][version],
        entry_point=script,
        environment=environment,
        contract=CONTRACTS[members["protocolConfiguration"]["serverProtocol"]],
        idle_seconds=members["lifecycleConfiguration"]["idleRuntimeSessionTimeout"],
    )
