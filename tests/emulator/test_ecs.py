"""ECS: clusters, revisions, services whose deployments take time or fail, and their tasks."""

import json
import time
import urllib.request
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

CONTAINER = {"name": "api", "image": "example/api", "portMappings": [{"containerPort": 80, "name": "http"}]}
FARGATE = {
    "requiresCompatibilities": ["FARGATE"],
    "networkMode": "awsvpc",
    "cpu": "256",
    "memory": "512",
    "containerDefinitions": [CONTAINER],
}
NETWORK = {"awsvpcConfiguration": {"subnets": ["subnet-1"]}}
BREAKER = {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("ecs")


@pytest.fixture
def home(client: Any) -> Any:
    """A client whose cloud has a cluster, shop, and a task definition, api:1."""
    client.create_cluster(clusterName="shop", capacityProviders=["FARGATE"])
    client.register_task_definition(family="api", **FARGATE)
    return client


def create(client: Any, **more: Any) -> dict[str, Any]:
    request = {"serviceName": "api", "taskDefinition": "api", "desiredCount": 2, "launchType": "FARGATE", **more}
    made: dict[str, Any] = client.create_service(cluster="shop", networkConfiguration=NETWORK, **request)["service"]
    return made


def live(client: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.describe_services(cluster="shop", services=["api"], include=["TAGS"])["services"][0]
    return found


def fail(cloud: Any, operation: str, reason: str) -> None:
    rules = json.dumps([{"operation": operation, "failure": reason}]).encode()
    request = urllib.request.Request(f"{cloud.url}/_local-cloud/faults", rules, method="PUT")
    urllib.request.urlopen(request, timeout=10).close()


class TestClusters:
    def test_live(self, client: Any) -> None:
        made = client.create_cluster(clusterName="shop", tags=[{"key": "a", "value": "b"}])["cluster"]
        assert made["status"] == "ACTIVE"
        assert client.create_cluster(clusterName="shop")["cluster"]["clusterArn"] == made["clusterArn"]
        assert client.list_clusters()["clusterArns"] == [made["clusterArn"]]
        settings = [{"name": "containerInsights", "value": "enhanced"}]
        client.update_cluster_settings(cluster="shop", settings=settings)
        client.update_cluster(cluster="shop", configuration={"executeCommandConfiguration": {"logging": "NONE"}})
        told = client.describe_clusters(clusters=["shop", "other"], include=["SETTINGS", "TAGS", "CONFIGURATIONS"])
        assert told["clusters"][0]["settings"] == settings
        assert told["clusters"][0]["configuration"] == {"executeCommandConfiguration": {"logging": "NONE"}}
        assert told["clusters"][0]["tags"] == [{"key": "a", "value": "b"}]
        assert [failure["reason"] for failure in told["failures"]] == ["MISSING"]
        assert "settings" not in client.describe_clusters(clusters=["shop"])["clusters"][0]

    def test_a_deleted_one_lingers_and_can_be_made_again(self, client: Any) -> None:
        client.create_cluster(clusterName="shop")
        client.delete_cluster(cluster="shop")
        assert client.describe_clusters(clusters=["shop"])["clusters"][0]["status"] == "INACTIVE"
        assert client.list_clusters()["clusterArns"] == []
        assert client.create_cluster(clusterName="shop")["cluster"]["status"] == "ACTIVE"

    def test_capacity_providers(self, home: Any, code: Callable[..., str]) -> None:
        strategy = [{"capacityProvider": "FARGATE_SPOT", "weight": 1}]
        request = {"cluster": "shop", "defaultCapacityProviderStrategy": strategy}
        put = home.put_cluster_capacity_providers
        assert code(put, **request, capacityProviders=["FARGATE"]) == "InvalidParameterException"
        assert code(put, **request, capacityProviders=["MINE"]) == "InvalidParameterException"
        put(**request, capacityProviders=["FARGATE", "FARGATE_SPOT"])
        service = home.create_service(
            cluster="shop", serviceName="spot", taskDefinition="api", desiredCount=1, networkConfiguration=NETWORK
        )
        assert service["service"]["capacityProviderStrategy"] == [{**strategy[0], "base": 0}]
        again = {"cluster": "shop", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": []}
        assert code(put, **again) == "ResourceInUseException"


class TestTaskDefinitions:
    def test_revisions(self, client: Any) -> None:
        first = client.register_task_definition(family="api", **FARGATE, tags=[{"key": "a", "value": "b"}])
        assert first["taskDefinition"]["revision"] == 1
        assert first["taskDefinition"]["containerDefinitions"][0]["portMappings"][0]["hostPort"] == 80
        client.register_task_definition(family="api", **FARGATE)
        newest = client.describe_task_definition(taskDefinition="api", include=["TAGS"])
        assert newest["taskDefinition"]["revision"] == 2
        assert newest["tags"] == []
        client.deregister_task_definition(taskDefinition="api:2")
        assert client.describe_task_definition(taskDefinition="api")["taskDefinition"]["revision"] == 1
        assert client.describe_task_definition(taskDefinition="api:2")["taskDefinition"]["status"] == "INACTIVE"
        assert client.register_task_definition(family="api", **FARGATE)["taskDefinition"]["revision"] == 3
        assert len(client.list_task_definitions(familyPrefix="api")["taskDefinitionArns"]) == 2
        assert client.list_task_definition_families()["families"] == ["api"]

    def test_amounts_in_words(self, client: Any) -> None:
        made = client.register_task_definition(family="api", **{**FARGATE, "cpu": "1 vCPU", "memory": "2 GB"})
        assert (made["taskDefinition"]["cpu"], made["taskDefinition"]["memory"]) == ("1024", "2048")

    @pytest.mark.parametrize(
        "change",
        [
            {"memory": "8192"},
            {"networkMode": "bridge"},
            {"family": "a b"},
            {"containerDefinitions": [{**CONTAINER, "essential": False}]},
            {"containerDefinitions": [CONTAINER, CONTAINER]},
            {"containerDefinitions": [{**CONTAINER, "mountPoints": [{"sourceVolume": "x", "containerPath": "/x"}]}]},
            {"containerDefinitions": [{**CONTAINER, "portMappings": [{"containerPort": 80, "hostPort": 81}]}]},
        ],
    )
    def test_what_cannot_be_registered(self, client: Any, code: Callable[..., str], change: dict[str, Any]) -> None:
        assert code(client.register_task_definition, **{"family": "api", **FARGATE, **change}) == "ClientException"

    def test_what_is_not_there(self, client: Any, code: Callable[..., str]) -> None:
        assert code(client.describe_task_definition, taskDefinition="api") == "ClientException"
        assert code(client.deregister_task_definition, taskDefinition="api:1") == "ClientException"


class TestServices:
    def test_live(self, home: Any) -> None:
        made = create(home, tags=[{"key": "a", "value": "b"}])
        assert made["deployments"][0]["rolloutState"] == "IN_PROGRESS"
        assert made["pendingCount"] == 2
        told = live(home)
        assert [item["rolloutState"] for item in told["deployments"]] == ["COMPLETED"]
        assert told["runningCount"] == 2
        assert told["events"][0]["message"] == "(service api) has reached a steady state."
        assert told["deploymentConfiguration"]["maximumPercent"] == 200
        assert told["tags"] == [{"key": "a", "value": "b"}]
        tasks = home.list_tasks(cluster="shop", serviceName="api")["taskArns"]
        described = home.describe_tasks(cluster="shop", tasks=tasks)["tasks"]
        assert [task["lastStatus"] for task in described] == ["RUNNING", "RUNNING"]
        home.update_service(cluster="shop", service="api", desiredCount=0)
        assert live(home)["runningCount"] == 0
        home.delete_service(cluster="shop", service="api")
        assert live(home)["status"] == "INACTIVE"
        assert home.list_services(cluster="shop")["serviceArns"] == []
        assert create(home)["status"] == "ACTIVE"

    def test_deployments_take_time_and_the_old_one_serves_meanwhile(self, slow_cloud: Any) -> None:
        client = slow_cloud(0.01).client("ecs")
        client.create_cluster(clusterName="shop")
        client.register_task_definition(family="api", **FARGATE)
        create(client)
        time.sleep(2.5)
        assert live(client)["runningCount"] == 2
        client.register_task_definition(family="api", **FARGATE)
        client.update_service(cluster="shop", service="api", taskDefinition="api")
        under_way = live(client)
        assert [(item["status"], item["runningCount"]) for item in under_way["deployments"]] == [
            ("PRIMARY", 0),
            ("ACTIVE", 2),
        ]

    def test_the_circuit_breaker_rolls_back(self, cloud: Any, home: Any) -> None:
        create(home, deploymentConfiguration=BREAKER)
        live(home)
        home.register_task_definition(family="api", **FARGATE)
        fail(cloud, "UpdateService", "no image")
        home.update_service(cluster="shop", service="api", taskDefinition="api:2")
        assert live(home)["taskDefinition"].endswith("api:1")
        newest = home.list_service_deployments(cluster="shop", service="api")["serviceDeployments"][0]
        assert newest["status"] == "ROLLBACK_SUCCESSFUL"
        assert newest["statusReason"] == "no image"

    def test_a_first_deployment_has_nothing_to_go_back_to(self, cloud: Any, home: Any) -> None:
        fail(cloud, "CreateService", "no image")
        create(home, deploymentConfiguration=BREAKER)
        assert live(home)["deployments"][0]["rolloutState"] == "FAILED"

    def test_without_a_circuit_breaker_it_goes_on_for_ever(self, cloud: Any, home: Any) -> None:
        fail(cloud, "CreateService", "no image")
        create(home)
        told = live(home)
        assert told["deployments"][0]["rolloutState"] == "IN_PROGRESS"
        assert "no image" in told["events"][0]["message"]

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"serviceName": "taken"}, "InvalidParameterException"),
            ({"taskDefinition": "api:9"}, "ClientException"),
            ({"desiredCount": None}, "InvalidParameterException"),
            ({"cluster": "other"}, "ClusterNotFoundException"),
            ({"networkConfiguration": None}, "InvalidParameterException"),
            ({"capacityProviderStrategy": [{"capacityProvider": "FARGATE"}]}, "InvalidParameterException"),
            ({"deploymentConfiguration": {**BREAKER, "strategy": "CANARY"}}, "InvalidParameterException"),
            ({"loadBalancers": [{"containerName": "x", "containerPort": 80}]}, "InvalidParameterException"),
            ({"healthCheckGracePeriodSeconds": 5}, "InvalidParameterException"),
            ({"serviceConnectConfiguration": {"enabled": True, "namespace": "x"}}, "NamespaceNotFoundException"),
        ],
    )
    def test_what_cannot_be_created(self, home: Any, code: Callable[..., str], change: Any, error: str) -> None:
        create(home, serviceName="taken")
        request = {"cluster": "shop", "serviceName": "api", "taskDefinition": "api", "desiredCount": 1, **change}
        request = {"launchType": "FARGATE", "networkConfiguration": NETWORK, **request}
        assert (
            code(home.create_service, **{name: value for name, value in request.items() if value is not None}) == error
        )

    def test_what_cannot_be_deleted(self, home: Any, code: Callable[..., str]) -> None:
        create(home)
        assert code(home.delete_cluster, cluster="shop") == "ClusterContainsServicesException"
        assert code(home.delete_service, cluster="shop", service="api") == "InvalidParameterException"
        assert code(home.delete_service, cluster="shop", service="x", force=True) == "ServiceNotFoundException"
        home.delete_service(cluster="shop", service="api", force=True)
        live(home)
        assert code(home.update_service, cluster="shop", service="api", desiredCount=1) == "ServiceNotActiveException"


class TestTasks:
    def test_each_provider_has_its_base_and_then_its_share(self, client: Any) -> None:
        client.create_cluster(clusterName="shop", capacityProviders=["FARGATE", "FARGATE_SPOT"])
        client.register_task_definition(family="api", **FARGATE)
        strategy = [
            {"capacityProvider": "FARGATE", "base": 2, "weight": 1},
            {"capacityProvider": "FARGATE_SPOT", "weight": 2},
        ]
        client.create_service(
            cluster="shop", serviceName="api", taskDefinition="api", desiredCount=8, networkConfiguration=NETWORK,
            capacityProviderStrategy=strategy,
        )  # fmt: skip
        arns = client.list_tasks(cluster="shop", launchType="FARGATE")["taskArns"]
        tasks = client.describe_tasks(cluster="shop", tasks=arns)["tasks"]
        found = Counter((task["capacityProviderName"], task["cpu"], task["memory"]) for task in tasks)
        assert found == {("FARGATE", "256", "512"): 4, ("FARGATE_SPOT", "256", "512"): 4}

    def test_single_ones(self, home: Any, code: Callable[..., str]) -> None:
        request = {"cluster": "shop", "taskDefinition": "api"}
        assert code(home.run_task, **request) == "InvalidParameterException"
        task = home.run_task(**request, networkConfiguration=NETWORK)["tasks"][0]["taskArn"]
        assert home.list_tasks(cluster="shop")["taskArns"] == [task]
        assert code(home.delete_cluster, cluster="shop") == "ClusterContainsTasksException"
        home.stop_task(cluster="shop", task=task)
        assert home.list_tasks(cluster="shop")["taskArns"] == []
        assert home.list_tasks(cluster="shop", desiredStatus="STOPPED")["taskArns"] == [task]

    def test_what_is_not_here_says_so(self, home: Any, code: Callable[..., str]) -> None:
        assert code(home.list_container_instances, cluster="shop") == "NotImplemented"
