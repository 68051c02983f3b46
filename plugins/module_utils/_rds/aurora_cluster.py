# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Aurora clusters."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource
from .._engine.tags import Tagging
from . import cluster

RESOURCE = Resource(
    service="rds",
    noun="DBCluster",
    returns="cluster",
    read="DescribeDBClusters",
    update="ModifyDBCluster",
    listing="DescribeDBClusters",
    wrapper="DBClusters",
    ids={"DBClusterIdentifier": "DBClusterIdentifier"},
    renames={"name": "DBClusterIdentifier"},
    local=(
        "allow_major_version_upgrade",
        "apply_immediately",
        "delete_automated_backups",
        "final_db_snapshot_identifier",
        "skip_final_snapshot",
    ),
    observe=cluster.observe,
    state=cluster.state,
    compare={
        "EngineVersion": cluster.same_version,
        "VpcSecurityGroupIds": same_set,
        "EnableCloudwatchLogsExports": same_set,
    },
    secret=("master_user_password",),
    unreadable=("MasterUserPassword",),
    locked=cluster.locked,
    create_request=cluster.create_request,
    update_sends="changed",
    update_request=cluster.update_request,
    updaters={
        "EnableHttpEndpoint": cluster.set_http_endpoint,
        "EnableCloudwatchLogsExports": cluster.set_log_exports,
    },
    refuse_delete=cluster.refuse_delete,
    before_delete=cluster.unprotect,
    delete_request=cluster.delete_request,
    tagging=Tagging(target={"ResourceName": "DBClusterArn"}, tag="AddTagsToResource", untag="RemoveTagsFromResource"),
    name_family="rds_cluster",
)
