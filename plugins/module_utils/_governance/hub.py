# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Security Hub, one for an account and region, and the standards that it checks."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByKey, Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]


def _subscriptions(context: Context) -> dict[str, str]:
    """Standard -> its subscription, for those that are not on their way out."""
    found = context.api.items("GetEnabledStandards", "StandardsSubscriptions")
    lasting = [one for one in found if one["StandardsStatus"] != "DELETING"]
    return {one["StandardsArn"]: one["StandardsSubscriptionArn"] for one in lasting}


def _read_standards(context: Context, _live: Members) -> list[str]:
    return sorted(_subscriptions(context))


def _write_standards(context: Context, _live: Members, current: list[str] | None, wanted: list[str]) -> None:
    new, there = [arn for arn in wanted if arn not in (current or [])], _subscriptions(context)
    gone = [subscription for arn, subscription in there.items() if arn not in wanted]
    if new:
        requests = [{"StandardsArn": arn} for arn in new]
        context.api.call("BatchEnableStandards", StandardsSubscriptionRequests=requests)
    if gone:
        context.api.call("BatchDisableStandards", StandardsSubscriptionArns=gone)


def _creation(context: Context, request: Members) -> Members:
    """Standards that are named are all that is wanted, so those of AWS's choice are not enabled first."""
    by_name = context.params["standards"] is not None
    return {"EnableDefaultStandards": False, **request} if by_name else request


RESOURCE = Resource(
    service="securityhub",
    noun="SecurityHub",
    returns="hub",
    find=ByKey(),
    create="EnableSecurityHub",
    read="DescribeHub",
    update="UpdateSecurityHubConfiguration",
    delete="DisableSecurityHub",
    listing="",
    create_request=_creation,
    missing=("InvalidAccessException",),
    update_sends="changed",
    facets=(Facet("standards", _read_standards, _write_standards, same=same_set),),
    tagging=Tagging(target={"ResourceArn": "HubArn"}),
)
