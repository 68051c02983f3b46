# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where AWS Config delivers what it records."""

from __future__ import annotations

from .._engine.resource import ByKey, Resource

_PUT = "PutDeliveryChannel"

RESOURCE = Resource(
    service="config",
    noun="DeliveryChannel",
    returns="delivery_channel",
    find=ByKey(),
    create=_PUT,
    read="DescribeDeliveryChannels",
    update=_PUT,
    listing="",
    wrapper="DeliveryChannels",
    envelopes={_PUT: "DeliveryChannel"},
    ids={"DeliveryChannelNames": "name", "DeliveryChannelName": "name"},
    explain={
        "NoAvailableConfigurationRecorderException": "Make one (config_recorder) first.",
        "LastDeliveryChannelDeleteFailedException": "Stop the recorder (config_recorder) first.",
    },
)
