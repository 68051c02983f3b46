# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Attributes of load balancers and listeners: those that are given are set, the others stay."""

from __future__ import annotations

from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.resource import Resource
from .._engine.sdk import botocore
from .._engine.shapes import plain_text, snake
from .._engine.unknown import is_unknown

LOAD_BALANCER = Resource(
    service="elbv2",
    noun="LoadBalancerAttributes",
    returns="load_balancer_attributes",
    read="DescribeLoadBalancerAttributes",
    update="ModifyLoadBalancerAttributes",
    listing="",
)
LISTENER = Resource(
    service="elbv2",
    noun="ListenerAttributes",
    returns="listener_attributes",
    read="DescribeListenerAttributes",
    update="ModifyListenerAttributes",
    listing="",
)


def keep(context: Context) -> dict[str, Any]:
    """Work of the modules: what was set, and what all attributes were before."""
    (member,) = context.api.required(context.resource.operation("read"))
    target = {member: context.params[snake(member)]}
    wanted = {key: plain_text(value) for key, value in context.params["attributes"].items() if value is not None}
    try:
        current = _read(context, target)
        before = {key: current[key] for key in wanted if key in current and current[key] != wanted[key]}
        changed = {key: value for key, value in wanted.items() if current.get(key) != value}
        if changed and not context.check_mode:
            entries = [{"Key": key, "Value": value} for key, value in changed.items()]
            context.api.call(context.resource.operation("update"), **target, Attributes=entries)
    except botocore.exceptions.ClientError as exception:
        raise failure(f"keep the attributes of {target[member]}", exception) from exception
    told = {snake(name): value for name, value in target.items()}
    return {
        "changed": bool(changed),
        "diff": {"before": before, "after": changed},
        context.resource.returns: {**told, "attributes": {**current, **changed}},
        "previous": {**told, "attributes": current},
    }


def _read(context: Context, target: dict[str, str]) -> dict[str, str]:
    """All attributes; none of what does not exist before the run."""
    if any(is_unknown(arn) for arn in target.values()):
        return {}
    answer = context.api.call(context.resource.operation("read"), **target)
    return {entry["Key"]: entry.get("Value", "") for entry in answer["Attributes"]}
