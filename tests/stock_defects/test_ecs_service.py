"""community.aws.ecs_service overlooks the network and deployments, and always changes what is left to others."""

import pytest

REVISION = {
    "networkMode": "awsvpc",
    "requiresCompatibilities": ["FARGATE"],
    "cpu": "256",
    "memory": "512",
    "containerDefinitions": [{"name": "api", "image": "example/api"}],
}


@pytest.fixture
def home(local_cloud):
    """A cluster, and a task definition in the network mode of Fargate."""
    client = local_cloud.client("ecs")
    client.create_cluster(clusterName="defects")
    if not client.list_task_definitions(familyPrefix="defects")["taskDefinitionArns"]:
        client.register_task_definition(family="defects", **REVISION)
    return {"cluster": "defects", "launch_type": "FARGATE"}


def live(cloud, name):
    return cloud.client("ecs").describe_services(cluster="defects", services=[name])["services"][0]


def groups(service):
    return service["networkConfiguration"]["awsvpcConfiguration"]["securityGroups"]


class TestStock:
    module = "community.aws.ecs_service"

    def wish(self, name, home, group, **more):
        network = {"subnets": ["subnet-1"], "security_groups": [group], "assign_public_ip": False}
        # Its compare takes a missing value for NONE, and the answer for what it is.
        wish = {"name": "stock", "state": "present", "task_definition": "defects:1", "desired_count": 1, **home}
        return {"name": name, self.module: {**wish, "network_configuration": network, **more}}

    def test_another_security_group_or_deployment_configuration_is_ignored(self, play, local_cloud, home):
        fewer = {"deployment_configuration": {"minimum_healthy_percent": 50}}
        results = play(
            [
                self.wish("make", home, "sg-1"),
                self.wish("group", home, "sg-2"),
                self.wish("rate", home, "sg-1", **fewer),
            ]
        )
        assert not results["group"]["changed"]
        assert not results["rate"]["changed"]
        service = live(local_cloud, "stock")
        assert groups(service) == ["sg-1"]
        assert service["deploymentConfiguration"]["minimumHealthyPercent"] == 100

    def test_a_family_or_no_count_always_changes(self, play, local_cloud, home):
        family = {"task_definition": "defects"}
        results = play(
            [
                self.wish("make", home, "sg-1"),
                self.wish("family", home, "sg-1", **family),
                self.wish("no count", home, "sg-1", desired_count=None),
            ]
        )
        assert results["family"]["changed"]
        assert results["no count"]["changed"]


class TestOurs:
    module = "bidops.platform.ecs_service"

    def wish(self, name, home, group, **more):
        network = {"awsvpc_configuration": {"subnets": ["subnet-1"], "security_groups": [group]}}
        wish = {"name": "ours", "task_definition": "defects:1", "desired_count": 1, **home}
        return {"name": name, self.module: {**wish, "network_configuration": network, **more}}

    def test_changes_what_differs_and_nothing_else(self, play, local_cloud, home):
        fewer = {"deployment_configuration": {"minimum_healthy_percent": 50}}
        results = play(
            [
                self.wish("make", home, "sg-1"),
                self.wish("group", home, "sg-2"),
                self.wish("rate", home, "sg-2", **fewer),
                self.wish("family", home, "sg-2", task_definition="defects"),
                self.wish("no count", home, "sg-2", desired_count=None),
            ]
        )
        assert {name: result["changed"] for name, result in results.items()} == {
            "make": True,
            "group": True,
            "rate": True,
            "family": False,
            "no count": False,
        }
        service = live(local_cloud, "ours")
        assert groups(service) == ["sg-2"]
        assert service["deploymentConfiguration"]["minimumHealthyPercent"] == 50

    def test_a_deployment_that_is_rolled_back_fails(self, play, local_cloud, home):
        breaker = {"deployment_circuit_breaker": {"enable": True, "rollback": True}}
        options = {"deployment_configuration": breaker}
        play([self.wish("make", home, "sg-3", **options)])
        client = local_cloud.client("ecs")
        newest = client.register_task_definition(family="defects", **REVISION)["taskDefinition"]["taskDefinitionArn"]
        local_cloud.faults([{"operation": "UpdateService", "failure": "the image is broken"}])
        try:
            results = play([self.wish("deploy", home, "sg-3", **options, task_definition="defects")])
        finally:
            local_cloud.faults([])
            client.deregister_task_definition(taskDefinition=newest)
        message = results["deploy"]["msg"]
        assert results["deploy"]["failed"]
        assert "task_definition of service 'ours' was changed and changed back" in message
        assert "ROLLBACK_SUCCESSFUL: the image is broken" in message
        assert live(local_cloud, "ours")["taskDefinition"].endswith("defects:1")
