# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scaling policies."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .place import PLACE, TARGET

Members = dict[str, Any]
_TRACKING = "TargetTrackingScalingPolicyConfiguration"
_METRICS = ("PredefinedMetricSpecification", "CustomizedMetricSpecification")


def _update_request(context: Context, live: Members, request: Members, _changes: Members) -> Members:
    """A policy follows one metric: another one takes the place of that before it."""
    wanted = context.wanted.get(_TRACKING, {})
    if _TRACKING in request and any(name in wanted for name in _METRICS):
        told = request[_TRACKING]
        kept = {name: value for name, value in told.items() if name not in _METRICS or name in wanted}
        request = {**request, _TRACKING: kept}
    return {**request, "PolicyType": live["PolicyType"]}


RESOURCE = Resource(
    service="application-autoscaling",
    noun="ScalingPolicy",
    returns="scaling_policy",
    plural="scaling_policies",
    find=ByList(match={"PolicyName": "PolicyName", **PLACE}),
    create="PutScalingPolicy",
    read="",
    update="PutScalingPolicy",
    listing="DescribeScalingPolicies",
    ids={"PolicyName": "PolicyName", **PLACE},
    renames={"name": "PolicyName"},
    immutable=("PolicyType",),
    update_sends="changed",
    update_request=_update_request,
    name_family="application_autoscaling_policy",
    **TARGET,
)
