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
    for lister in LISTERS:
        yield from lister(target)


def one(target: Target, service: str, key: str) -> str:
    """Id or ARN of the only thing of the target with that bidops:key, of what the lister of I(service) finds."""
    listed = globals()[f"_{service}"](target)
    (identity,) = {found for found, tags in listed if _is_ours(tags, target) and tags.get("bidops:key") == key}
    return identity


def _is_ours(tags: dict[str, str], target: Target) -> bool:
    mine = {"platform": target.prefix, "environment": target.environment, "region": target.region}
    return all(tags.get(f"bidops:{key}") == value for key, value in mine.items())


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
    for operation, result in (
        ("describe_delivery_sources", "deliverySources"),
        ("describe_delivery_destinations", "deliveryDestinations"),
        ("describe_deliveries", "deliveries"),
    ):
        for item in _pages(client, operation, result):
            yield item["arn"], client.list_tags_for_resource(resourceArn=item["arn"])["tags"]


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


_BEDROCK = (
    ("bedrock", "list_guardrails", "guardrails", "arn", {}),
    (
        "bedrock",
        "list_inference_profiles",
        "inferenceProfileSummaries",
        "inferenceProfileArn",
        {"typeEquals": "APPLICATION"},
    ),
    ("bedrock-data-automation", "list_data_automation_projects", "projects", "projectArn", {}),
    ("bedrock-data-automation", "list_blueprints", "blueprints", "blueprintArn", {"resourceOwner": "ACCOUNT"}),
)


def _bedrock(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    for service, operation, result, arn, request in _BEDROCK:
        client = target.client(service)
        for item in _pages(client, operation, result, **request):
            yield item[arn], _pairs(client.list_tags_for_resource(resourceARN=item[arn])["tags"])


def _clockwork(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    events, scheduler = target.client("events"), target.client("scheduler")
    for rule in _pages(events, "list_rules", "Rules"):
        yield rule["Arn"], _pairs(events.list_tags_for_resource(ResourceARN=rule["Arn"])["Tags"])
    for group in _pages(scheduler, "list_schedule_groups", "ScheduleGroups"):
        yield group["Arn"], _pairs(scheduler.list_tags_for_resource(ResourceArn=group["Arn"])["Tags"])


_AGENTCORE = (
    ("list_agent_runtimes", "agentRuntimes", lambda client, item: item["agentRuntimeArn"]),
    ("list_memories", "memories", lambda client, item: item["arn"]),
    ("list_policy_engines", "policyEngines", lambda client, item: item["policyEngineArn"]),
    ("list_workload_identities", "workloadIdentities", lambda client, item: item["workloadIdentityArn"]),
    (
        "list_gateways",
        "items",
        lambda client, item: client.get_gateway(gatewayIdentifier=item["gatewayId"])["gatewayArn"],
    ),
)


def _agentcore(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("bedrock-agentcore-control")
    for runtime in _pages(client, "list_agent_runtimes", "agentRuntimes"):
        points = client.list_agent_runtime_endpoints(agentRuntimeId=runtime["agentRuntimeId"])["runtimeEndpoints"]
        for point in points:
            if point["name"] != "DEFAULT":  # AgentCore's own
                arn = point["agentRuntimeEndpointArn"]
                yield arn, client.list_tags_for_resource(resourceArn=arn)["tags"]
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


def _sns(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("sns")
    for topic in _pages(client, "list_topics", "Topics"):
        yield topic["TopicArn"], _pairs(client.list_tags_for_resource(ResourceArn=topic["TopicArn"])["Tags"])


def _cloudwatch(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("cloudwatch")
    arns = [entry["DashboardArn"] for entry in _pages(client, "list_dashboards", "DashboardEntries")]
    for kind in ("MetricAlarm", "CompositeAlarm"):
        arns += [alarm["AlarmArn"] for alarm in _pages(client, "describe_alarms", f"{kind}s", AlarmTypes=[kind])]
    for arn in arns:
        yield arn, _pairs(client.list_tags_for_resource(ResourceARN=arn)["Tags"])


def _xray(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("xray")
    arns = [group["GroupARN"] for group in _pages(client, "get_groups", "Groups")]
    arns += [
        record["SamplingRule"]["RuleARN"] for record in _pages(client, "get_sampling_rules", "SamplingRuleRecords")
    ]
    for arn in arns:
        yield arn, _pairs(client.list_tags_for_resource(ResourceARN=arn)["Tags"])


def _costs(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    account = target.client("sts").get_caller_identity()["Account"]
    budgets, explorer = target.client("budgets"), target.client("ce")
    for budget in _pages(budgets, "describe_budgets", "Budgets", AccountId=account):
        arn = f"arn:aws:budgets::{account}:budget/{budget['BudgetName']}"
        yield arn, _pairs(budgets.list_tags_for_resource(ResourceARN=arn)["ResourceTags"])
    arns = [entry["SubscriptionArn"] for entry in explorer.get_anomaly_subscriptions()["AnomalySubscriptions"]]
    arns += [entry["MonitorArn"] for entry in explorer.get_anomaly_monitors()["AnomalyMonitors"]]
    for arn in arns:
        yield arn, _pairs(explorer.list_tags_for_resource(ResourceArn=arn)["ResourceTags"])


def _trails(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("cloudtrail")
    for trail in _pages(client, "list_trails", "Trails"):
        found = client.list_tags(ResourceIdList=[trail["TrailARN"]])["ResourceTagList"]
        yield trail["TrailARN"], _pairs(found[0]["TagsList"])


_BACKUPS = (
    ("list_backup_vaults", "BackupVaultList", "BackupVaultArn"),
    ("list_backup_plans", "BackupPlansList", "BackupPlanArn"),
    ("list_restore_testing_plans", "RestoreTestingPlans", "RestoreTestingPlanArn"),
)


def _backups(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("backup")
    for operation, result, arn in _BACKUPS:
        for entry in _pages(client, operation, result):
            yield entry[arn], client.list_tags(ResourceArn=entry[arn])["Tags"]


def _rules(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("config")
    arns = [rule["ConfigRuleArn"] for rule in _pages(client, "describe_config_rules", "ConfigRules")]
    arns += [entry["arn"] for entry in client.describe_configuration_recorders()["ConfigurationRecorders"]]
    for arn in arns:
        yield arn, _pairs(client.list_tags_for_resource(ResourceArn=arn)["Tags"])


def _reviews(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("wellarchitected")
    for workload in client.list_workloads()["WorkloadSummaries"]:
        arn = workload["WorkloadArn"]
        yield arn, client.list_tags_for_resource(WorkloadArn=arn)["Tags"]


def _documents(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    client = target.client("ssm")
    own = [{"Key": "Owner", "Values": ["Self"]}]
    for document in _pages(client, "list_documents", "DocumentIdentifiers", Filters=own):
        name = document["Name"]
        yield name, _pairs(client.list_tags_for_resource(ResourceType="Document", ResourceId=name)["TagList"])


def _analyzers(target: Target) -> Iterator[tuple[str, dict[str, str]]]:
    for analyzer in _pages(target.client("accessanalyzer"), "list_analyzers", "analyzers"):
        yield analyzer["arn"], analyzer["tags"]


LISTERS = (
    _ec2,
    _kms,
    _iam,
    _s3,
    _logs,
    _ssm,
    _rds,
    _secrets,
    _opensearch,
    _route53,
    _acm,
    _load_balancing,
    _web_acls,
    _knowledge_bases,
    _bedrock,
    _clockwork,
    _agentcore,
    _ecr,
    _ecs,
    _scaling,
    _service_discovery,
    _cognito,
    _sns,
    _cloudwatch,
    _xray,
    _costs,
    _trails,
    _backups,
    _rules,
    _reviews,
    _documents,
    _analyzers,
    _tagging_api,
)
