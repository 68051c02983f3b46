# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""VPC endpoints: the ways from a VPC to services of AWS."""

from __future__ import annotations

from ._engine.diff import same_policy, same_set
from ._engine.resource import ByList, Resource
from ._engine.tags import Tagging

RESOURCE = Resource(
    service="ec2",
    noun="VpcEndpoint",
    returns="vpc_endpoint",
    read="",
    update="ModifyVpcEndpoint",
    delete="DeleteVpcEndpoints",
    listing="DescribeVpcEndpoints",
    find=ByList(
        match={"VpcEndpointType": "VpcEndpointType"},
        filters={"vpc-id": "VpcId", "service-name": "ServiceName"},
        gone=("deleted", "Deleted"),
    ),
    ids={"VpcEndpointId": "VpcEndpointId", "VpcEndpointIds": "VpcEndpointId"},
    wrapper="VpcEndpoint",
    observe=lambda context, live: {
        **live,
        "SecurityGroupIds": [group["GroupId"] for group in live.get("Groups") or []],
    },
    update_sends="changed",
    compare={
        "PolicyDocument": same_policy,
        "RouteTableIds": same_set,
        "SecurityGroupIds": same_set,
        "SubnetIds": same_set,
    },
    status="State",
    blocked=("pendingAcceptance", "PendingAcceptance"),
    tagging=Tagging(
        target={"Resources": "VpcEndpointId"},
        tag="CreateTags",
        untag="DeleteTags",
        inline="Tags",
        resource_type="vpc-endpoint",
    ),
)
