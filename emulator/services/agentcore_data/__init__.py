"""bedrock-agentcore: invoking runtimes, whose bundles really run. Not events of memories or sessions of tools."""

from emulator.modeled.service import Service
from emulator.services.agentcore_data import gateway, invoke, processes

SERVICE = Service(
    "bedrock-agentcore",
    types=[],
    operations={"InvokeAgentRuntime": invoke.invoke, "StopRuntimeSession": invoke.stop},
    on_reset=processes.end_all,
    kept_elsewhere=("InvokeAgentRuntime", "StopRuntimeSession"),
    sites=(gateway.SITE,),
)
