# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Target groups: where load balancers send requests, and how they see whether a target is well."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Facet, Resource
from .._engine.shapes import plain_text
from .elb import tagging

Members = dict[str, Any]
_ARN = "TargetGroupArn"


def _wanted(context: Context) -> dict[str, str]:
    return {key: plain_text(value) for key, value in context.params["attributes"].items() if value is not None}


def _read_attributes(context: Context, live: Members) -> dict[str, str]:
    """Those of the attributes that the user speaks of."""
    found = context.api.call("DescribeTargetGroupAttributes", **{_ARN: live[_ARN]})["Attributes"]
    return {entry["Key"]: entry.get("Value", "") for entry in found if entry["Key"] in _wanted(context)}


def _write_attributes(context: Context, live: Members, current: dict[str, str] | None, _wanted_: Any) -> None:
    entries = [
        {"Key": key, "Value": value} for key, value in _wanted(context).items() if (current or {}).get(key) != value
    ]
    context.api.call("ModifyTargetGroupAttributes", **{_ARN: live[_ARN]}, Attributes=entries)


def _same_attributes(wanted: Members, current: dict[str, str] | None) -> bool:
    return {key: plain_text(value) for key, value in wanted.items() if value is not None} == current


RESOURCE = Resource(
    service="elbv2",
    noun="TargetGroup",
    returns="target_group",
    find=ByList(match={"TargetGroupName": "Name"}),
    read="",
    update="ModifyTargetGroup",
    update_sends="changed",
    listing="DescribeTargetGroups",
    ids={_ARN: _ARN},
    wrapper="TargetGroups",
    told={"Name": "TargetGroupName"},
    facets=(Facet("attributes", _read_attributes, _write_attributes, same=_same_attributes, told=False),),
    tagging=tagging(_ARN),
    # A load balancer that was deleted a moment ago still holds its target groups.
    transient={"ResourceInUse": "."},
    explain={"ResourceInUse": "A listener or a rule sends requests to it: remove those first."},
    name_family="load_balancer",
)
