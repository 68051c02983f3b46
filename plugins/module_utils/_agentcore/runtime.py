# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Agent runtimes."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="AgentRuntime",
    returns="agent_runtime",
    find=ByList(match={"agentRuntimeName": "agentRuntimeName"}),
    renames={"name": "agentRuntimeName"},
    # The model says nothing of a default for the network, so a new runtime always gets one.
    defaults={"networkConfiguration": {"networkMode": "PUBLIC"}},
    compare=dict.fromkeys(
        ("subnets", "securityGroups", "allowedAudience", "allowedClients", "allowedScopes", "requestHeaderAllowlist"),
        same_set,
    ),
    tagging=Tagging(target={"resourceArn": "agentRuntimeArn"}),
    # IAM takes a moment to spread a new role and its policies.
    transient={"ValidationException": "role", "AccessDeniedException": "assume"},
    name_family="agentcore_runtime",
)
