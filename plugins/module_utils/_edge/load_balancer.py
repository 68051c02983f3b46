# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Load balancers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByList, Resource
from .elb import tagging

Members = dict[str, Any]
_ARN = "LoadBalancerArn"


def _setter(member: str) -> Callable[[Context, Members, Any], None]:
    def send(context: Context, live: Members, value: Any) -> None:
        context.api.call(f"Set{member}", **{_ARN: live[_ARN], member: value})

    return send


def _observe(_context: Context, live: Members) -> Members:
    return {**live, "Subnets": [zone["SubnetId"] for zone in live.get("AvailabilityZones") or []]}


RESOURCE = Resource(
    service="elbv2",
    noun="LoadBalancer",
    returns="load_balancer",
    find=ByList(match={"LoadBalancerName": "Name"}),
    read="",
    update="",
    listing="DescribeLoadBalancers",
    ids={_ARN: _ARN},
    wrapper="LoadBalancers",
    told={"Name": "LoadBalancerName"},
    observe=lambda context, live: {"Name": live.get("LoadBalancerName"), **_observe(context, live)},
    compare={"Subnets": same_set, "SecurityGroups": same_set},
    updaters={member: _setter(member) for member in ("Subnets", "SecurityGroups", "IpAddressType")},
    status="State.Code",
    tagging=tagging(_ARN),
    explain={
        "OperationNotPermitted": "Deletion protection is on, or it is used by something: set the attribute "
        "deletion_protection.enabled to false first.",
    },
    name_family="load_balancer",
)
