"""bedrock-agentcore-control: runtimes and their endpoints, memories, gateways and their targets."""

from emulator.modeled.service import Service
from emulator.services.agentcore.gateway import Gateway, GatewayTarget, synchronize_targets
from emulator.services.agentcore.memory import Memory
from emulator.services.agentcore.runtime import (
    AgentRuntime,
    AgentRuntimeEndpoint,
    delete_runtime,
    get_runtime,
    list_versions,
)

SERVICE = Service(
    "bedrock-agentcore-control",
    types=[AgentRuntime, AgentRuntimeEndpoint, Memory, Gateway, GatewayTarget],
    untaggable=(GatewayTarget,),
    operations={
        "DeleteAgentRuntime": delete_runtime,
        "GetAgentRuntime": get_runtime,
        "ListAgentRuntimeVersions": list_versions,
        "SynchronizeGatewayTargets": synchronize_targets,
    },
)
