"""bedrock-agentcore-control: all families but registries, payments and consent portals."""

from emulator.modeled.service import Service
from emulator.services.agentcore import resource_policy
from emulator.services.agentcore.browser import Browser, BrowserProfile, CodeInterpreter
from emulator.services.agentcore.capacity_provider import CapacityProvider
from emulator.services.agentcore.configuration_bundle import ConfigurationBundle
from emulator.services.agentcore.credential_provider import (
    ApiKeyCredentialProvider,
    Oauth2CredentialProvider,
    get_token_vault,
    set_token_vault_cmk,
)
from emulator.services.agentcore.evaluation import Dataset, Evaluator, OnlineEvaluationConfig
from emulator.services.agentcore.gateway import Gateway, GatewayTarget, synchronize_targets
from emulator.services.agentcore.gateway_traffic import GatewayRateLimit, GatewayRule
from emulator.services.agentcore.harness import Harness, HarnessEndpoint
from emulator.services.agentcore.memory import Memory
from emulator.services.agentcore.policy import Policy, PolicyEngine
from emulator.services.agentcore.runtime import (
    AgentRuntime,
    AgentRuntimeEndpoint,
    delete_runtime,
    get_runtime,
    list_versions,
)
from emulator.services.agentcore.workload_identity import WorkloadIdentity

SERVICE = Service(
    "bedrock-agentcore-control",
    types=[
        AgentRuntime,
        AgentRuntimeEndpoint,
        ApiKeyCredentialProvider,
        Browser,
        BrowserProfile,
        CapacityProvider,
        CodeInterpreter,
        ConfigurationBundle,
        Dataset,
        Evaluator,
        Gateway,
        GatewayRateLimit,
        GatewayRule,
        GatewayTarget,
        Harness,
        HarnessEndpoint,
        Memory,
        Oauth2CredentialProvider,
        OnlineEvaluationConfig,
        Policy,
        PolicyEngine,
        WorkloadIdentity,
    ],
    untaggable=(
        ApiKeyCredentialProvider,
        GatewayRateLimit,
        GatewayRule,
        GatewayTarget,
        Oauth2CredentialProvider,
        Policy,
    ),
    operations={
        "DeleteAgentRuntime": delete_runtime,
        "DeleteResourcePolicy": resource_policy.delete,
        "GetAgentRuntime": get_runtime,
        "GetResourcePolicy": resource_policy.get,
        "GetTokenVault": get_token_vault,
        "ListAgentRuntimeVersions": list_versions,
        "PutResourcePolicy": resource_policy.put,
        "SetTokenVaultCMK": set_token_vault_cmk,
        "SynchronizeGatewayTargets": synchronize_targets,
    },
)
