# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Destinations of vended logs."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_policy
from .._engine.resource import Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]


def _read_policy(context: Context, live: Members) -> str | None:
    answer = context.api.find("GetDeliveryDestinationPolicy", deliveryDestinationName=live["name"]) or {}
    return (answer.get("policy") or {}).get("deliveryDestinationPolicy")


def _write_policy(context: Context, live: Members, _current: Any, wanted: str) -> None:
    name = {"deliveryDestinationName": live["name"]}
    if wanted in ("", "{}"):
        context.api.call("DeleteDeliveryDestinationPolicy", **name)
    else:
        context.api.call("PutDeliveryDestinationPolicy", **name, deliveryDestinationPolicy=wanted)


RESOURCE = Resource(
    service="logs",
    noun="DeliveryDestination",
    returns="delivery_destination",
    create="PutDeliveryDestination",
    update="PutDeliveryDestination",
    listing="DescribeDeliveryDestinations",
    immutable=("outputFormat", "deliveryDestinationType"),
    facets=(Facet("delivery_destination_policy", _read_policy, _write_policy, same=same_policy),),
    tagging=Tagging(target={"resourceArn": "arn"}, inline="tags"),
    name_family="log_delivery",
)
