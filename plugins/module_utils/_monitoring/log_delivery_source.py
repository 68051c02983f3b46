# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sources of vended logs: what a service logs of one of its resources."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging


def _observe(_context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """The answer lists the resource, the request names it."""
    return {**live, "resourceArn": next(iter(live.get("resourceArns") or []), None)}


RESOURCE = Resource(
    service="logs",
    noun="DeliverySource",
    returns="delivery_source",
    create="PutDeliverySource",
    read="",
    update="PutDeliverySource",
    listing="DescribeDeliverySources",
    find=ByList(match={"name": "name"}),
    ids={"name": "name"},
    immutable=("resourceArn", "logType"),
    observe=_observe,
    tagging=Tagging(target={"resourceArn": "arn"}, inline="tags"),
    name_family="log_delivery",
)
