"""The notifications of a budget. Each has subscribers, at most one of them a topic, and ends with the last one."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.store import Record
from emulator.services.budgets.budget import NOTIFICATIONS, Budget, check_account, invalid

MOST_NOTIFICATIONS, MOST_TOPICS, MOST_MAILS = 10, 1, 10
Key = tuple[str, str, float, str]


def key_of(notification: dict[str, Any]) -> Key:
    kind = notification.get("ThresholdType", "PERCENTAGE")
    threshold = float(notification["Threshold"])
    return notification["NotificationType"], notification["ComparisonOperator"], threshold, kind


def find_budget(call: Call) -> Record:
    check_account(call)
    return call.find(Budget, call.params["BudgetName"])


def find_subscribers(call: Call, budget: Record) -> list[dict[str, Any]]:
    found = budget.hidden[NOTIFICATIONS].get(key_of(call.params["Notification"]))
    if found is None:
        raise AwsError("NotFoundException", "Unable to get notification - the notification doesn't exist.")
    return list(found)


def check_subscribers(subscribers: list[dict[str, Any]]) -> None:
    kinds = [one["SubscriptionType"] for one in subscribers]
    if kinds.count("SNS") > MOST_TOPICS or kinds.count("EMAIL") > MOST_MAILS:
        raise AwsError("CreationLimitExceededException", "A notification can have one topic and ten mail addresses")
    for one in subscribers:
        if (one["SubscriptionType"] == "SNS") != one["Address"].startswith("arn:"):
            raise invalid(f"{one['Address']} is no address of type {one['SubscriptionType']}")


def new_notification(budget: Record, notification: dict[str, Any], subscribers: list[dict[str, Any]]) -> None:
    known, key = budget.hidden[NOTIFICATIONS], key_of(notification)
    if key in known:
        raise AwsError("DuplicateRecordException", "Unable to create notification - the notification already exists.")
    if len(known) == MOST_NOTIFICATIONS:
        raise AwsError("CreationLimitExceededException", f"A budget can have {MOST_NOTIFICATIONS} notifications")
    check_subscribers(subscribers)
    known[key] = list(subscribers)


def create(call: Call) -> dict[str, Any]:
    budget = find_budget(call)
    new_notification(budget, call.params["Notification"], call.params["Subscribers"])
    call.cloud.store.put(budget)
    return {}


def update(call: Call) -> dict[str, Any]:
    budget = find_budget(call)
    old, new = key_of(call.params["OldNotification"]), key_of(call.params["NewNotification"])
    known = budget.hidden[NOTIFICATIONS]
    if old not in known:
        raise AwsError("NotFoundException", "Unable to update notification - the notification doesn't exist.")
    if new in known:
        raise AwsError("DuplicateRecordException", "Unable to update notification - the new one already exists.")
    budget.hidden[NOTIFICATIONS] = {new if key == old else key: value for key, value in known.items()}
    call.cloud.store.put(budget)
    return {}


def delete(call: Call) -> dict[str, Any]:
    budget = find_budget(call)
    find_subscribers(call, budget)
    del budget.hidden[NOTIFICATIONS][key_of(call.params["Notification"])]
    call.cloud.store.put(budget)
    return {}


def describe(call: Call) -> dict[str, Any]:
    names = ("NotificationType", "ComparisonOperator", "Threshold", "ThresholdType")
    known = find_budget(call).hidden[NOTIFICATIONS]
    told = [dict(zip(names, key, strict=True), NotificationState="OK") for key in known]
    return call.answer({"Notifications": told})


def create_subscriber(call: Call) -> dict[str, Any]:
    budget, new = find_budget(call), call.params["Subscriber"]
    subscribers = find_subscribers(call, budget)
    if new in subscribers:
        raise AwsError("DuplicateRecordException", "Unable to create subscriber - the subscriber already exists.")
    check_subscribers([*subscribers, new])
    return keep(call, budget, [*subscribers, new])


def delete_subscriber(call: Call) -> dict[str, Any]:
    budget, gone = find_budget(call), call.params["Subscriber"]
    subscribers = find_subscribers(call, budget)
    if gone not in subscribers:
        raise AwsError("NotFoundException", "Unable to delete subscriber - the subscriber doesn't exist.")
    return keep(call, budget, [one for one in subscribers if one != gone])


def keep(call: Call, budget: Record, subscribers: list[dict[str, Any]]) -> dict[str, Any]:
    key = key_of(call.params["Notification"])
    budget.hidden[NOTIFICATIONS][key] = subscribers
    if not subscribers:
        del budget.hidden[NOTIFICATIONS][key]
    call.cloud.store.put(budget)
    return {}


def describe_subscribers(call: Call) -> dict[str, Any]:
    return call.answer({"Subscribers": find_subscribers(call, find_budget(call))})


OPERATIONS = {
    "CreateNotification": create,
    "CreateSubscriber": create_subscriber,
    "DeleteNotification": delete,
    "DeleteSubscriber": delete_subscriber,
    "DescribeNotificationsForBudget": describe,
    "DescribeSubscribersForNotification": describe_subscribers,
    "UpdateNotification": update,
}
