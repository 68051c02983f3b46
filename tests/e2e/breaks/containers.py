"""What can go wrong with images, the cluster and the services."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target

DIMENSION = {"ServiceNamespace": "ecs", "ScalableDimension": "ecs:service:DesiredCount"}


@breaks("8.b", "8.1.d")
def images_are_not_scanned(target: Target) -> None:
    target.client("ecr").put_image_scanning_configuration(
        repositoryName=_repository(target, "frontend"), imageScanningConfiguration={"scanOnPush": False}
    )


@breaks("8.c", "8.2.a")
def images_of_production_pile_up(target: Target) -> None:
    rules = _lifecycle(target, "backend")
    rules[1]["selection"]["countNumber"] = 100
    _put_lifecycle(target, "backend", rules)


@breaks("8.c", "8.2.c")
def images_without_a_tag_stay(target: Target) -> None:
    _put_lifecycle(target, "agentcore", _lifecycle(target, "agentcore")[1:])


@breaks("8.d")
def everybody_may_fetch_an_image(target: Target) -> None:
    statement = {"Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}
    target.client("ecr").set_repository_policy(
        repositoryName=_repository(target, "frontend"),
        policyText=json.dumps({"Version": "2012-10-17", "Statement": [statement]}),
    )


@breaks("9.1.b")
def tasks_run_on_demand_only(target: Target) -> None:
    target.client("ecs").put_cluster_capacity_providers(
        cluster=one(target, "ecs", "cluster"),
        capacityProviders=["FARGATE", "FARGATE_SPOT"],
        defaultCapacityProviderStrategy=[{"capacityProvider": "FARGATE", "base": 1, "weight": 1}],
    )


@breaks("9.1.c")
def container_insights_are_off(target: Target) -> None:
    target.client("ecs").update_cluster_settings(
        cluster=one(target, "ecs", "cluster"), settings=[{"name": "containerInsights", "value": "disabled"}]
    )


@breaks("9.b", "9.2.d")
def deployments_are_not_rolled_back(target: Target) -> None:
    _update(
        target, "frontend", deploymentConfiguration={"deploymentCircuitBreaker": {"enable": True, "rollback": False}}
    )


@breaks("9.d")
def the_frontend_finds_nobody(target: Target) -> None:
    _update(target, "frontend", serviceConnectConfiguration={"enabled": False})


@breaks("17.3.b")
def tasks_stay_where_a_zone_was_lost(target: Target) -> None:
    _update(target, "backend", availabilityZoneRebalancing="DISABLED")


@breaks("9.c", "9.3.b")
def the_backend_hardly_grows(target: Target) -> None:
    target.client("application-autoscaling").register_scalable_target(
        ResourceId=_scaled(target, "backend"), MinCapacity=2, MaxCapacity=3, **DIMENSION
    )


@breaks("16.c", "16.2.a")
def load_on_the_cpu_is_not_followed(target: Target) -> None:
    scaling, (cpu, _memory) = target.client("application-autoscaling"), _policies(target, "frontend")
    scaling.delete_scaling_policy(PolicyName=cpu["PolicyName"], ResourceId=cpu["ResourceId"], **DIMENSION)


@breaks("16.c", "16.2.d")
def tasks_never_go(target: Target) -> None:
    policy = _policies(target, "backend")[0]
    tracked = {**policy["TargetTrackingScalingPolicyConfiguration"], "DisableScaleIn": True}
    target.client("application-autoscaling").put_scaling_policy(
        PolicyName=policy["PolicyName"],
        PolicyType=policy["PolicyType"],
        ResourceId=policy["ResourceId"],
        TargetTrackingScalingPolicyConfiguration=tracked,
        **DIMENSION,
    )


@breaks("16.c", "16.2.c")
def nights_are_like_days(target: Target) -> None:
    scaling, place = target.client("application-autoscaling"), _scaled(target, "frontend")
    actions = scaling.describe_scheduled_actions(ResourceId=place, **DIMENSION)["ScheduledActions"]
    (evening,) = [one for one in actions if one["ScalableTargetAction"]["MaxCapacity"] < 10]
    scaling.delete_scheduled_action(ScheduledActionName=evening["ScheduledActionName"], ResourceId=place, **DIMENSION)


@breaks("13.b", "13.3.a")
def the_frontend_sends_no_traces(target: Target) -> None:
    """A revision without the collector."""
    ecs = target.client("ecs")
    service = ecs.describe_services(
        cluster=one(target, "ecs", "cluster"), services=[one(target, "ecs", "service-frontend")]
    )["services"][0]
    found = ecs.describe_task_definition(taskDefinition=service["taskDefinition"], include=["TAGS"])
    kept = ("family", "taskRoleArn", "executionRoleArn", "networkMode", "runtimePlatform", "cpu", "memory")
    definition = found["taskDefinition"]
    containers = [entry for entry in definition["containerDefinitions"] if entry["name"] == "frontend"]
    containers[0].pop("dependsOn")
    made = ecs.register_task_definition(
        **{name: definition[name] for name in kept},
        requiresCompatibilities=["FARGATE"],
        containerDefinitions=containers,
        tags=found["tags"],
    )
    _update(target, "frontend", taskDefinition=made["taskDefinition"]["taskDefinitionArn"])


def _repository(target: Target, image: str) -> str:
    return one(target, "ecr", f"repository-{image}").partition("/")[2]


def _lifecycle(target: Target, image: str) -> list[dict[str, Any]]:
    policy = target.client("ecr").get_lifecycle_policy(repositoryName=_repository(target, image))
    return json.loads(policy["lifecyclePolicyText"])["rules"]


def _put_lifecycle(target: Target, image: str, rules: list[dict[str, Any]]) -> None:
    target.client("ecr").put_lifecycle_policy(
        repositoryName=_repository(target, image), lifecyclePolicyText=json.dumps({"rules": rules})
    )


def _update(target: Target, name: str, **change: Any) -> None:
    cluster, service = one(target, "ecs", "cluster"), one(target, "ecs", f"service-{name}")
    target.client("ecs").update_service(cluster=cluster, service=service, **change)


def _scaled(target: Target, name: str) -> str:
    return f"service/{one(target, 'ecs', f'service-{name}').partition(':service/')[2]}"


def _policies(target: Target, name: str) -> list[dict[str, Any]]:
    """The one for CPU, and the one for memory."""
    scaling = target.client("application-autoscaling")
    found = scaling.describe_scaling_policies(ResourceId=_scaled(target, name), **DIMENSION)["ScalingPolicies"]
    return sorted(found, key=lambda policy: policy["PolicyName"])
