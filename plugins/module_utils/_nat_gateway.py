# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""NAT gateways: what the API tells elsewhere than it was given, and what it refuses only after it has begun."""

from __future__ import annotations

from typing import Any

from ._engine.context import Context
from ._engine.errors import EngineError

Members = dict[str, Any]


def observe(context: Context, live: Members) -> Members:
    """The live gateway with its first address, the one that it was created with, in the place of the request."""
    addresses = live.get("NatGatewayAddresses") or []
    primary = next((one for one in addresses if one.get("IsPrimary")), addresses[0] if addresses else {})
    told = {"AllocationId": primary.get("AllocationId"), "ConnectivityType": "public"}
    return {**told, **live}


def create_request(context: Context, request: Members) -> Members:
    """The create request, if address and kind of gateway go together."""
    public, address = context.params["connectivity_type"] == "public", context.params["allocation_id"]
    if public and not address:
        raise EngineError(
            "allocation_id is required for a public NAT gateway; allocate an address, or make it private."
        )
    if address and not public:
        raise EngineError("allocation_id cannot be given for a private NAT gateway; leave it out.")
    return request
