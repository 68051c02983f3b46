"""The services that are ours. Adding one: a module with a ``SERVICE``, and a line here."""

from emulator.modeled.service import Service
from emulator.services import (
    accessanalyzer,
    agentcore,
    agentcore_data,
    backup,
    bedrock,
    bedrock_agent,
    bedrock_agent_runtime,
    bedrock_data_automation,
    budgets,
    ce,
    config,
    guardduty,
    inspector2,
    opensearch,
    opensearchserverless,
    s3vectors,
    securityhub,
    wellarchitected,
)

SERVICES: tuple[Service, ...] = (
    agentcore.SERVICE,
    agentcore_data.SERVICE,
    bedrock.SERVICE,
    bedrock_agent.SERVICE,
    bedrock_agent_runtime.SERVICE,
    bedrock_data_automation.SERVICE,
    budgets.SERVICE,
    ce.SERVICE,
    opensearch.SERVICE,
    opensearchserverless.SERVICE,
    accessanalyzer.SERVICE,
    backup.SERVICE,
    guardduty.SERVICE,
    inspector2.SERVICE,
    securityhub.SERVICE,
    config.SERVICE,
    s3vectors.SERVICE,
    wellarchitected.SERVICE,
)
