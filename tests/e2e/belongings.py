"""What in a cloud carries the platform's tags, asked of every service itself, and independent of the collection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.e2e.journey import Target


def tagged(target: Target) -> set[str]:
    """Ids or ARNs of everything that is tagged as the target's, whichever service it belongs to."""
    return {identity for identity, tags in everything(target) if _is_ours(tags, target)}


def everything(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    """Id or ARN, and tags, of everything that the services of the platform have in the target's region."""
    listers = (_ec2, _kms, _iam, _s3, _logs, _ssm, _rds, _secrets, _opensearch, _knowledge_bases, _agentcore)
    for lister in (*listers, _tagging_api):
    for lister in _LISTERS:
    for lister in LISTERS:
        yield from lister(target)


def _is_ours(tags: dict[str, str], target: Target) -> bool:
    return tags.get("bidops:platform") == target.prefix and tags.get("bidops:environment") == target.environment


def _pairs(tags: Any) -> dict[str, str]:
    """Tags from a list in any of the spellings that services have."""
    return {
        next(tag[name] for name in ("Key", "TagKey", "key") if name in tag): next(
            (tag[name] for name in ("Value", "TagValue", "value") if name in tag), ""
        )
        for tag in tags or []
    }


def _pages(client: Any, operation: str, result: str, **request: Any) -> list[Any]:
    if not client.can_paginate(operation):
        return getattr(client, operation)(**request)[result]
    return [item for page in client.get_paginator(operation).paginate(**request) for item in page[result]]


_EC2 = (
    ("describe_vpcs", "Vpcs", "VpcId"),
    ("describe_subnets", "Subnets", "SubnetId"),
    ("describe_internet_gateways", "InternetGateways", "InternetGatewayId"),
    ("describe_nat_gateways", "NatGateways", "NatGatewayId"),
    ("describe_addresses", "Addresses", "AllocationId"),
    ("describe_route_tables", "RouteTables", "RouteTableId"),
    ("describe_security_groups", "SecurityGroups", "GroupId"),
    ("describe_vpc_endpoints", "VpcEndpoints", "VpcEndpointId"),
    ("describe_flow_logs", "FlowLogs", "FlowLogId"),
    ("describe_network_acls", "NetworkAcls", "NetworkAclId"),
    ("describe_network_interfaces", "NetworkInterfaces", "NetworkInterfaceId"),
)


def _ec2(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("ec2")
    for operation, result, identity in _EC2:
        for item in _pages(client, operation, result):
            if item.get("State") not in ("deleted", "deleting"):
                yield item[identity], _pairs(item.get("Tags") or item.get("TagSet"))


def _kms(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("kms")
    for key in _pages(client, "list_keys", "Keys"):
        # A key can't be deleted at once: AWS keeps it for a week at least.
        if client.describe_key(KeyId=key["KeyId"])["KeyMetadata"]["KeyState"] != "PendingDeletion":
            yield key["KeyArn"], _pairs(client.list_resource_tags(KeyId=key["KeyId"])["Tags"])


def _iam(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("iam")
    for role in _pages(client, "list_roles", "Roles"):
        yield role["Arn"], _pairs(client.list_role_tags(RoleName=role["RoleName"])["Tags"])
    for policy in _pages(client, "list_policies", "Policies", Scope="Local"):
        yield policy["Arn"], _pairs(client.list_policy_tags(PolicyArn=policy["Arn"])["Tags"])
    for provider in client.list_open_id_connect_providers()["OpenIDConnectProviderList"]:
        arn = provider["Arn"]
        yield arn, _pairs(client.list_open_id_connect_provider_tags(OpenIDConnectProviderArn=arn)["Tags"])


def _s3(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("s3")
    for bucket in client.list_buckets()["Buckets"]:
        try:
            tags = client.get_bucket_tagging(Bucket=bucket["Name"])["TagSet"]
        except client.exceptions.ClientError:
            tags = []
        yield f"arn:aws:s3:::{bucket['Name']}", _pairs(tags)


def _logs(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("logs")
    for group in _pages(client, "describe_log_groups", "logGroups"):
        yield group["logGroupName"], client.list_tags_log_group(logGroupName=group["logGroupName"])["tags"]


def _ssm(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("ssm")
    for parameter in _pages(client, "describe_parameters", "Parameters"):
        tags = client.list_tags_for_resource(ResourceType="Parameter", ResourceId=parameter["Name"])["TagList"]
        yield parameter["Name"], _pairs(tags)


_RDS = (
    ("describe_db_clusters", "DBClusters", "DBClusterArn", {}),
    ("describe_db_instances", "DBInstances", "DBInstanceArn", {}),
    ("describe_db_subnet_groups", "DBSubnetGroups", "DBSubnetGroupArn", {}),
    (
        "describe_db_cluster_parameter_groups",
        "DBClusterParameterGroups",
        "DBClusterParameterGroupArn",
        {},
    ),
    ("describe_db_cluster_snapshots", "DBClusterSnapshots", "DBClusterSnapshotArn", {"SnapshotType": "manual"}),
)


def _rds(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("rds")
    for operation, result, identity, request in _RDS:
        for item in _pages(client, operation, result, **request):
            yield item[identity], _pairs(client.list_tags_for_resource(ResourceName=item[identity])["TagList"])


def _secrets(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("secretsmanager")
    for secret in _pages(client, "list_secrets", "SecretList"):
        yield secret["ARN"], _pairs(secret.get("Tags"))


def _opensearch(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("opensearch")
    for domain in client.list_domain_names()["DomainNames"]:
        arn = client.describe_domain(DomainName=domain["DomainName"])["DomainStatus"]["ARN"]
        yield arn, _pairs(client.list_tags(ARN=arn)["TagList"])


def _route53(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("route53")
    for zone in _pages(client, "list_hosted_zones", "HostedZones"):
        number = zone["Id"].removeprefix("/hostedzone/")
        tags = client.list_tags_for_resource(ResourceType="hostedzone", ResourceId=number)["ResourceTagSet"]["Tags"]
        yield zone["Id"], _pairs(tags)


def _acm(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("acm")
    for entry in _pages(client, "list_certificates", "CertificateSummaryList"):
        arn = entry["CertificateArn"]
        yield arn, _pairs(client.list_tags_for_certificate(CertificateArn=arn)["Tags"])


_ELB = (
    ("describe_load_balancers", "LoadBalancers", "LoadBalancerArn"),
    ("describe_target_groups", "TargetGroups", "TargetGroupArn"),
)


def _load_balancing(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("elbv2")
    arns = [item[arn] for operation, result, arn in _ELB for item in _pages(client, operation, result)]
    for balancer in [arn for arn in arns if ":loadbalancer/" in arn]:
        listeners = [item["ListenerArn"] for item in client.describe_listeners(LoadBalancerArn=balancer)["Listeners"]]
        arns += listeners
        for listener in listeners:
            rules = client.describe_rules(ListenerArn=listener)["Rules"]
            arns += [rule["RuleArn"] for rule in rules if not rule["IsDefault"]]
    for arn in arns:
        yield arn, _pairs(client.describe_tags(ResourceArns=[arn])["TagDescriptions"][0]["Tags"])


def _web_acls(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("wafv2")
    for entry in client.list_web_acls(Scope="REGIONAL")["WebACLs"]:
        tags = client.list_tags_for_resource(ResourceARN=entry["ARN"])["TagInfoForResource"]["TagList"]
        yield entry["ARN"], _pairs(tags)


def _knowledge_bases(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("bedrock-agent")
    for entry in _pages(client, "list_knowledge_bases", "knowledgeBaseSummaries"):
        base = client.get_knowledge_base(knowledgeBaseId=entry["knowledgeBaseId"])["knowledgeBase"]
        arn = base["knowledgeBaseArn"]
        yield arn, client.list_tags_for_resource(resourceArn=arn)["tags"]


_AGENTCORE = (
    ("list_agent_runtimes", "agentRuntimes", lambda client, item: item["agentRuntimeArn"]),
    ("list_memories", "memories", lambda client, item: item["arn"]),
    (
        "list_gateways",
        "items",
        lambda client, item: client.get_gateway(gatewayIdentifier=item["gatewayId"])["gatewayArn"],
    ),
)


def _agentcore(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("bedrock-agentcore-control")
    for operation, result, arn_of in _AGENTCORE:
        for item in _pages(client, operation, result):
            arn = arn_of(client, item)
            yield arn, client.list_tags_for_resource(resourceArn=arn)["tags"]


def _ecr(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("ecr")
    for repository in _pages(client, "describe_repositories", "repositories"):
        arn = repository["repositoryArn"]
        yield arn, _pairs(client.list_tags_for_resource(resourceArn=arn)["tags"])


def _ecs(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("ecs")
    clusters = _pages(client, "list_clusters", "clusterArns")
    services = [arn for cluster in clusters for arn in _pages(client, "list_services", "serviceArns", cluster=cluster)]
    for arn in [*clusters, *services, *_pages(client, "list_task_definitions", "taskDefinitionArns")]:
        yield arn, _pairs(client.list_tags_for_resource(resourceArn=arn)["tags"])


def _scaling(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("application-autoscaling")
    for item in _pages(client, "describe_scalable_targets", "ScalableTargets", ServiceNamespace="ecs"):
        arn = item["ScalableTargetARN"]
        yield arn, client.list_tags_for_resource(ResourceARN=arn)["Tags"]


def _service_discovery(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("servicediscovery")
    for namespace in _pages(client, "list_namespaces", "Namespaces"):
        arn = namespace["Arn"]
        yield arn, _pairs(client.list_tags_for_resource(ResourceARN=arn)["Tags"])


def _secrets(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("secretsmanager")
    for secret in _pages(client, "list_secrets", "SecretList"):
        yield secret["ARN"], _pairs(secret.get("Tags"))


def _cognito(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("cognito-idp")
    for pool in _pages(client, "list_user_pools", "UserPools", MaxResults=60):
        found = client.describe_user_pool(UserPoolId=pool["Id"])["UserPool"]
        yield found["Arn"], found.get("UserPoolTags", {})


def _tagging_api(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("resourcegroupstaggingapi")
    for entry in _pages(client, "get_resources", "ResourceTagMappingList"):
        # It goes on to list keys that only wait for their end, gateways that are deleted and revisions that nobody can
        # run any more; the services themselves were asked above.
        if not any(word in entry["ResourceARN"] for word in (":kms:", ":natgateway/", ":task-definition/")):
            yield entry["ResourceARN"], _pairs(entry["Tags"])


_LISTERS = (
LISTERS = (
    _ec2,
    _kms,
    _iam,
    _s3,
    _logs,
    _ssm,
    _opensearch,
    _knowledge_bases,
    _agentcore,
    _ecr,
    _ecs,
    _scaling,
    _service_discovery,
    _secrets,
    _cognito,
    _route53,
    _acm,
    _load_balancing,
    _web_acls,
    _knowledge_bases,
    _agentcore,
    _tagging_api,
)
