"""What the layer cost promises, asked of the services themselves."""

from __future__ import annotations

from typing import Any

from tests.e2e.journey import Target


def _account(target: Target) -> str:
    return str(target.client("sts").get_caller_identity()["Account"])


def _budget(target: Target) -> dict[str, Any]:
    name = f"{target.prefix}-{target.environment}-monthly-{target.region}"
    found = target.client("budgets").describe_budget(AccountId=_account(target), BudgetName=name)
    return dict(found["Budget"])


def the_month_has_a_budget_of_500_dollars(target: Target) -> None:
    """16.1.a, 16.a: 500 USD a month, for what carries the tag of the environment."""
    budget = _budget(target)
    assert (budget["TimeUnit"], budget["BudgetType"]) == ("MONTHLY", "COST")
    assert (float(budget["BudgetLimit"]["Amount"]), budget["BudgetLimit"]["Unit"]) == (500.0, "USD")
    assert budget["CostFilters"] == {"TagKeyValue": [f"user:bidops:environment${target.environment}"]}


def people_are_told_at_half_four_fifths_and_all_of_it(target: Target) -> None:
    """13.2.c, 16.1.c: notifications at 50, 80 and 100 per cent, and when it is foreseen, each to a topic."""
    budgets, account, name = target.client("budgets"), _account(target), _budget(target)["BudgetName"]
    found = budgets.describe_notifications_for_budget(AccountId=account, BudgetName=name)["Notifications"]
    told = {(one["NotificationType"], one["Threshold"]) for one in found}
    assert told == {("ACTUAL", 50.0), ("ACTUAL", 80.0), ("ACTUAL", 100.0), ("FORECASTED", 100.0)}
    for one in found:
        wanted = {key: one[key] for key in ("NotificationType", "ComparisonOperator", "Threshold", "ThresholdType")}
        subscribers = budgets.describe_subscribers_for_notification(
            AccountId=account, BudgetName=name, Notification=wanted
        )["Subscribers"]
        assert "SNS" in {subscriber["SubscriptionType"] for subscriber in subscribers}


def unusual_costs_are_told(target: Target) -> None:
    """16.1.d: one monitor of all services, whoever made it, and a subscription to it."""
    explorer = target.client("ce")
    services = [
        monitor["MonitorArn"]
        for monitor in explorer.get_anomaly_monitors()["AnomalyMonitors"]
        if monitor.get("MonitorDimension") == "SERVICE"
    ]
    assert len(services) == 1
    own = [
        entry
        for entry in explorer.get_anomaly_subscriptions()["AnomalySubscriptions"]
        if entry["SubscriptionName"].startswith(f"{target.prefix}-{target.environment}-")
    ]
    assert {entry["Frequency"] for entry in own} >= {"IMMEDIATE"}
    assert all(entry["MonitorArnList"] == services for entry in own)


def costs_are_told_apart_by_tags(target: Target) -> None:
    """16.b, 16.1.b: the platform's tags are cost allocation tags."""
    found = target.client("ce").list_cost_allocation_tags(Status="Active")["CostAllocationTags"]
    assert {"bidops:platform", "bidops:environment", "bidops:layer"} <= {tag["TagKey"] for tag in found}


def a_dashboard_shows_costs(target: Target) -> None:
    """16.d: the dashboard for costs."""
    name = f"{target.prefix}-{target.environment}-cost-{target.region}"
    assert "EstimatedCharges" in target.client("cloudwatch").get_dashboard(DashboardName=name)["DashboardBody"]
