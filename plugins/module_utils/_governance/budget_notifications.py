# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The notifications of a budget, each with those who get it."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context

Members = dict[str, Any]
Key = tuple[str, str, float, str]
People = set[tuple[str, str]]


def read(context: Context, live: Members) -> list[Members]:
    budget = _budget(live)
    found = context.api.items("DescribeNotificationsForBudget", "Notifications", **budget)
    notifications = [{name: value for name, value in one.items() if name != "NotificationState"} for one in found]
    return [
        {
            "Notification": one,
            "Subscribers": context.api.items(
                "DescribeSubscribersForNotification", "Subscribers", **budget, Notification=one
            ),
        }
        for one in notifications
    ]


def write(context: Context, live: Members, current: list[Members] | None, wanted: list[Members]) -> None:
    """Nothing that stays is touched: a notification made anew would be sent again."""
    budget, there, asked = _budget(live), _by_key(current), _by_key(wanted)
    for key, entry in there.items():
        if not _people(entry) & _people(asked.get(key)):
            context.api.call("DeleteNotification", **budget, Notification=entry["Notification"])
    for key, entry in asked.items():
        if _people(entry) & _people(there.get(key)):
            _change_subscribers(context, {**budget, "Notification": entry["Notification"]}, there[key], entry)
        else:
            context.api.call("CreateNotification", **budget, **entry)


def _change_subscribers(context: Context, request: Members, current: Members, wanted: Members) -> None:
    """Those who go come first: of topics, a notification may have only one. One who stays keeps it alive."""
    for kind, address in sorted(_people(current) - _people(wanted)):
        gone = {"SubscriptionType": kind, "Address": address}
        context.api.call("DeleteSubscriber", **request, Subscriber=gone)
    for kind, address in sorted(_people(wanted) - _people(current)):
        new = {"SubscriptionType": kind, "Address": address}
        context.api.call("CreateSubscriber", **request, Subscriber=new)


def same(wanted: list[Members], current: list[Members] | None) -> bool:
    there, asked = _by_key(current), _by_key(wanted)
    return there.keys() == asked.keys() and all(_people(there[key]) == _people(asked[key]) for key in asked)


def _budget(live: Members) -> Members:
    return {"AccountId": live["AccountId"], "BudgetName": live["BudgetName"]}


def _by_key(entries: list[Members] | None) -> dict[Key, Members]:
    return {_key(entry["Notification"]): entry for entry in entries or []}


def _key(notification: Members) -> Key:
    return (
        notification["NotificationType"],
        notification["ComparisonOperator"],
        float(notification["Threshold"]),
        notification.get("ThresholdType", "PERCENTAGE"),
    )


def _people(entry: Members | None) -> People:
    return {(one["SubscriptionType"], one["Address"]) for one in (entry or {}).get("Subscribers", [])}
