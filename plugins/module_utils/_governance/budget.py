# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Budgets."""

from __future__ import annotations

from typing import Any

from .._account import account_id
from .._engine.api import Api
from .._engine.context import Context
from .._engine.diff import same_number, same_time
from .._engine.resource import ByKey, Facet, Resource
from .._engine.tags import Tagging
from . import budget_notifications

Members = dict[str, Any]

_ONLY_TOLD = ("CalculatedSpend", "HealthStatus", "LastUpdatedTime")
# Three ways to set the limit. An answer tells the first one whichever is used.
_LIMITS = ("BudgetLimit", "PlannedBudgetLimits", "AutoAdjustData")


def _arn(api: Api, live: Members) -> str:
    return f"arn:{api.client.meta.partition}:budgets::{live['AccountId']}:budget/{live['BudgetName']}"


def _sendable(context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    """Without what only the service sets, and with one of the ways to set the limit."""
    chosen = next((name for name in _LIMITS if name in context.wanted), None)
    chosen = chosen or next((name for name in reversed(_LIMITS) if request.get(name)), None)
    left = {*_ONLY_TOLD, *_LIMITS} - {chosen}
    if "LastAutoAdjustTime" in (request.get("AutoAdjustData") or {}):
        request["AutoAdjustData"].pop("LastAutoAdjustTime")
    return {name: value for name, value in request.items() if name not in left}


def _same_filters(wanted: dict[str, list], current: dict[str, list] | None) -> bool:
    """The values of a filter are a set."""
    return {key: sorted(values) for key, values in wanted.items()} == {
        key: sorted(values) for key, values in (current or {}).items()
    }


RESOURCE = Resource(
    service="budgets",
    noun="Budget",
    returns="budget",
    find=ByKey(),
    read="DescribeBudget",
    listing="DescribeBudgets",
    parents=("AccountId",),
    supplied={"AccountId": account_id},
    ids={"BudgetName": "BudgetName"},
    envelopes={"CreateBudget": "Budget", "UpdateBudget": "NewBudget"},
    renames={"name": "BudgetName"},
    update_request=_sendable,
    compare={"Amount": same_number, "Start": same_time, "End": same_time, "CostFilters": _same_filters},
    facets=(
        Facet(
            "notifications_with_subscribers",
            budget_notifications.read,
            budget_notifications.write,
            member="CreateBudget.NotificationsWithSubscribers",
            same=budget_notifications.same,
            listed=True,
        ),
    ),
    computed=lambda context, live: {"budget_arn": _arn(context.api, live)},
    tagging=Tagging(target={"ResourceARN": _arn}),
    name_family="budgets_budget",
)
