# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Endpoints of agent runtimes."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import Resource
from .._engine.tags import Tagging


def _observe(_context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """Requests say agentRuntimeVersion for what answers call targetVersion."""
    return {**live, "agentRuntimeVersion": live.get("targetVersion")}


RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="AgentRuntimeEndpoint",
    returns="agent_runtime_endpoint",
    parents=("agentRuntimeId",),
    ids={"endpointName": "name"},
    observe=_observe,
    update_sends="changed",
    tagging=Tagging(target={"resourceArn": "agentRuntimeEndpointArn"}),
    name_family="agentcore_runtime",
)
