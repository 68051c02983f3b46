# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Endpoints of a domain in VPCs, which the service manages."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="opensearch",
    noun="VpcEndpoint",
    returns="vpc_endpoint",
    find=ByList(match={"DomainArn": "DomainArn"}),
    read="DescribeVpcEndpoints",
    ids={"VpcEndpointId": "VpcEndpointId", "VpcEndpointIds": "VpcEndpointId"},
    wrapper="VpcEndpoints",
    compare={"SubnetIds": same_set, "SecurityGroupIds": same_set},
    status="Status",
)
