# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Topics, whose members the API has as attributes: names with a text each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._account import account_id
from .._engine.context import Context
from .._engine.diff import Same, same_policy
from .._engine.resource import Facet, Resource
from .._engine.shapes import plain_text, snake
from .._engine.tags import Tagging
from .topic_subscriptions import SUBSCRIPTIONS

Members = dict[str, Any]

_FLAG = {"true": True, "false": False}
_COMPARED: dict[str, Same | None] = {
    "DisplayName": None,
    "KmsMasterKeyId": None,
    "Policy": same_policy,
    "DeliveryPolicy": None,
    "TracingConfig": None,
    "SignatureVersion": None,
    "ContentBasedDeduplication": None,
    "FifoThroughputScope": None,
    "ArchivePolicy": None,
}


def _arn(context: Context) -> str:
    """The topic's ARN, by which the API knows it: it follows from the name."""
    client = context.api.client.meta
    account = account_id(context)
    return f"arn:{client.partition}:sns:{client.region_name}:{account}:{context.params['name']}"


def _create_request(context: Context, request: Members) -> Members:
    """The create request with the attributes that are asked for; the name tells whether it is a FIFO topic."""
    asked = {name: context.params[snake(name)] for name in _COMPARED}
    attributes = {name: plain_text(value) for name, value in asked.items() if value not in (None, "")}
    if context.params["name"].endswith(".fifo"):
        attributes["FifoTopic"] = "true"
    return {**request, "Attributes": attributes}


def _attribute(name: str) -> Facet:
    def read(_context: Context, live: Members) -> Any:
        told = live["Attributes"].get(name)
        return _FLAG.get(str(told), told) if name == "ContentBasedDeduplication" else told

    def write(context: Context, live: Members, _current: Any, wanted: Any) -> None:
        attribute = {"AttributeName": name, "AttributeValue": plain_text(wanted)}
        context.api.call("SetTopicAttributes", TopicArn=live["TopicArn"], **attribute)

    return Facet(snake(name), read, write, same=_COMPARED[name])


def _facets() -> Iterator[Facet]:
    yield from map(_attribute, _COMPARED)
    yield SUBSCRIPTIONS


def _observe(_context: Context, live: Members) -> Members:
    return {**live, "Name": live["TopicArn"].rsplit(":", 1)[-1]} if "TopicArn" in live else live


def _computed(context: Context, live: Members) -> Members:
    """Name and ARN, which are known before the topic is there."""
    arn = live["TopicArn"] if "TopicArn" in live else _arn(context)
    return {"name": arn.rsplit(":", 1)[-1], "topic_arn": arn}


RESOURCE = Resource(
    service="sns",
    noun="Topic",
    returns="topic",
    read="GetTopicAttributes",
    update="",
    read_request=lambda context, request: request if "TopicArn" in request else {"TopicArn": _arn(context)},
    create_request=_create_request,
    observe=_observe,
    local=("purge_subscriptions",),
    facets=tuple(_facets()),
    computed=_computed,
    tagging=Tagging(target={"ResourceArn": "TopicArn"}),
    name_family="sns_topic",
)
