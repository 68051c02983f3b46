# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Destinations of vended logs."""

from __future__ import annotations

from .._engine.documents import document
from .._engine.resource import Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="logs",
    noun="DeliveryDestination",
    returns="delivery_destination",
    create="PutDeliveryDestination",
    update="PutDeliveryDestination",
    listing="DescribeDeliveryDestinations",
    immutable=("outputFormat", "deliveryDestinationType"),
    facets=(
        document(
            "delivery_destination_policy",
            ("GetDeliveryDestinationPolicy", "PutDeliveryDestinationPolicy", "DeleteDeliveryDestinationPolicy"),
            "deliveryDestinationPolicy",
            lambda live: {"deliveryDestinationName": live["name"]},
        ),
    ),
    tagging=Tagging(target={"resourceArn": "arn"}, inline="tags"),
    name_family="log_delivery",
)
