"""community.aws.application_autoscaling_policy registers targets and puts policies in check mode."""

import pytest

DIMENSION = "ecs:service:DesiredCount"
TRACKING = {
    "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"},
    "TargetValue": 60.0,
}


@pytest.fixture
def service(local_cloud):
    client = local_cloud.client("ecs")
    client.create_cluster(clusterName="scaling-defects")
    containers = [{"name": "api", "image": "example/api", "memory": 128}]
    client.register_task_definition(family="scaling-defects", containerDefinitions=containers)
    name = f"api-{len(client.list_services(cluster='scaling-defects')['serviceArns'])}"
    client.create_service(cluster="scaling-defects", serviceName=name, taskDefinition="scaling-defects", desiredCount=1)
    return f"service/scaling-defects/{name}"


def policies(cloud, service):
    client = cloud.client("application-autoscaling")
    return client.describe_scaling_policies(ServiceNamespace="ecs", ResourceId=service)["ScalingPolicies"]


def test_the_stock_module_changes_the_account(play, local_cloud, service):
    options = {
        "state": "present",
        "policy_name": "cpu",
        "service_namespace": "ecs",
        "resource_id": service,
        "scalable_dimension": DIMENSION,
        "policy_type": "TargetTrackingScaling",
        "minimum_tasks": 1,
        "maximum_tasks": 4,
        "target_tracking_scaling_policy_configuration": TRACKING,
    }
    play([{"name": "look", "community.aws.application_autoscaling_policy": options, "check_mode": True}])
    assert [policy["PolicyName"] for policy in policies(local_cloud, service)] == ["cpu"]


def test_ours_only_looks(play, local_cloud, service):
    place = {"service_namespace": "ecs", "resource_id": service, "scalable_dimension": DIMENSION}
    tracking = {
        "predefined_metric_specification": {"predefined_metric_type": "ECSServiceAverageCPUUtilization"},
        "target_value": 60,
    }
    policy = {"policy_type": "TargetTrackingScaling", "target_tracking_scaling_policy_configuration": tracking}
    results = play(
        [
            {
                "name": "target",
                "bidops.platform.application_autoscaling_target": {**place, "min_capacity": 1, "max_capacity": 4},
                "check_mode": True,
            },
            {
                "name": "policy",
                "bidops.platform.application_autoscaling_policy": {"name": "cpu", **place, **policy},
                "check_mode": True,
            },
        ]
    )
    assert results["target"]["changed"], results["target"]
    assert results["policy"]["changed"], results["policy"]
    targets = local_cloud.client("application-autoscaling").describe_scalable_targets(
        ServiceNamespace="ecs", ResourceIds=[service]
    )
    assert targets["ScalableTargets"] == []
    assert policies(local_cloud, service) == []
