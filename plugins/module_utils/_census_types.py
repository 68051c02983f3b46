# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every type of resource that the platform consists of, and how its service is asked for what is there.

What cannot be tagged (data sources, gateway targets, ingestion jobs) goes with its parent and is no type of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ._edge.certificate import ALGORITHMS as CERTIFICATE_KEYS
from ._engine.api import Api
from ._engine.tags import Tagging

Entry = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """One type of resource.

    listing: the operation that lists it.  request: what it is sent, from the tags to look for.
    requests: (api, tags) -> what it is sent each time, where it has to be asked once for each parent.
    id: the member of an entry that identifies it; entries that are ARNs and nothing else have "Arn" and "Name".
    strip: what stands before the id in lists, and nowhere else.
    arn: the member with its ARN, or a pattern of it in {partition}, {region}, {account} and {id}.
    tagging: how its tags are read; "Id" and "Arn" stand for what the members above hold.
    among: the member of the answer that holds the list, where there are several.
    inside: the member of an entry that holds the resource, where there is one.
    account: the member of the request that takes the account, where there is one.
    counts: (api, entry, region) -> whether it is there at all, for what lingers or lies elsewhere.
    """

    type: str
    service: str
    listing: str
    id: str
    arn: str
    tagging: Tagging
    request: Callable[[Mapping[str, str]], Entry] = lambda tags: {}
    requests: Callable[[Api, Mapping[str, str]], Iterable[Entry]] | None = None
    among: str = ""
    inside: str = ""
    account: str = ""
    counts: Callable[[Api, Entry, str], bool] = field(default=lambda api, entry, region: True)
    strip: str = ""


def _filters(member: str, name: str = "Name") -> Callable[[Mapping[str, str]], Entry]:
    return lambda tags: {member: [{name: f"tag:{key}", "Values": [value]} for key, value in tags.items()]}


def _ec2(kind: str, listing: str, id: str, word: str = "", filters: str = "Filters", **more: Any) -> Kind:
    arn = f"arn:{{partition}}:ec2:{{region}}:{{account}}:{word or kind.replace('_', '-')}/{{id}}"
    tagging = Tagging(target={}, inline="Tags")
    return Kind(kind, "ec2", listing, id, arn, tagging, request=_filters(filters), **more)


def _by_arn(member: str = "resourceArn", listing: str = "ListTagsForResource") -> Tagging:
    return Tagging(target={member: "Arn"}, listing=listing)


def _rds(kind: str, listing: str, id: str, arn: str, **more: Any) -> Kind:
    return Kind(kind, "rds", listing, id, arn, _by_arn("ResourceName"), **more)


def _alarm(kind: str, word: str) -> Kind:
    return Kind(
        kind,
        "cloudwatch",
        "DescribeAlarms",
        "AlarmName",
        "AlarmArn",
        _by_arn("ResourceARN"),
        request=lambda tags: {"AlarmTypes": [word]},
        among=f"{word}s",
    )


def _backup(kind: str, listing: str, name: str, arn: str) -> Kind:
    return Kind(kind, "backup", listing, name, arn, _by_arn("ResourceArn", "ListTags"))


def _data_automation(word: str, listing: str, name: str) -> Kind:
    """Without those of AWS, which have no tags."""
    return Kind(
        f"data_automation_{word}",
        "bedrock-data-automation",
        listing,
        name,
        f"{word}Arn",
        _by_arn("resourceARN"),
        request=lambda tags: {"resourceOwner": "ACCOUNT"},
    )


def _not_deleted(api: Api, entry: Entry, region: str) -> bool:
    return str(entry.get("State")).lower() != "deleted"


def _own_living_key(api: Api, entry: Entry, region: str) -> bool:
    about = api.call("DescribeKey", KeyId=entry["KeyId"])["KeyMetadata"]
    return about.get("KeyManager") == "CUSTOMER" and about.get("KeyState") != "PendingDeletion"


def _in_region(api: Api, entry: Entry, region: str) -> bool:
    return entry.get("BucketRegion", region) == region


def _in_each_cluster(api: Api, tags: Mapping[str, str]) -> list[Entry]:
    return [{"cluster": arn} for arn in api.items("ListClusters", "clusterArns")]


def _in_each_family(api: Api, tags: Mapping[str, str]) -> list[Entry]:
    """Names start with the platform's prefix, as far as the service allows its characters."""
    start = re.match(r"[A-Za-z0-9_-]*", tags["bidops:platform"])
    listed = {"familyPrefix": start[0]} if start and start[0] else {}
    families = api.items("ListTaskDefinitionFamilies", "families", status="ACTIVE", **listed)
    return [{"familyPrefix": family} for family in families]


def _in_each_runtime(api: Api, tags: Mapping[str, str]) -> list[Entry]:
    runtimes = api.items("ListAgentRuntimes", "agentRuntimes")
    return [{"agentRuntimeId": runtime["agentRuntimeId"]} for runtime in runtimes]


def _not_the_default(api: Api, entry: Entry, region: str) -> bool:
    """AgentCore itself makes an endpoint of this name for each runtime."""
    return entry["name"] != "DEFAULT"


def _at_home(api: Api, entry: Entry, region: str) -> bool:
    return entry.get("HomeRegion", region) == region


_BEDROCK = "arn:{partition}:bedrock:{region}:{account}:"
_AGENTCORE = "arn:{partition}:bedrock-agentcore:{region}:{account}:"
_CONTROL = "bedrock-agentcore-control"
_ELB_TAGS = _by_arn("ResourceArns", "DescribeTags")

KINDS = (
    _ec2("vpc", "DescribeVpcs", "VpcId"),
    _ec2("subnet", "DescribeSubnets", "SubnetId"),
    _ec2("internet_gateway", "DescribeInternetGateways", "InternetGatewayId"),
    _ec2("nat_gateway", "DescribeNatGateways", "NatGatewayId", "natgateway", filters="Filter", counts=_not_deleted),
    _ec2("elastic_ip", "DescribeAddresses", "AllocationId"),
    _ec2("route_table", "DescribeRouteTables", "RouteTableId"),
    _ec2("security_group", "DescribeSecurityGroups", "GroupId"),
    _ec2("vpc_endpoint", "DescribeVpcEndpoints", "VpcEndpointId", counts=_not_deleted),
    _ec2("flow_log", "DescribeFlowLogs", "FlowLogId", "vpc-flow-log", filters="Filter"),
    Kind("kms_key", "kms", "ListKeys", "KeyId", "KeyArn", _by_arn("KeyId", "ListResourceTags"), counts=_own_living_key),
    Kind("iam_role", "iam", "ListRoles", "RoleName", "Arn", Tagging({"RoleName": "Id"}, listing="ListRoleTags")),
    Kind(
        "iam_policy",
        "iam",
        "ListPolicies",
        "PolicyName",
        "Arn",
        _by_arn("PolicyArn", "ListPolicyTags"),
        request=lambda tags: {"Scope": "Local"},
    ),
    Kind(
        "s3_bucket",
        "s3",
        "ListBuckets",
        "Name",
        "arn:{partition}:s3:::{id}",
        Tagging({"Bucket": "Id"}, listing="GetBucketTagging"),
        counts=_in_region,
    ),
    Kind(
        "log_group",
        "logs",
        "DescribeLogGroups",
        "logGroupName",
        "arn:{partition}:logs:{region}:{account}:log-group:{id}",
        _by_arn(),
    ),
    Kind(
        "ssm_parameter",
        "ssm",
        "DescribeParameters",
        "Name",
        "arn:{partition}:ssm:{region}:{account}:parameter{id}",
        Tagging({"ResourceId": "Id", "ResourceType": "Parameter"}),
        request=_filters("ParameterFilters", "Key"),
    ),
    _rds("rds_cluster", "DescribeDBClusters", "DBClusterIdentifier", "DBClusterArn"),
    _rds("rds_instance", "DescribeDBInstances", "DBInstanceIdentifier", "DBInstanceArn"),
    _rds("rds_subnet_group", "DescribeDBSubnetGroups", "DBSubnetGroupName", "DBSubnetGroupArn"),
    _rds(
        "rds_parameter_group",
        "DescribeDBClusterParameterGroups",
        "DBClusterParameterGroupName",
        "DBClusterParameterGroupArn",
    ),
    # Automated ones go with their cluster.
    _rds(
        "rds_cluster_snapshot",
        "DescribeDBClusterSnapshots",
        "DBClusterSnapshotIdentifier",
        "DBClusterSnapshotArn",
        request=lambda tags: {"SnapshotType": "manual"},
    ),
    # One in its recovery window is not listed.
    Kind("secretsmanager_secret", "secretsmanager", "ListSecrets", "Name", "ARN", Tagging(target={}, inline="Tags")),
    Kind(
        "hosted_zone",
        "route53",
        "ListHostedZones",
        "Id",
        "arn:{partition}:route53:::hostedzone/{id}",
        Tagging({"ResourceType": lambda _api, _live: "hostedzone", "ResourceId": "Id"}),
        strip="/hostedzone/",
    ),
    Kind(
        "certificate",
        "acm",
        "ListCertificates",
        "CertificateArn",
        "CertificateArn",
        _by_arn("CertificateArn", "ListTagsForCertificate"),
        # Without the filter the list leaves out keys that are longer than usual.
        request=lambda tags: {"Includes": {"keyTypes": list(CERTIFICATE_KEYS)}},
    ),
    Kind("load_balancer", "elbv2", "DescribeLoadBalancers", "LoadBalancerName", "LoadBalancerArn", _ELB_TAGS),
    Kind("target_group", "elbv2", "DescribeTargetGroups", "TargetGroupName", "TargetGroupArn", _ELB_TAGS),
    Kind(
        "web_acl",
        "wafv2",
        "ListWebACLs",
        "Name",
        "ARN",
        _by_arn("ResourceARN"),
        request=lambda tags: {"Scope": "REGIONAL"},
    ),
    Kind(
        "opensearch_domain",
        "opensearch",
        "ListDomainNames",
        "DomainName",
        "arn:{partition}:es:{region}:{account}:domain/{id}",
        _by_arn("ARN", "ListTags"),
    ),
    Kind(
        "bedrock_knowledge_base",
        "bedrock-agent",
        "ListKnowledgeBases",
        "knowledgeBaseId",
        f"{_BEDROCK}knowledge-base/{{id}}",
        _by_arn(),
    ),
    Kind("bedrock_guardrail", "bedrock", "ListGuardrails", "id", "arn", _by_arn("resourceARN")),
    Kind(
        "bedrock_inference_profile",
        "bedrock",
        "ListInferenceProfiles",
        "inferenceProfileId",
        "inferenceProfileArn",
        _by_arn("resourceARN"),
        request=lambda tags: {"typeEquals": "APPLICATION"},
    ),
    _data_automation("project", "ListDataAutomationProjects", "projectName"),
    _data_automation("blueprint", "ListBlueprints", "blueprintName"),
    Kind("events_rule", "events", "ListRules", "Name", "Arn", _by_arn("ResourceARN")),
    Kind("schedule_group", "scheduler", "ListScheduleGroups", "Name", "Arn", _by_arn("ResourceArn")),
    Kind("ecr_repository", "ecr", "DescribeRepositories", "repositoryName", "repositoryArn", _by_arn()),
    Kind("ecs_cluster", "ecs", "ListClusters", "Name", "Arn", _by_arn()),
    Kind("ecs_service", "ecs", "ListServices", "Name", "Arn", _by_arn(), requests=_in_each_cluster),
    Kind("ecs_task_definition", "ecs", "ListTaskDefinitions", "Name", "Arn", _by_arn(), requests=_in_each_family),
    Kind(
        "scalable_target",
        "application-autoscaling",
        "DescribeScalableTargets",
        "ResourceId",
        "ScalableTargetARN",
        _by_arn("ResourceARN"),
        request=lambda tags: {"ServiceNamespace": "ecs"},
    ),
    Kind("servicediscovery_namespace", "servicediscovery", "ListNamespaces", "Id", "Arn", _by_arn("ResourceARN")),
    Kind("secret", "secretsmanager", "ListSecrets", "Name", "ARN", Tagging(target={}, inline="Tags")),
    Kind(
        "cognito_user_pool",
        "cognito-idp",
        "ListUserPools",
        "Id",
        "arn:{partition}:cognito-idp:{region}:{account}:userpool/{id}",
        _by_arn("ResourceArn"),
        request=lambda tags: {"MaxResults": 60},
    ),
    Kind(
        "iam_oidc_provider",
        "iam",
        "ListOpenIDConnectProviders",
        "Arn",
        "Arn",
        _by_arn("OpenIDConnectProviderArn", "ListOpenIDConnectProviderTags"),
    ),
    Kind("agentcore_runtime", _CONTROL, "ListAgentRuntimes", "agentRuntimeId", "agentRuntimeArn", _by_arn()),
    Kind("agentcore_memory", _CONTROL, "ListMemories", "id", "arn", _by_arn()),
    Kind("agentcore_gateway", _CONTROL, "ListGateways", "gatewayId", f"{_AGENTCORE}gateway/{{id}}", _by_arn()),
    Kind(
        "agentcore_runtime_endpoint",
        _CONTROL,
        "ListAgentRuntimeEndpoints",
        "name",
        "agentRuntimeEndpointArn",
        _by_arn(),
        requests=_in_each_runtime,
        counts=_not_the_default,
    ),
    Kind("agentcore_policy_engine", _CONTROL, "ListPolicyEngines", "policyEngineId", "policyEngineArn", _by_arn()),
    Kind("agentcore_workload_identity", _CONTROL, "ListWorkloadIdentities", "name", "workloadIdentityArn", _by_arn()),
    Kind("log_delivery_source", "logs", "DescribeDeliverySources", "name", "arn", _by_arn()),
    Kind("log_delivery_destination", "logs", "DescribeDeliveryDestinations", "name", "arn", _by_arn()),
    Kind("log_delivery", "logs", "DescribeDeliveries", "id", "arn", _by_arn()),
    Kind("sns_topic", "sns", "ListTopics", "TopicArn", "TopicArn", _by_arn("ResourceArn")),
    _alarm("cloudwatch_alarm", "MetricAlarm"),
    _alarm("cloudwatch_composite_alarm", "CompositeAlarm"),
    Kind(
        "cloudwatch_dashboard",
        "cloudwatch",
        "ListDashboards",
        "DashboardName",
        "DashboardArn",
        _by_arn("ResourceARN"),
    ),
    Kind("xray_group", "xray", "GetGroups", "GroupName", "GroupARN", _by_arn("ResourceARN")),
    Kind(
        "xray_sampling_rule",
        "xray",
        "GetSamplingRules",
        "RuleName",
        "RuleARN",
        _by_arn("ResourceARN"),
        inside="SamplingRule",
    ),
    Kind(
        "budget",
        "budgets",
        "DescribeBudgets",
        "BudgetName",
        "arn:{partition}:budgets::{account}:budget/{id}",
        _by_arn("ResourceARN"),
        account="AccountId",
    ),
    Kind(
        "cost_anomaly_subscription",
        "ce",
        "GetAnomalySubscriptions",
        "SubscriptionName",
        "SubscriptionArn",
        _by_arn("ResourceArn"),
    ),
    # A trail of another region is listed too, but only its own region tells its tags.
    Kind(
        "trail", "cloudtrail", "ListTrails", "Name", "TrailARN", _by_arn("ResourceIdList", "ListTags"), counts=_at_home
    ),
    _backup("backup_vault", "ListBackupVaults", "BackupVaultName", "BackupVaultArn"),
    _backup("backup_plan", "ListBackupPlans", "BackupPlanName", "BackupPlanArn"),
    _backup("restore_testing_plan", "ListRestoreTestingPlans", "RestoreTestingPlanName", "RestoreTestingPlanArn"),
    Kind("config_rule", "config", "DescribeConfigRules", "ConfigRuleName", "ConfigRuleArn", _by_arn("ResourceArn")),
    Kind("config_recorder", "config", "DescribeConfigurationRecorders", "name", "arn", _by_arn("ResourceArn")),
    Kind(
        "wellarchitected_workload",
        "wellarchitected",
        "ListWorkloads",
        "WorkloadName",
        "WorkloadArn",
        _by_arn("WorkloadArn"),
    ),
    Kind(
        "ssm_document",
        "ssm",
        "ListDocuments",
        "Name",
        "arn:{partition}:ssm:{region}:{account}:document/{id}",
        Tagging({}, inline="Tags"),
        request=_filters("Filters", "Key"),
    ),
    Kind("access_analyzer", "accessanalyzer", "ListAnalyzers", "name", "arn", Tagging({}, inline="tags")),
)
