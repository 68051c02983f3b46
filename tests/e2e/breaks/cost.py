"""What can go wrong with watching costs."""

from __future__ import annotations

from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("16.a", "16.1.a")
def the_budget_is_ten_times_as_much(target: Target) -> None:
    budgets, place = target.client("budgets"), _budget(target)
    budget = budgets.describe_budget(**place)["Budget"]
    kept = ("BudgetName", "BudgetType", "TimeUnit", "CostFilters")
    more = {**{name: budget[name] for name in kept}, "BudgetLimit": {"Amount": "5000", "Unit": "USD"}}
    budgets.update_budget(AccountId=place["AccountId"], NewBudget=more)


@breaks("16.a", "16.1.c", "13.2.c")
def nobody_is_told_at_four_fifths(target: Target) -> None:
    budgets, place = target.client("budgets"), _budget(target)
    told = budgets.describe_notifications_for_budget(**place)["Notifications"]
    (at_80,) = [one for one in told if one["Threshold"] == 80]
    at_80.pop("NotificationState", None)
    budgets.delete_notification(Notification=at_80, **place)


@breaks("16.1.d")
def unusual_costs_are_told_to_nobody(target: Target) -> None:
    subscription = one(target, "costs", "anomalies-at-once")
    target.client("ce").delete_anomaly_subscription(SubscriptionArn=subscription)


@breaks("16.b", "16.1.b")
def billing_forgets_a_tag(target: Target) -> None:
    target.client("ce").update_cost_allocation_tags_status(
        CostAllocationTagsStatus=[{"TagKey": "bidops:layer", "Status": "Inactive"}]
    )


@breaks("16.d")
def the_dashboard_of_costs_is_gone(target: Target) -> None:
    name = one(target, "cloudwatch", "dashboard-cost").rpartition("/")[2]
    target.client("cloudwatch").delete_dashboards(DashboardNames=[name])


@breaks("1.2.b", "16.b")
def something_does_not_say_what_it_is(target: Target) -> None:
    group = one(target, "logs", "log-group-ecs-exec")
    target.client("logs").untag_log_group(logGroupName=group, tags=["bidops:key"])


def _budget(target: Target) -> dict[str, Any]:
    _place, _slash, name = one(target, "costs", "budget").partition("budget/")
    return {"AccountId": target.client("sts").get_caller_identity()["Account"], "BudgetName": name}
