# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the platform costs, and who is told: requirements 16.1, and the tags that tell costs apart."""

from __future__ import annotations

from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live
from .logs import dashboard

COST = Checks()
MOST_DOLLARS = 500
TOLD_AT = (50, 80, 100)
# The tags by which costs are told apart.
TAGS = {"bidops:platform", "bidops:environment", "bidops:layer"}


@COST.shows("16.a", "16.1.a")
def the_month_has_a_budget(live: Live) -> Evidence:
    budget = _budget(live)
    name, limit = budget["BudgetName"], budget["BudgetLimit"]
    need((budget["BudgetType"], budget["TimeUnit"]) == ("COST", "MONTHLY"), f"{name} is not for the costs of a month")
    within = 0 < float(limit["Amount"]) <= MOST_DOLLARS and limit["Unit"] == "USD"
    need(within, f"{name} is {limit['Amount']} {limit['Unit']}, not {MOST_DOLLARS} USD")
    return {"budget": name, "a month": limit, "of": budget.get("CostFilters") or "the account"}


@COST.shows("16.a", "16.1.c", "13.2.c")
def people_are_told_at_half_four_fifths_and_all_of_it(live: Live) -> Evidence:
    place = {"AccountId": live.account, "BudgetName": _budget(live)["BudgetName"]}
    told = {}
    for notification in live.list("budgets", "DescribeNotificationsForBudget", **place):
        share = notification.get("ThresholdType", "PERCENTAGE") == "PERCENTAGE"
        if notification["NotificationType"] != "ACTUAL" or not share:
            continue
        about = {key: value for key, value in notification.items() if key != "NotificationState"}
        subscribers = live.list("budgets", "DescribeSubscribersForNotification", Notification=about, **place)
        told[int(notification["Threshold"])] = [one["Address"] for one in subscribers]
    missing = [f"{share} per cent" for share in TOLD_AT if not told.get(share)]
    need(not missing, f"nobody is told when {', '.join(missing)} of {place['BudgetName']} are spent")
    return {"who is told, by the per cent that are spent": told}


@COST.shows("16.1.d")
def unusual_costs_are_told(live: Live) -> Evidence:
    """By a subscription of the platform to a monitor of all services, whoever made that."""
    monitors = {
        one["MonitorArn"] for one in live.list("ce", "GetAnomalyMonitors") if one.get("MonitorDimension") == "SERVICE"
    }
    need(monitors, "no monitor of Cost Explorer watches all services")
    ours = {one["id"] for one in live.some("cost", "cost_anomaly_subscription")}
    told = {}
    for one in live.list("ce", "GetAnomalySubscriptions"):
        if one["SubscriptionName"] in ours:
            name = one["SubscriptionName"]
            need(monitors & set(one["MonitorArnList"]), f"{name} does not follow a monitor of all services")
            need(one["Subscribers"], f"{name} tells nobody")
            told[name] = [subscriber["Address"] for subscriber in one["Subscribers"]]
    return {"monitors": sorted(monitors), "who is told of unusual costs": told}


@COST.shows("16.b", "16.1.b")
def tags_tell_costs_apart(live: Live) -> Evidence:
    active = {one["TagKey"] for one in live.list("ce", "ListCostAllocationTags", Status="Active")}
    missing = sorted(TAGS - active)
    need(not missing, f"billing does not know the tags {', '.join(missing)}: they are not active")
    return {"cost allocation tags": sorted(active & TAGS)}


@COST.shows("1.2.b", "16.b")
def everything_says_what_it_belongs_to(live: Live) -> Evidence:
    """What carries the platform's tags, by which it is found, carries those of its layer and its part too."""
    nameless = [one["arn"] for one in live.resources if not (one["layer"] and one["key"])]
    need(live.resources, "nothing carries the platform's tags")
    need(not nameless, f"the tags bidops:layer and bidops:key are missing from {', '.join(nameless)}")
    return {"resources with the platform's tags": len(live.resources)}


@COST.shows("16.d")
def a_dashboard_shows_costs(live: Live) -> Evidence:
    return {"dashboard of costs": dashboard(live, "cost", "dashboard-cost", "EstimatedCharges")["id"]}


def _budget(live: Live) -> dict[str, Any]:
    name = live.one("cost", "budget")["id"]
    found = live.find("budgets", "DescribeBudget", AccountId=live.account, BudgetName=name)
    if found is None:
        raise Broken(f"the budget {name} is gone")
    return dict(found["Budget"])
