# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who a topic tells."""

from __future__ import annotations

import json
from typing import Any

from .._engine.context import Context
from .._engine.diff import same_json
from .._engine.resource import Facet
from .._engine.shapes import plain_text

Members = dict[str, Any]

_PENDING = ("PendingConfirmation", "Deleted")  # in the place of an ARN, while the receiver has not agreed


def _key(subscription: Members) -> tuple[str, str]:
    return subscription["protocol"], subscription["endpoint"]


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True) if isinstance(value, (dict, list)) else plain_text(value)


def _there(context: Context, live: Members) -> list[Members]:
    return context.api.items("ListSubscriptionsByTopic", "Subscriptions", TopicArn=live["TopicArn"])


def _read(context: Context, live: Members) -> list[Members]:
    """Protocol and endpoint of each, with those attributes that the user speaks of."""
    asked = {_key(one): one.get("attributes") or {} for one in context.params["subscriptions"]}
    told = []
    for one in _there(context, live):
        entry = {"protocol": one["Protocol"], "endpoint": one["Endpoint"]}
        names = asked.get(_key(entry))
        if names and one["SubscriptionArn"] not in _PENDING:
            answer = context.api.call("GetSubscriptionAttributes", SubscriptionArn=one["SubscriptionArn"])
            known = answer["Attributes"]
            entry["attributes"] = {name: known[name] for name in names if name in known}
        if _key(entry) in asked or context.params["purge_subscriptions"]:
            told.append(entry)
    return sorted(told, key=_key)


def _same_one(wanted: Members, current: Members) -> bool:
    """Whether the attributes are as wanted; nobody can tell while the receiver has not agreed yet."""
    asked = wanted.get("attributes") or {}
    if not asked or "attributes" not in current:
        return True
    return all(same_json(_text(value), current["attributes"].get(name)) for name, value in asked.items())


def _same(wanted: list[Members], current: list[Members] | None) -> bool:
    there = {_key(one): one for one in current or []}
    return {_key(one) for one in wanted} == set(there) and all(_same_one(one, there[_key(one)]) for one in wanted)


def _write(context: Context, live: Members, current: list[Members], wanted: list[Members]) -> None:
    arns = {(one["Protocol"], one["Endpoint"]): one["SubscriptionArn"] for one in _there(context, live)}
    there = {_key(one): one for one in current}
    for one in wanted:
        attributes = {name: _text(value) for name, value in (one.get("attributes") or {}).items()}
        if _key(one) not in there:
            place = {"TopicArn": live["TopicArn"], "Protocol": one["protocol"], "Endpoint": one["endpoint"]}
            context.api.call("Subscribe", **place, Attributes=attributes)
        elif not _same_one(one, there[_key(one)]):
            for name, value in attributes.items():
                context.api.call(
                    "SetSubscriptionAttributes",
                    SubscriptionArn=arns[_key(one)],
                    AttributeName=name,
                    AttributeValue=value,
                )
    unwanted = set(there) - set(map(_key, wanted))
    for key in sorted(unwanted):
        if arns[key] not in _PENDING:  # one that nobody agreed to ends by itself
            context.api.call("Unsubscribe", SubscriptionArn=arns[key])


SUBSCRIPTIONS = Facet("subscriptions", _read, _write, same=_same)
