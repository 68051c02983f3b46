"""Budgets."""

from datetime import UTC, datetime
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

NEVER = datetime(2087, 6, 15, tzinfo=UTC)
COUNTED = {
    "IncludeTax": True,
    "IncludeSubscription": True,
    "UseBlended": False,
    "IncludeRefund": True,
    "IncludeCredit": True,
    "IncludeUpfront": True,
    "IncludeRecurring": True,
    "IncludeOtherSubscription": True,
    "IncludeSupport": True,
    "IncludeDiscount": True,
    "UseAmortized": False,
}
LIMITS = ("BudgetLimit", "PlannedBudgetLimits", "AutoAdjustData")
NOTIFICATIONS = "NotificationsWithSubscribers"


def invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterException", message)


class Budget(ResourceType):
    service = "budgets"
    noun = "Budget"
    id = "BudgetName"
    arn = "arn:{partition}:budgets::{account}:budget/{id}"
    name = "BudgetName"
    envelopes = {"CreateBudget": "Budget", "UpdateBudget": "NewBudget"}
    operations = {"read": "DescribeBudget", "list": "DescribeBudgets"}

    def new_id(self, call: Call) -> str:
        return str(call.params["BudgetName"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_account(call)
        check(call.params)

    def on_create(self, call: Call, record: Record) -> None:
        from emulator.services.budgets.notifications import new_notification

        record.hidden[NOTIFICATIONS] = {}
        for entry in record.members.pop(NOTIFICATIONS, []):
            new_notification(record, entry["Notification"], entry["Subscribers"])
        complete(call, record)

    def before_update(self, call: Call, record: Record) -> None:
        check_account(call)
        check(call.params)

    def on_update(self, call: Call, record: Record) -> None:
        complete(call, record)

    def view(self, record: Record) -> dict[str, Any]:
        unit = record.members.get("BudgetLimit", {}).get("Unit", "USD")
        spent = {"Amount": "0.0", "Unit": unit}
        health = {"Status": "HEALTHY", "LastUpdatedTime": record.updated}
        return {
            "CalculatedSpend": {"ActualSpend": spent},
            "LastUpdatedTime": record.updated,
            "HealthStatus": health,
        }

    def missing(self, key: str) -> AwsError:
        return AwsError("NotFoundException", f"Unable to get budget: {key} - the budget doesn't exist.")

    def duplicate(self, name: str) -> AwsError:
        return AwsError("DuplicateRecordException", f"Error creating budget: {name} - the budget already exists.")


def check_account(call: Call) -> None:
    if call.params["AccountId"] != call.account:
        raise AwsError("AccessDeniedException", f"Account {call.params['AccountId']} is not yours")


def check(params: dict[str, Any]) -> None:
    given = [name for name in LIMITS if params.get(name)]
    if len(given) != 1:
        raise invalid("A budget needs exactly one of BudgetLimit, PlannedBudgetLimits and AutoAdjustData")
    if params.get("CostFilters") and params.get("FilterExpression"):
        raise invalid("CostFilters and FilterExpression cannot be used together")
    limit = params.get("BudgetLimit", {"Amount": 1, "Unit": "USD"})
    if float(limit["Amount"]) <= 0:
        raise invalid("The amount of a budget must be greater than zero")
    if params["BudgetType"] == "COST" and limit["Unit"] != "USD":
        raise invalid(f"Unit {limit['Unit']} is not the currency of the account")


def complete(call: Call, record: Record) -> None:
    """AWS writes amounts with a fraction, and fills in what kinds of costs count and when."""
    members = record.members
    members.pop("AccountId", None)
    if members.get("BudgetLimit"):
        limit = members["BudgetLimit"]
        members["BudgetLimit"] = {**limit, "Amount": str(float(limit["Amount"]))}
    elif members.get("PlannedBudgetLimits"):
        members["BudgetLimit"] = next(iter(members["PlannedBudgetLimits"].values()))
    else:
        members["BudgetLimit"] = {"Amount": "0.0", "Unit": "USD"}
    if members["BudgetType"] == "COST":
        members["CostTypes"] = {**COUNTED, **members.get("CostTypes", {})}
    start = call.cloud.timestamp().replace(day=1, hour=0, minute=0, second=0)
    members["TimePeriod"] = {"Start": start, "End": NEVER, **members.get("TimePeriod", {})}
    members.setdefault("CostFilters", {})
