"""The services that are ours. Adding one: a module with a ``SERVICE``, and a line here."""

from emulator.modeled.service import Service
from emulator.services import (
    agentcore,
    agentcore_data,
    bedrock,
    bedrock_agent,
    bedrock_agent_runtime,
    bedrock_data_automation,
    cloudwatch,
    logs,
    opensearch,
    opensearchserverless,
    s3vectors,
    scheduler,
    xray,
)

SERVICES: tuple[Service, ...] = (
    agentcore.SERVICE,
    agentcore_data.SERVICE,
    bedrock.SERVICE,
    bedrock_agent.SERVICE,
    bedrock_agent_runtime.SERVICE,
    bedrock_data_automation.SERVICE,
    cloudwatch.SERVICE,
    logs.SERVICE,
    opensearch.SERVICE,
    opensearchserverless.SERVICE,
    s3vectors.SERVICE,
    scheduler.SERVICE,
    xray.SERVICE,
)
