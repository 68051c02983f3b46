# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The cluster and the services that run on it: requirements 9."""

from __future__ import annotations

from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live
from .policies import principals, trust

CONTAINERS = Checks()
SERVICES = ("frontend", "backend")
# What the backend works with: it is told the id or the ARN of one of each that is there.
DEPENDENCIES = (
    ("auth", "cognito_user_pool"),
    ("bedrock", "bedrock_knowledge_base"),
    ("agentcore", "agentcore_runtime"),
    ("database", "rds_cluster"),
)


@CONTAINERS.shows("9.a", "9.1.a")
def the_cluster_runs_on_fargate(live: Live) -> Evidence:
    found = cluster(live)
    need(found["status"] == "ACTIVE", f"{found['clusterName']} is {found['status']}")
    need("FARGATE" in found["capacityProviders"], f"{found['clusterName']} has no capacity provider FARGATE")
    return {"cluster": found["clusterArn"], "capacity providers": found["capacityProviders"]}


@CONTAINERS.shows("9.1.b")
def tasks_run_on_spot_capacity_too(live: Live) -> Evidence:
    strategy = cluster(live)["defaultCapacityProviderStrategy"]
    weights = {one["capacityProvider"]: one.get("weight", 0) for one in strategy}
    need(weights.get("FARGATE_SPOT"), f"the cluster places tasks on {weights}: FARGATE_SPOT has no share")
    return {"weights of capacity": weights}


@CONTAINERS.shows("9.1.c")
def container_insights_are_on(live: Live) -> Evidence:
    settings = {one["name"]: one["value"] for one in cluster(live)["settings"]}
    insights = settings.get("containerInsights", "not set")
    need(insights in ("enabled", "enhanced"), f"Container Insights are {insights}")
    return {"Container Insights": insights}


@CONTAINERS.shows("9.1.d")
def only_ecs_takes_on_the_roles_of_tasks(live: Live) -> Evidence:
    roles = {}
    for name in _services(live):
        definition = task_definition(live, name)
        needed = [definition.get("taskRoleArn"), definition.get("executionRoleArn")]
        need(all(needed) and len(set(needed)) == 2, f"tasks of the {name} have the roles {needed}: there must be two")
        for arn in needed:
            takers = principals(trust(live, arn.rpartition("/")[2]))
            need(takers == {"ecs-tasks.amazonaws.com"}, f"{arn} can be taken on by {sorted(takers)}, not by ECS alone")
        roles[name] = needed
    return {"roles of tasks": roles}


def _is_defined(name: str, *bullets: str) -> None:
    @CONTAINERS.shows(*bullets)
    def a_task_is_defined(live: Live) -> Evidence:
        definition = task_definition(live, name)
        family = definition["family"]
        need("FARGATE" in definition["requiresCompatibilities"], f"{family} is not for Fargate")
        ports = [mapping["containerPort"] for mapping in own_container(definition, name).get("portMappings", [])]
        need(ports, f"the container {name} of {family} listens on no port")
        return {
            f"{name} task definition": definition["taskDefinitionArn"],
            f"{name} image": own_container(definition, name)["image"],
            f"{name} ports": ports,
        }


def _runs(name: str, bullet: str) -> None:
    @CONTAINERS.shows(bullet)
    def all_tasks_run_in_private_subnets(live: Live) -> Evidence:
        found = service(live, name)
        running, wanted = found["runningCount"], found["desiredCount"]
        need(found["status"] == "ACTIVE", f"{found['serviceName']} is {found['status']}")
        need(running >= wanted > 0, f"{running} of {wanted} tasks of {found['serviceName']} run")
        place = found["networkConfiguration"]["awsvpcConfiguration"]
        private = {one["id"] for one in live.some("network", "subnet", "subnet-private-app")}
        others = sorted(set(place["subnets"]) - private)
        need(not others, f"{found['serviceName']} runs in {', '.join(others)}, which are not private subnets")
        need(place["assignPublicIp"] == "DISABLED", f"tasks of {found['serviceName']} have public addresses")
        return {f"{name} service": found["serviceArn"], f"{name} tasks": running}


def _is_deployed_safely(name: str, *bullets: str) -> None:
    @CONTAINERS.shows(*bullets)
    def health_is_checked_and_failures_are_rolled_back(live: Live) -> Evidence:
        container = own_container(task_definition(live, name), name)
        need(container.get("healthCheck"), f"the container {name} has no health check")
        deployment = service(live, name)["deploymentConfiguration"]
        breaker = deployment.get("deploymentCircuitBreaker", {})
        need(breaker.get("enable"), f"the {name} has no deployment circuit breaker")
        need(breaker.get("rollback"), f"a deployment of the {name} that fails is not rolled back")
        return {f"{name} health check": container["healthCheck"]["command"][0], f"{name} circuit breaker": breaker}


def _is_behind_its_load_balancer(name: str, bullet: str) -> None:
    @CONTAINERS.shows("9.d", bullet)
    def tasks_are_targets(live: Live) -> Evidence:
        group = live.one("load_balancing", "target_group", f"target-group-{name}")["arn"]
        found = [one.get("targetGroupArn") for one in service(live, name)["loadBalancers"]]
        need(group in found, f"the {name} registers its tasks with {found or 'no target group'}, not with {group}")
        return {f"{name} target group": group}


for _name, _task, _balancer in (("frontend", "9.b", "9.2"), ("backend", "9.c", "9.3")):
    _is_defined(_name, _task, f"{_balancer}.a")
    _runs(_name, _task)
    _is_behind_its_load_balancer(_name, f"{_balancer}.c")
_is_deployed_safely("frontend", "9.b", "9.2.d")
_is_deployed_safely("backend", "9.c")


@CONTAINERS.shows("9.d")
def services_find_each_other(live: Live) -> Evidence:
    """By Service Connect, in the platform's namespace; the backend can be found."""
    namespace = live.one("containers", "servicediscovery_namespace")["arn"]
    for name in SERVICES:
        connect = _connect(live, name)
        need(connect.get("enabled"), f"the {name} does not use Service Connect")
        need(connect.get("namespace") == namespace, f"the {name} is in {connect.get('namespace')}, not in {namespace}")
    offered = [one.get("discoveryName") for one in _connect(live, "backend").get("services", [])]
    need(offered, "the backend offers nothing to Service Connect")
    return {"namespace": namespace, "names that can be found": offered}


@CONTAINERS.shows("9.c", "9.3.d")
def the_backend_is_told_where_things_are(live: Live) -> Evidence:
    environment = own_container(task_definition(live, "backend"), "backend").get("environment", [])
    told = {one["value"]: one["name"] for one in environment}
    named: dict[str, str] = {}
    for layer, kind in DEPENDENCIES:
        there = {name: one["arn"] for one in live.all(layer, kind) for name in (one["id"], one["arn"])}
        known = {told[name]: name for name in there if name in told}
        need(known or not there, f"the environment of the backend names none of {sorted(set(there.values()))}")
        named |= known
    need(named, "there is nothing that the backend could be told of")
    return {"environment": named}


def cluster(live: Live) -> dict[str, Any]:
    arn = live.one("containers", "ecs_cluster")["arn"]
    found = live.ask("ecs", "DescribeClusters", clusters=[arn], include=["SETTINGS"])["clusters"]
    need(found, f"{arn} is gone")
    return found[0]


def service(live: Live, name: str) -> dict[str, Any]:
    """The frontend or the backend; both are asked for at once."""
    wanted = live.one("containers", "ecs_service", f"service-{name}")["arn"]
    where = live.one("containers", "ecs_cluster")["arn"]
    ours = [one["arn"] for one in live.some("containers", "ecs_service")]
    found = live.ask("ecs", "DescribeServices", cluster=where, services=ours)["services"]
    return next(one for one in found if one["serviceArn"] == wanted)


def task_definition(live: Live, name: str) -> dict[str, Any]:
    """What the service runs."""
    arn = service(live, name)["taskDefinition"]
    return live.ask("ecs", "DescribeTaskDefinition", taskDefinition=arn)["taskDefinition"]


def own_container(definition: dict[str, Any], name: str) -> dict[str, Any]:
    """The container of the application itself, which is named like the service."""
    found = [one for one in definition["containerDefinitions"] if one["name"] == name]
    if not found:
        raise Broken(f"{definition['family']} has no container {name}")
    return found[0]


def _services(live: Live) -> list[str]:
    return [name for name in SERVICES if live.some("containers", "ecs_service", f"service-{name}")]


def _connect(live: Live, name: str) -> dict[str, Any]:
    """What the newest deployment of a service says of Service Connect."""
    return service(live, name)["deployments"][0].get("serviceConnectConfiguration", {})
