# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rate limits of gateways."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="GatewayRateLimit",
    returns="gateway_rate_limit",
    parents=("gatewayIdentifier",),
    renames={"name": "rateLimitId"},
    compare={"dimensionKeys": same_set},
    name_family="agentcore_gateway_rate_limit",
)
