"""The services that are ours. Adding one: a module with a ``SERVICE``, and a line here."""

from emulator.modeled.service import Service
from emulator.services import agentcore, bedrock_agent, bedrock_agent_runtime, opensearch

SERVICES: tuple[Service, ...] = (
    agentcore.SERVICE,
    bedrock_agent.SERVICE,
    bedrock_agent_runtime.SERVICE,
    opensearch.SERVICE,
)
