# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The quotas that a platform can run into, with the codes that AWS's pages name, and how to see what is used of them.

Not here: quotas of which no page names the code (those of Bedrock and AgentCore), quotas that are far away in any
account (security groups, buckets, keys, user pools), and quotas of models, which are per model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ._engine.api import Api

Entry = dict[str, Any]
_TASKS_AT_ONCE = 100  # DescribeTasks takes no more


@dataclass(frozen=True)
class Quota:
    """One quota of an account in a region.

    name: as the option calls it.  service, code: as Service Quotas calls it.
    resource: the type by whose tags it is seen what the platform has, as the tagging service calls it.
    asks, used: the service that tells what is used, and how much that is.
    parts: how many of the resource are there when the platform has all that it needs, where the quota counts something
    else; what is used is then only what others use.
    """

    name: str
    service: str
    code: str
    resource: str
    asks: str
    used: Callable[[Api], float]
    parts: int = 0


def _number(listing: str, counts: Callable[[Entry], bool] = lambda entry: True) -> Callable[[Api], float]:
    return lambda api: sum(map(counts, api.items(listing, api.list_member(listing))))


def _is_allocated(address: Entry) -> bool:
    """An address that a service brought with it is not the account's."""
    return not address.get("ServiceManaged")


def _is_application(balancer: Entry) -> bool:
    return bool(balancer["Type"] == "application")


def _is_custom(rule: Entry) -> bool:
    return bool(rule["SamplingRule"]["RuleName"] != "Default")


def _vcpus(api: Api) -> float:
    """What the tasks of all clusters have, in CPUs. Spot tasks have a quota of their own."""
    units = 0
    for cluster in api.items("ListClusters", "clusterArns"):
        tasks = api.items("ListTasks", "taskArns", cluster=cluster, launchType="FARGATE")
        for start in range(0, len(tasks), _TASKS_AT_ONCE):
            batch = tasks[start : start + _TASKS_AT_ONCE]
            found = api.call("DescribeTasks", cluster=cluster, tasks=batch)["tasks"]
            units += sum(int(task["cpu"]) for task in found if task.get("capacityProviderName") != "FARGATE_SPOT")
    return units / 1024


QUOTAS = (
    Quota("vpc", "vpc", "L-F678F1CE", "ec2:vpc", "ec2", _number("DescribeVpcs")),
    Quota("internet_gateway", "vpc", "L-A4707A72", "ec2:internet-gateway", "ec2", _number("DescribeInternetGateways")),
    Quota("elastic_ip", "ec2", "L-0263D0A3", "ec2:elastic-ip", "ec2", _number("DescribeAddresses", _is_allocated)),
    Quota(
        "load_balancer",
        "elasticloadbalancing",
        "L-53DA6B97",
        "elasticloadbalancing:loadbalancer",
        "elbv2",
        _number("DescribeLoadBalancers", _is_application),
    ),
    Quota("db_cluster", "rds", "L-952B80B8", "rds:cluster", "rds", _number("DescribeDBClusters")),
    Quota("db_instance", "rds", "L-7B6409FD", "rds:db", "rds", _number("DescribeDBInstances")),
    Quota("opensearch_domain", "es", "L-076D529E", "es:domain", "opensearch", _number("ListDomainNames")),
    # One cluster is the platform's. Before it is there, all tasks are those of others.
    Quota("fargate_vcpu", "fargate", "L-3032A538", "ecs:cluster", "ecs", _vcpus, parts=1),
    Quota("sampling_rule", "xray", "L-8C0C998A", "xray:sampling-rule", "xray", _number("GetSamplingRules", _is_custom)),
)
