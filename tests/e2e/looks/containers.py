"""What the requirements say of the registry, the cluster and the services, asked of a deployed platform."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.journey import Target

SERVICES = {"frontend": (3000, 10), "backend": (8000, 20)}
ECS = "ecs:service:DesiredCount"


def _outputs(target: Target, layer: str = "containers") -> dict[str, str]:
    path = f"/{target.prefix}/{target.environment}/outputs/{layer}/"
    pages = target.client("ssm").get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True)
    return {item["Name"].removeprefix(path): item["Value"] for page in pages for item in page["Parameters"]}


def _repositories(target: Target) -> list[dict[str, Any]]:
    uris = {value for name, value in _outputs(target).items() if name.endswith("_repository_uri")}
    return [
        item for item in target.client("ecr").describe_repositories()["repositories"] if item["repositoryUri"] in uris
    ]


def _service(target: Target, name: str) -> dict[str, Any]:
    outputs = _outputs(target)
    answer = target.client("ecs").describe_services(
        cluster=outputs["cluster_name"], services=[outputs[f"{name}_service_name"]]
    )
    return answer["services"][0]


def _definition(target: Target, name: str) -> dict[str, Any]:
    arn = _service(target, name)["taskDefinition"]
    return target.client("ecs").describe_task_definition(taskDefinition=arn)["taskDefinition"]


def _containers(target: Target, name: str) -> dict[str, dict[str, Any]]:
    return {item["name"]: item for item in _definition(target, name)["containerDefinitions"]}


def three_repositories_scan_what_is_pushed_and_keep_tags(target: Target) -> None:
    """8.a 8.b 8.1.a 8.1.b 8.1.c 8.1.d"""
    found = _repositories(target)
    assert {item["repositoryName"].rpartition("-")[2] for item in found} == {"frontend", "backend", "agentcore"}
    for item in found:
        assert item["imageScanningConfiguration"]["scanOnPush"] is True
        assert item["imageTagMutability"] == "IMMUTABLE"
        assert item["encryptionConfiguration"]["encryptionType"] == "KMS"


def images_go_as_they_age(target: Target) -> None:
    """8.c 8.2.a 8.2.b 8.2.c"""
    ecr = target.client("ecr")
    for item in _repositories(target):
        policy = ecr.get_lifecycle_policy(repositoryName=item["repositoryName"])["lifecyclePolicyText"]
        kept = {
            ",".join(rule["selection"].get("tagPrefixList", [rule["selection"]["tagStatus"]])): (
                rule["selection"]["countType"],
                rule["selection"]["countNumber"],
            )
            for rule in json.loads(policy)["rules"]
        }
        assert kept == {
            "untagged": ("sinceImagePushed", 1),
            "prod-": ("imageCountMoreThan", 10),
            "dev-": ("imageCountMoreThan", 5),
        }


def only_who_runs_an_image_may_pull_it(target: Target) -> None:
    """8.d 8.2.d"""
    ecr = target.client("ecr")
    for item in _repositories(target):
        policy = json.loads(ecr.get_repository_policy(repositoryName=item["repositoryName"])["policyText"])
        (statement,) = policy["Statement"]
        assert statement["Principal"] != "*"
        assert "ecr:PutImage" not in statement["Action"]
        assert ":role/" in statement["Condition"]["ArnEquals"]["aws:PrincipalArn"]


def the_cluster_is_for_fargate_and_is_watched(target: Target) -> None:
    """9.a 9.1.a 9.1.b 9.1.c"""
    ecs = target.client("ecs")
    include = ["SETTINGS", "CONFIGURATIONS"]
    (cluster,) = ecs.describe_clusters(clusters=[_outputs(target)["cluster_name"]], include=include)["clusters"]
    assert set(cluster["capacityProviders"]) == {"FARGATE", "FARGATE_SPOT"}
    assert any(entry["capacityProvider"] == "FARGATE_SPOT" for entry in cluster["defaultCapacityProviderStrategy"])
    assert {item["name"]: item["value"] for item in cluster["settings"]}["containerInsights"] in ("enabled", "enhanced")
    sessions = cluster["configuration"]["executeCommandConfiguration"]
    assert sessions["kmsKeyId"]
    assert sessions["logConfiguration"]["cloudWatchEncryptionEnabled"] is True


def roles_of_tasks_name_what_they_may_touch(target: Target) -> None:
    """3.3.a 3.3.b 9.1.d 8.2.d"""
    iam = target.client("iam")
    knows_no_resource = {"ecr:GetAuthorizationToken", "logs:DescribeLogGroups"}
    for name in SERVICES:
        definition = _definition(target, name)
        assert definition["taskRoleArn"] != definition["executionRoleArn"]
        for arn in (definition["taskRoleArn"], definition["executionRoleArn"]):
            role = arn.rpartition("/")[2]
            for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
                for statement in iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]["Statement"]:
                    actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
                    wide = statement["Resource"] == "*"
                    allowed = all(
                        action in knows_no_resource or action.startswith(("xray:", "ssmmessages:"))
                        for action in actions
                    )
                    assert not wide or allowed, statement
                    assert not any("*" in action for action in actions), statement


def task_definitions_are_for_arm_with_logs_and_health_checks(target: Target) -> None:
    """9.2.a 9.3.a 9.2.d"""
    logs = target.client("logs")
    for name, (port, _most) in SERVICES.items():
        definition = _definition(target, name)
        assert definition["runtimePlatform"]["cpuArchitecture"] == "ARM64"
        assert definition["networkMode"] == "awsvpc"
        container = _containers(target, name)[name]
        assert [entry["containerPort"] for entry in container["portMappings"]] == [port]
        assert f":{port}/" in container["healthCheck"]["command"][1]
        assert container["logConfiguration"]["logDriver"] == "awslogs"
        group = container["logConfiguration"]["options"]["awslogs-group"]
        (found,) = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
        assert found["kmsKeyId"]
        assert found["retentionInDays"]


def a_collector_stands_beside_each_and_no_daemon_of_x_ray(target: Target) -> None:
    """13.3.a"""
    for name in SERVICES:
        containers = _containers(target, name)
        assert "aws-otel-collector" in containers["collector"]["image"]
        settings = json.loads(containers["collector"]["environment"][0]["value"])
        assert settings["service"]["pipelines"]["traces"]["exporters"] == ["awsxray"]
        assert not any("xray-daemon" in item["image"] for item in containers.values())


def containers_are_told_where_things_are(target: Target) -> None:
    """9.3.d 12.2.d"""
    frontend, backend = (_containers(target, name)[name] for name in ("frontend", "backend"))
    told = {entry["name"]: entry["value"] for entry in backend["environment"]}
    for layer in ("auth", "bedrock", "agentcore", "database"):
        for name, value in _outputs(target, layer).items():
            assert told[f"{layer}_{name}".upper()] == value
    secrets = {entry["name"]: entry["valueFrom"] for entry in frontend["secrets"]}
    found = target.client("secretsmanager").describe_secret(SecretId=secrets["SESSION_SECRET"])
    assert found["KmsKeyId"]
    assert {entry["name"] for entry in frontend["environment"]} >= {"BACKEND_URL", "PORT", "NODE_ENV"}


def services_run_in_private_subnets_and_roll_back(target: Target) -> None:
    """9.b 9.c 9.2.d 15.d"""
    for name in SERVICES:
        service = _service(target, name)
        assert service["runningCount"] == service["desiredCount"] >= 2
        deployment = service["deploymentConfiguration"]
        assert deployment["deploymentCircuitBreaker"] == {"enable": True, "rollback": True}
        assert deployment.get("strategy", "ROLLING") == "ROLLING"
        network = service["networkConfiguration"]["awsvpcConfiguration"]
        assert network["assignPublicIp"] == "DISABLED"
        assert sorted(network["subnets"]) == sorted(_outputs(target, "network")["private_app_subnet_ids"].split(","))
        assert network["securityGroups"] == [_outputs(target, "security")[f"{name}_group_id"]]


def services_find_each_other_and_stand_behind_load_balancers(target: Target) -> None:
    """9.d 9.2.c 9.3.c"""
    balancing = _outputs(target, "load_balancing")
    for name, (port, _most) in SERVICES.items():
        service = _service(target, name)
        connect = service["deployments"][0]["serviceConnectConfiguration"]
        assert connect["enabled"] is True
        assert connect["namespace"] == _outputs(target)["namespace_arn"]
        group = balancing.get(f"{name}_target_group_arn")
        behind = [(entry["targetGroupArn"], entry["containerPort"]) for entry in service["loadBalancers"]]
        assert behind == ([(group, port)] if group else [])
    offered = _service(target, "backend")["deployments"][0]["serviceConnectConfiguration"]["services"]
    assert [entry["discoveryName"] for entry in offered] == ["backend"]


def services_grow_and_shrink(target: Target) -> None:
    """9.2.b 9.3.b 16.2.a 16.2.c 16.2.d"""
    scaling = target.client("application-autoscaling")
    outputs = _outputs(target)
    for name, (_port, most) in SERVICES.items():
        resource = f"service/{outputs['cluster_name']}/{outputs[f'{name}_service_name']}"
        place = {"ServiceNamespace": "ecs", "ScalableDimension": ECS}
        (bounds,) = scaling.describe_scalable_targets(ResourceIds=[resource], **place)["ScalableTargets"]
        assert (bounds["MinCapacity"], bounds["MaxCapacity"]) == (2, most)
        policies = scaling.describe_scaling_policies(ResourceId=resource, **place)["ScalingPolicies"]
        configurations = [policy["TargetTrackingScalingPolicyConfiguration"] for policy in policies]
        metrics = {item["PredefinedMetricSpecification"]["PredefinedMetricType"] for item in configurations}
        assert metrics == {"ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"}
        assert all(0 < item["ScaleOutCooldown"] < item["ScaleInCooldown"] for item in configurations)
        assert scaling.describe_scheduled_actions(ResourceId=resource, **place)["ScheduledActions"]
