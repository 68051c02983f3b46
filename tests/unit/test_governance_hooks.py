"""What the declarations of budgets, reviews and security services add to the engine."""

from types import SimpleNamespace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._governance import (
    backup_plan,
    budget,
    budget_notifications,
    detector,
    workload,
)

LIMIT = {"Amount": "5.0", "Unit": "USD"}
PLANNED = {"1767225600": LIMIT}
ADJUSTED = {"AutoAdjustType": "FORECAST", "LastAutoAdjustTime": "2026-01-01T00:00:00Z"}


@pytest.mark.parametrize(
    ("wanted", "current", "sent"),
    [
        ({}, {"BudgetLimit": LIMIT}, {"BudgetLimit": LIMIT}),
        ({}, {"BudgetLimit": LIMIT, "PlannedBudgetLimits": PLANNED}, {"PlannedBudgetLimits": PLANNED}),
        (
            {},
            {"BudgetLimit": LIMIT, "AutoAdjustData": dict(ADJUSTED)},
            {"AutoAdjustData": {"AutoAdjustType": "FORECAST"}},
        ),
        (
            {"BudgetLimit": LIMIT},
            {"BudgetLimit": LIMIT, "PlannedBudgetLimits": PLANNED},
            {"BudgetLimit": LIMIT},
        ),
    ],
)
def test_an_update_of_a_budget_has_one_way_to_set_the_limit(wanted, current, sent):
    request = {"BudgetName": "b", **current, "CalculatedSpend": {}, "HealthStatus": {}}
    context = SimpleNamespace(wanted=wanted)
    assert budget._sendable(context, {}, request, {}) == {"BudgetName": "b", **sent}


def entry(threshold, *addresses, **more):
    notification = {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": threshold, **more}
    people = [{"SubscriptionType": "EMAIL", "Address": address} for address in addresses]
    return {"Notification": notification, "Subscribers": people}


def test_notifications_and_their_subscribers_are_sets():
    current = [entry(80.0, "a", "b", ThresholdType="PERCENTAGE"), entry(100.0, "a", ThresholdType="PERCENTAGE")]
    assert budget_notifications.same([entry(100, "a"), entry(80, "b", "a")], current)
    assert not budget_notifications.same([entry(80, "a", "b")], current)
    assert not budget_notifications.same([entry(100, "a"), entry(80, "b")], current)


def test_only_what_differs_is_written():
    calls = []
    api = SimpleNamespace(call=lambda operation, **request: calls.append((operation, request)))
    live = {"AccountId": "1", "BudgetName": "b"}
    current = [entry(50.0, "a"), entry(80.0, "a", "b"), entry(100.0, "a")]
    wanted = [entry(80.0, "b", "c"), entry(100.0, "a"), entry(120.0, "a")]
    budget_notifications.write(SimpleNamespace(api=api), live, current, wanted)
    told = [(operation, request["Notification"]["Threshold"]) for operation, request in calls]
    assert told == [
        ("DeleteNotification", 50.0),
        ("DeleteSubscriber", 80.0),
        ("CreateSubscriber", 80.0),
        ("CreateNotification", 120.0),
    ]


def test_a_lens_of_aws_may_be_named_by_its_arn():
    both = ["wellarchitected", "arn:aws:wellarchitected::aws:lens/genai"]
    assert workload._same_lenses(["genai", "arn:aws:wellarchitected::aws:lens/wellarchitected"], both)
    assert not workload._same_lenses(["wellarchitected"], both)
    own = "arn:aws:wellarchitected:us-east-1:123456789012:lens/genai"
    assert not workload._same_lenses(["genai"], [own])


def test_features_that_are_not_spoken_of_do_not_differ():
    more = [{"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "Status": "ENABLED"}]
    current = [
        {"Name": "S3_DATA_EVENTS", "Status": "ENABLED"},
        {"Name": "RUNTIME_MONITORING", "Status": "ENABLED", "AdditionalConfiguration": more},
    ]
    assert detector._has_features([{"Name": "S3_DATA_EVENTS", "Status": "ENABLED"}], current)
    assert detector._has_features([{"Name": "RUNTIME_MONITORING", "AdditionalConfiguration": more}], current)
    off = [{"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "Status": "DISABLED"}]
    assert not detector._has_features([{"Name": "RUNTIME_MONITORING", "AdditionalConfiguration": off}], current)
    assert not detector._has_features([{"Name": "EKS_AUDIT_LOGS", "Status": "ENABLED"}], current)


def test_ids_of_rules_are_no_difference():
    live = {"BackupPlanName": "p", "Rules": [{"RuleId": "1", "RuleName": "r"}]}
    assert backup_plan._observe(None, live) == {"BackupPlanName": "p", "Rules": [{"RuleName": "r"}]}
