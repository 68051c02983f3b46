# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Targets of gateways."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="GatewayTarget",
    returns="gateway_target",
    find=ByList(match={"name": "name"}),
    parents=("gatewayIdentifier",),
    ids={"targetId": "targetId"},
    blocked=("CREATE_PENDING_AUTH", "UPDATE_PENDING_AUTH", "SYNCHRONIZE_PENDING_AUTH"),
    compare=dict.fromkeys(("required", "subnetIds", "securityGroupIds", "scopes"), same_set),
    # The gateway's role gets its policy in the same run, and IAM takes a moment to spread it.
    transient={"ValidationException": "role|assume"},
    name_family="agentcore_gateway_target",
)
