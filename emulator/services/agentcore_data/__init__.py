"""bedrock-agentcore: invoking runtimes, whose bundles really run. Memories' events, sessions of tools and the rest: no."""

from emulator.modeled.service import Service
from emulator.services.agentcore_data import invoke, processes

SERVICE = Service(
    "bedrock-agentcore",
    types=[],
    operations={"InvokeAgentRuntime": invoke.invoke, "StopRuntimeSession": invoke.stop},
    on_reset=processes.end_all,
)
