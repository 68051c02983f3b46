# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Policies of policy engines."""

from __future__ import annotations

from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="Policy",
    returns="policy",
    plural="policies",
    listing="ListPolicies",
    find=ByList(match={"name": "name"}),
    parents=("policyEngineId",),
    ids={"policyId": "policyId"},
    update_sends="changed",
    # No answer tells how a policy was validated.
    ignore=("validationMode",),
    name_family="agentcore_policy",
)
