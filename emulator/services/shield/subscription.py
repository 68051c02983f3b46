"""The subscription of an account: one, for a year, that nobody can end before."""

from datetime import timedelta
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

YEAR = timedelta(days=365)


class Subscription(ResourceType):
    service = "shield"
    noun = "Subscription"
    id = "SubscriptionId"


def of(call: Call) -> Record | None:
    """The account's subscription, if it has one."""
    return next(iter(call.records(Subscription)), None)


def create(call: Call) -> dict[str, Any]:
    if of(call):
        raise AwsError("ResourceAlreadyExistsException", "The subscription already exists.")
    now = call.cloud.timestamp()
    arn = f"arn:{call.partition}:shield::{call.account}:subscription"
    call.cloud.store.put(Record(Subscription.kind(), call.account, call.region, "subscription", arn, now, now))
    return {}


def describe(call: Call) -> dict[str, Any]:
    record = of(call)
    if record is None:
        raise not_found("The subscription does not exist.")
    limits: list[dict[str, Any]] = []
    groups = {"MaxProtectionGroups": 100, "PatternTypeLimits": {"ArbitraryPatternLimits": {"MaxMembers": 1000}}}
    told = {
        "StartTime": record.created,
        "EndTime": record.created + YEAR,
        "TimeCommitmentInSeconds": int(YEAR.total_seconds()),
        "AutoRenew": record.members.get("AutoRenew", "ENABLED"),
        "Limits": limits,
        "SubscriptionLimits": {
            "ProtectionLimits": {"ProtectedResourceTypeLimits": limits},
            "ProtectionGroupLimits": groups,
        },
        "SubscriptionArn": record.arn,
    }
    return {"Subscription": told}


def update(call: Call) -> dict[str, Any]:
    record = of(call)
    if record is None:
        raise not_found("The subscription does not exist.")
    record.members.update(call.params)
    call.cloud.store.put(record)
    return {}


def delete(call: Call) -> dict[str, Any]:
    if of(call) is None:
        raise not_found("The subscription does not exist.")
    raise AwsError("LockedSubscriptionException", "The subscription is locked until its commitment ends.")


OPERATIONS = {
    "CreateSubscription": create,
    "DescribeSubscription": describe,
    "UpdateSubscription": update,
    "DeleteSubscription": delete,
    "GetSubscriptionState": lambda call: {"SubscriptionState": "ACTIVE" if of(call) else "INACTIVE"},
}
