# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Flow logs: records of what goes in and out of a VPC."""

from __future__ import annotations

from ._engine.resource import ByList, Resource
from ._engine.tags import Tagging

RESOURCE = Resource(
    service="ec2",
    noun="FlowLogs",
    returns="flow_log",
    read="",
    update="",
    listing="DescribeFlowLogs",
    find=ByList(filters={"resource-id": "resource_id", "log-destination-type": "LogDestinationType"}),
    ids={"FlowLogIds": "FlowLogId"},
    local=("resource_id",),
    create_request=lambda context, request: {**request, "ResourceIds": [context.params["resource_id"]]},
    status="FlowLogStatus",
    tagging=Tagging(
        target={"Resources": "FlowLogId"},
        tag="CreateTags",
        untag="DeleteTags",
        inline="Tags",
        resource_type="vpc-flow-log",
    ),
    # IAM takes some seconds to spread a new role.
    transient={
        "InvalidParameter": "assume|LogDestination.*(Access Denied|undeliverable)|Access Denied for LogDestination"
    },
)
