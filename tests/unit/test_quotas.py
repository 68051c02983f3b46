"""How a quota is held against what others use and the platform needs."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any

import botocore.exceptions
import pytest
import yaml
from ansible_collections.bidops.platform.plugins.module_utils import _quotas
from ansible_collections.bidops.platform.plugins.module_utils._quota_types import QUOTAS
from ansible_collections.bidops.platform.plugins.modules import service_quotas_info

ARN = "arn:aws:{}:eu-west-1:123456789012:{}"


class Account:
    """An account with VPCs and tasks, in place of its services."""

    def __init__(self, vpcs: int = 0, own: tuple[str, ...] = (), quota: float | None = None, refuses: str = "") -> None:
        self.vpcs, self.own, self.quota, self.refuses = vpcs, own, quota, refuses
        self.asked: Counter[str] = Counter()

    def items(self, operation: str, member: str, **_request: Any) -> list[Any]:
        self._count(operation)
        tagged = [{"ResourceARN": arn} for arn in self.own]
        clusters = ["shop", "other"]
        found = {"GetResources": tagged, "DescribeVpcs": [{}] * self.vpcs, "ListClusters": clusters}
        return found.get(operation, [f"task of {_request.get('cluster')}"])

    def list_member(self, _operation: str) -> str:
        return "Vpcs"

    def find(self, operation: str, **request: Any) -> dict[str, Any] | None:
        self._count(operation)
        return None if self.quota is None else self._told(self.quota)

    def call(self, operation: str, **request: Any) -> dict[str, Any]:
        self._count(operation)
        if operation == "DescribeTasks":
            spot = {"cpu": "4096", "capacityProviderName": "FARGATE_SPOT"}
            return {"tasks": [{"cpu": "512", "capacityProviderName": "FARGATE"}, spot]}
        return self._told(5)

    def _told(self, value: float) -> dict[str, Any]:
        return {"Quota": {"QuotaName": "Things", "Adjustable": True, "Value": value}}

    def _count(self, operation: str) -> None:
        self.asked[operation] += 1
        if operation == self.refuses:
            error = {"Code": "AccessDeniedException", "Message": "You may not"}
            raise botocore.exceptions.ClientError({"Error": error}, operation)


def hold(account: Account, **needed: float) -> dict[str, Any]:
    params = {"platform": "shop", "environment": "dev", "needed": needed}
    return _quotas.hold(SimpleNamespace(params=params, api_of=lambda _service: account))


@pytest.mark.parametrize(
    ("needed", "others", "value", "free", "short", "enough"),
    [
        (1, 4, 5, 1, 0, 5),
        (1, 5, 5, 0, 1, 6),
        (2, 7, 5, 0, 4, 9),
        (2.5, 4, 6, 2, 0.5, 7),
        (2, 0, 0, 0, 2, 2),
    ],
)
def test_room(needed: float, others: float, value: float, free: float, short: float, enough: int) -> None:
    told = {"needed": needed, "others": others, "free": free, "short": short, "enough": enough}
    assert _quotas.room(needed, others, value) == told


def test_the_value_of_the_account_counts_and_what_others_have() -> None:
    (told,) = hold(Account(vpcs=6, quota=6), vpc=1)["quotas"]
    assert (told["name"], told["value"], told["others"], told["short"], told["enough"]) == ("vpc", 6, 6, 1, 7)


def test_without_one_of_its_own_the_account_has_what_all_have() -> None:
    (told,) = hold(Account(vpcs=3), vpc=1)["quotas"]
    assert (told["value"], told["short"]) == (5, 0)


def test_what_is_there_already_is_neither_counted_twice_nor_asked_for_again() -> None:
    account = Account(vpcs=5, own=(ARN.format("ec2", "vpc/vpc-1"),), quota=5)
    assert hold(account, vpc=1) == {"changed": False, "quotas": [], "unanswered": []}
    assert account.asked == {"GetResources": 1}


def test_what_is_there_in_part_is_not_others() -> None:
    (told,) = hold(Account(vpcs=5, own=(ARN.format("ec2", "vpc/vpc-1"),), quota=5), vpc=2)["quotas"]
    assert (told["others"], told["short"]) == (4, 1)


def test_tasks_on_spot_have_a_quota_of_their_own() -> None:
    (told,) = hold(Account(quota=6), fargate_vcpu=5.5)["quotas"]
    assert (told["others"], told["short"], told["enough"]) == (1, 0.5, 7)


def test_the_tasks_of_a_cluster_that_is_there_run_already() -> None:
    account = Account(own=(ARN.format("ecs", "cluster/shop"),), quota=1)
    assert hold(account, fargate_vcpu=5.5)["quotas"] == []


@pytest.mark.parametrize("refuses", ["GetServiceQuota", "DescribeVpcs"])
def test_what_may_not_be_read_is_not_known(refuses: str) -> None:
    found = hold(Account(quota=5, refuses=refuses), vpc=1)
    assert found["quotas"] == []
    assert found["unanswered"] == [{"name": "vpc", "reason": "AccessDeniedException: You may not"}]


def test_nothing_is_asked_when_nothing_is_needed() -> None:
    account = Account()
    hold(account, vpc=0)
    assert account.asked == {}


def test_the_documentation_names_the_quotas() -> None:
    options = yaml.safe_load(service_quotas_info.DOCUMENTATION)["options"]
    assert list(options["needed"]["suboptions"]) == [quota.name for quota in QUOTAS]


def test_each_quota_is_there_once() -> None:
    for of in ("name", "code"):
        assert len({getattr(quota, of) for quota in QUOTAS}) == len(QUOTAS)
