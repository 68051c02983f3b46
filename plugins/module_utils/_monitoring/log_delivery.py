# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Deliveries of vended logs: a source tied to a destination."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="logs",
    noun="Delivery",
    returns="delivery",
    plural="deliveries",
    read="",
    listing="DescribeDeliveries",
    update="UpdateDeliveryConfiguration",
    find=ByList(
        match={"deliverySourceName": "deliverySourceName", "deliveryDestinationArn": "deliveryDestinationArn"},
    ),
    ids={"id": "id"},
    tagging=Tagging(target={"resourceArn": "arn"}, inline="tags"),
)
