# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Workload identities."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="WorkloadIdentity",
    returns="workload_identity",
    plural="workload_identities",
    listing="ListWorkloadIdentities",
    compare={"allowedResourceOauth2ReturnUrls": same_set},
    tagging=Tagging(target={"resourceArn": "workloadIdentityArn"}),
    name_family="agentcore_workload_identity",
)
