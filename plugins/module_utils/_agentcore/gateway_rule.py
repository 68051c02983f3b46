# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rules of gateways."""

from __future__ import annotations

from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="GatewayRule",
    returns="gateway_rule",
    find=ByList(match={"priority": "priority"}),
    parents=("gatewayIdentifier",),
    ids={"ruleId": "ruleId"},
    update_sends="changed",
)
