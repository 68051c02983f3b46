# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Targets of gateways."""

from __future__ import annotations

from typing import Any

from .._engine import lookup
from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.errors import EngineError
from .._engine.resource import ByList, Facet, Resource
from .._engine.state import wait_until_ready

Members = dict[str, Any]

ALWAYS = "always"


def _last_time(context: Context, live: Members) -> str | None:
    """When the tools of an MCP server were last read; that of a wish to leave it so is the wish itself."""
    if context.params["synchronize"] != ALWAYS:
        return context.params["synchronize"]
    _refuse_without_server(context, context.wanted.get("targetConfiguration") or live.get("targetConfiguration") or {})
    told = live.get("lastSynchronizedAt")
    return told and f"{told:%Y-%m-%dT%H:%M:%SZ}"


def _refuse_without_server(context: Context, configuration: Members) -> None:
    if context.params["synchronize"] == ALWAYS and "mcpServer" not in configuration.get("mcp", {}):
        raise EngineError("synchronize: only a target of the type mcp.mcp_server has tools that can be read again.")


def _creatable(context: Context, request: Members) -> Members:
    _refuse_without_server(context, request.get("targetConfiguration", {}))
    return request


def _synchronize(context: Context, live: Members, _current: Any, wanted: str) -> None:
    if wanted != ALWAYS:
        return
    gateway = {"gatewayIdentifier": context.params["gateway_identifier"]}
    context.api.call("SynchronizeGatewayTargets", **gateway, targetIdList=[live["targetId"]])
    if context.params["wait"]:
        wait_until_ready(context.what, lambda: lookup.refresh(context, live), RESOURCE.state_of, context.deadline())


RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="GatewayTarget",
    returns="gateway_target",
    find=ByList(match={"name": "name"}),
    parents=("gatewayIdentifier",),
    ids={"targetId": "targetId"},
    blocked=("CREATE_PENDING_AUTH", "UPDATE_PENDING_AUTH", "SYNCHRONIZE_PENDING_AUTH"),
    create_request=_creatable,
    facets=(Facet("synchronize", _last_time, _synchronize, same=lambda wanted, _now: wanted != ALWAYS, told=False),),
    compare=dict.fromkeys(("required", "subnetIds", "securityGroupIds", "scopes"), same_set),
    # The gateway's role gets its policy in the same run, and IAM takes a moment to spread it.
    transient={"ValidationException": "role|assume"},
    name_family="agentcore_gateway_target",
)
