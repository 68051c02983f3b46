"""Application Auto Scaling: targets, and what belongs to them."""

from collections.abc import Callable
from typing import Any

import pytest

PLACE = {
    "ServiceNamespace": "ecs",
    "ResourceId": "service/shop/api",
    "ScalableDimension": "ecs:service:DesiredCount",
}
BOUNDS = {"MinCapacity": 1, "MaxCapacity": 4}
CPU = {"PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}, "TargetValue": 60}
POLICY = {
    "PolicyName": "cpu",
    "PolicyType": "TargetTrackingScaling",
    "TargetTrackingScalingPolicyConfiguration": CPU,
}
ACTION = {"ScheduledActionName": "night", "Schedule": "cron(0 20 * * ? *)", "ScalableTargetAction": {"MaxCapacity": 1}}


@pytest.fixture
def client(cloud: Any) -> Any:
    """A client whose cloud has a service that can be scaled."""
    ecs = cloud.client("ecs")
    ecs.create_cluster(clusterName="shop")
    containers = [{"name": "api", "image": "example/api", "memory": 128}]
    ecs.register_task_definition(family="api", containerDefinitions=containers)
    ecs.create_service(cluster="shop", serviceName="api", taskDefinition="api", desiredCount=1)
    return cloud.client("application-autoscaling")


def targets(client: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]
    return found


def test_a_target_is_registered_once_and_changed(client: Any) -> None:
    arn = client.register_scalable_target(**PLACE, **BOUNDS, Tags={"a": "b"})["ScalableTargetARN"]
    assert client.register_scalable_target(**PLACE, MaxCapacity=8)["ScalableTargetARN"] == arn
    told = targets(client)
    assert [(item["MinCapacity"], item["MaxCapacity"]) for item in told] == [(1, 8)]
    assert told[0]["RoleARN"].endswith("AWSServiceRoleForApplicationAutoScaling_ECSService")
    assert client.list_tags_for_resource(ResourceARN=arn)["Tags"] == {"a": "b"}


def test_policies_and_actions_go_with_their_target(client: Any, code: Callable[..., str]) -> None:
    assert code(client.put_scaling_policy, **PLACE, **POLICY) == "ObjectNotFoundException"
    client.register_scalable_target(**PLACE, **BOUNDS)
    client.put_scaling_policy(**PLACE, **POLICY)
    client.put_scaling_policy(
        **PLACE, **{**POLICY, "TargetTrackingScalingPolicyConfiguration": {**CPU, "TargetValue": 50}}
    )
    client.put_scheduled_action(**PLACE, **ACTION)
    policies = client.describe_scaling_policies(ServiceNamespace="ecs", PolicyNames=["cpu"])["ScalingPolicies"]
    assert [item["TargetTrackingScalingPolicyConfiguration"]["TargetValue"] for item in policies] == [50]
    actions = client.describe_scheduled_actions(ServiceNamespace="ecs", ResourceId=PLACE["ResourceId"])
    assert [item["Timezone"] for item in actions["ScheduledActions"]] == ["UTC"]
    client.deregister_scalable_target(**PLACE)
    assert targets(client) == []
    assert client.describe_scaling_policies(ServiceNamespace="ecs")["ScalingPolicies"] == []
    assert client.describe_scheduled_actions(ServiceNamespace="ecs")["ScheduledActions"] == []


@pytest.mark.parametrize(
    "change",
    [
        {"MinCapacity": 9},
        {"ResourceId": "service/shop/other"},
        {"ServiceNamespace": "rds"},
    ],
)
def test_what_cannot_be_a_target(client: Any, code: Callable[..., str], change: dict[str, Any]) -> None:
    assert code(client.register_scalable_target, **{**PLACE, **BOUNDS, **change}) == "ValidationException"


def test_a_new_target_needs_bounds(client: Any, code: Callable[..., str]) -> None:
    assert code(client.register_scalable_target, **PLACE) == "ValidationException"


@pytest.mark.parametrize(
    "change",
    [
        {"TargetTrackingScalingPolicyConfiguration": {"TargetValue": 1}},
        {"PolicyType": "StepScaling"},
    ],
)
def test_what_cannot_be_a_policy(client: Any, code: Callable[..., str], change: dict[str, Any]) -> None:
    client.register_scalable_target(**PLACE, **BOUNDS)
    assert code(client.put_scaling_policy, **{**PLACE, **POLICY, **change}) == "ValidationException"


@pytest.mark.parametrize("change", [{"Schedule": "at night"}, {"ScalableTargetAction": {}}])
def test_what_cannot_be_an_action(client: Any, code: Callable[..., str], change: dict[str, Any]) -> None:
    client.register_scalable_target(**PLACE, **BOUNDS)
    assert code(client.put_scheduled_action, **{**PLACE, **ACTION, **change}) == "ValidationException"


def test_what_is_not_there_cannot_go(client: Any, code: Callable[..., str]) -> None:
    assert code(client.deregister_scalable_target, **PLACE) == "ObjectNotFoundException"
    assert code(client.delete_scaling_policy, **PLACE, PolicyName="cpu") == "ObjectNotFoundException"
