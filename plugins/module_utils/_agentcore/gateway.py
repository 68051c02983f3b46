# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Gateways."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]


def _update_request(_context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    """Which tokens were accepted before says nothing once another authorizer decides."""
    if request["authorizerType"] != "CUSTOM_JWT":
        request.pop("authorizerConfiguration", None)
    return request


RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="Gateway",
    returns="gateway",
    find=ByList(match={"name": "name"}),
    ids={"gatewayIdentifier": "gatewayId"},
    update_request=_update_request,
    compare=dict.fromkeys(("allowedAudience", "allowedClients", "allowedScopes", "supportedVersions"), same_set),
    tagging=Tagging(target={"resourceArn": "gatewayArn"}),
    # IAM takes a moment to spread a new role and its policies.
    transient={"ValidationException": "role", "AccessDeniedException": "assume"},
    name_family="agentcore_gateway",
)
