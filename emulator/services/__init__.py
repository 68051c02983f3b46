"""The services that are ours. Adding one: a module with a ``SERVICE``, and a line here."""

from emulator.modeled.service import Service
from emulator.services import (
    agentcore,
    agentcore_data,
    application_autoscaling,
    bedrock,
    bedrock_agent,
    bedrock_agent_runtime,
    bedrock_data_automation,
    cognito,
    ecs,
    opensearch,
    opensearchserverless,
    rds_data,
    s3vectors,
    servicediscovery,
    ssm,
    wafv2,
)

SERVICES: tuple[Service, ...] = (
    agentcore.SERVICE,
    agentcore_data.SERVICE,
    application_autoscaling.SERVICE,
    bedrock.SERVICE,
    bedrock_agent.SERVICE,
    bedrock_agent_runtime.SERVICE,
    bedrock_data_automation.SERVICE,
    ecs.SERVICE,
    cognito.SERVICE,
    opensearch.SERVICE,
    opensearchserverless.SERVICE,
    rds_data.SERVICE,
    s3vectors.SERVICE,
    servicediscovery.SERVICE,
    ssm.SERVICE,
    wafv2.SERVICE,
)
