# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How a cluster tells what it is asked for, and what its requests need beyond that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.state import FAILED, GONE, PENDING, READY, State
from .._engine.unknown import is_unknown

Members = dict[str, Any]

_READY = ("available", "stopped", "backing-up")
_BROKEN = ("failed", "inaccessible", "incompatible")
_TOLD = {
    "DBClusterParameterGroupName": "DBClusterParameterGroup",
    "DBSubnetGroupName": "DBSubnetGroup",
    "EnableCloudwatchLogsExports": "EnabledCloudwatchLogsExports",
    "EnableHttpEndpoint": "HttpEndpointEnabled",
    "EnableIAMDatabaseAuthentication": "IAMDatabaseAuthenticationEnabled",
    "EnablePerformanceInsights": "PerformanceInsightsEnabled",
}
_PENDING = ("BackupRetentionPeriod", "EngineVersion", "IAMDatabaseAuthenticationEnabled", "StorageType")
_KEYS = ("KmsKeyId", "MasterUserSecretKmsKeyId", "PerformanceInsightsKMSKeyId")
_CAPACITY = "ServerlessV2ScalingConfiguration"


def state(live: Members) -> State:
    """The state by the status; a cluster has many words for being changed."""
    status = live.get("Status") or ""
    if status in _READY:
        return State(READY, status)
    if any(word in status for word in _BROKEN):
        return State(FAILED, status)
    return State(GONE if status in ("deleting", "deleted") else PENDING, status)


def observe(context: Context, live: Members) -> Members:
    """The live cluster in the words of the create request, with what waits for the maintenance window."""
    _check(context.wanted)  # also when nothing else is to change
    pending = {name: value for name, value in (live.get("PendingModifiedValues") or {}).items() if name in _PENDING}
    now = {**live, **pending}
    secret = now.get("MasterUserSecret") or {}
    told = {
        **now,
        **{member: now.get(name) for member, name in _TOLD.items()},
        "StorageType": now.get("StorageType") or "aurora",  # the usual one is not told
        "VpcSecurityGroupIds": [group["VpcSecurityGroupId"] for group in now.get("VpcSecurityGroups") or []],
        "ManageMasterUserPassword": bool(secret),
        "MasterUserSecretKmsKeyId": secret.get("KmsKeyId"),
    }
    return {**told, **{name: _as_asked(context, name, told.get(name)) for name in _KEYS}}


def _as_asked(context: Context, member: str, arn: str | None) -> str | None:
    """The ARN of a key, or what the user called the very same key: its id, or one of its aliases."""
    wanted = context.wanted.get(member)
    if not wanted or not arn or is_unknown(wanted):
        return arn
    if "alias/" in wanted:
        found = context.api_of("kms").find("DescribeKey", KeyId=wanted) or {}
        return wanted if found.get("KeyMetadata", {}).get("Arn") == arn else arn
    return wanted if arn.endswith(f"/{wanted}") else arn


def same_version(wanted: str, current: str | None) -> bool:
    """Whether a version is the wanted one; a major version alone means any of its minor ones."""
    return current is not None and f"{current}.".startswith(f"{wanted}.")


def locked(_context: Context, live: Members, _changes: Members) -> Iterable[str]:
    """The key of a secret that RDS manages is chosen when it begins to do so."""
    return ["MasterUserSecretKmsKeyId"] if live.get("MasterUserSecret") else []


def create_request(_context: Context, request: Members) -> Members:
    _check(request)
    return request


def update_request(context: Context, _live: Members, request: Members, changes: Members) -> Members:
    """The changes, with how they are to be made."""
    capacity = request.get(_CAPACITY)
    if capacity and capacity["MinCapacity"] > 0:  # what keeps running has no pause, and may not be sent one
        request[_CAPACITY] = {name: value for name, value in capacity.items() if name != "SecondsUntilAutoPause"}
    # Who takes the password over from RDS has to say what it shall be.
    handed_over = "ManageMasterUserPassword" in changes and not request["ManageMasterUserPassword"]
    if handed_over and "MasterUserPassword" in context.wanted:
        request["MasterUserPassword"] = context.wanted["MasterUserPassword"]
    if context.params["allow_major_version_upgrade"]:
        request["AllowMajorVersionUpgrade"] = True
    return {**request, "ApplyImmediately": context.params["apply_immediately"]}


def _check(wanted: Members) -> None:
    """Refuse what contradicts itself, with a way out."""
    capacity = wanted.get(_CAPACITY) or {}
    if capacity.get("SecondsUntilAutoPause") is not None and (capacity.get("MinCapacity") or 0) > 0:
        raise EngineError(
            "serverless_v2_scaling_configuration: only what can go down to 0 pauses. Set min_capacity to 0, or leave "
            "out seconds_until_auto_pause to keep at least min_capacity running, which costs around the clock."
        )
    if wanted.get("ManageMasterUserPassword") and wanted.get("MasterUserPassword"):
        raise EngineError("Give either master_user_password, or let RDS make one up by manage_master_user_password.")


def set_http_endpoint(context: Context, live: Members, value: bool) -> None:
    """Switch the Data API on or off; ModifyDBCluster does that for the first version of serverless clusters only."""
    context.api.call("EnableHttpEndpoint" if value else "DisableHttpEndpoint", ResourceArn=live["DBClusterArn"])


def set_log_exports(context: Context, live: Members, value: list[str]) -> None:
    """Export these logs and no others."""
    current = live.get("EnabledCloudwatchLogsExports") or []
    changes = {
        "EnableLogTypes": [name for name in value if name not in current],
        "DisableLogTypes": [name for name in current if name not in value],
    }
    context.api.call(
        "ModifyDBCluster",
        DBClusterIdentifier=live["DBClusterIdentifier"],
        CloudwatchLogsExportConfiguration={name: logs for name, logs in changes.items() if logs},
        ApplyImmediately=True,
    )


def refuse_delete(context: Context, live: Members) -> None:
    """A deletion that RDS would refuse, or that would lose the data without anybody having said so."""
    members = [member["DBInstanceIdentifier"] for member in live.get("DBClusterMembers") or []]
    if members:
        raise EngineError(f"{context.what} still has the instances {', '.join(members)}: delete them first.")
    if live.get("DeletionProtection") and context.wanted.get("DeletionProtection") is not False:
        raise EngineError(
            f"{context.what} is protected against deletion. Set deletion_protection to false as well to delete it."
        )
    if context.params["skip_final_snapshot"] == bool(context.params["final_db_snapshot_identifier"]):
        raise EngineError(
            f"To delete {context.what}, give either final_db_snapshot_identifier, for a snapshot that keeps the data, "
            "or skip_final_snapshot, to lose them."
        )


def unprotect(context: Context, live: Members) -> None:
    if live.get("DeletionProtection"):
        place = {"DBClusterIdentifier": live["DBClusterIdentifier"]}
        context.api.call("ModifyDBCluster", **place, DeletionProtection=False, ApplyImmediately=True)


def delete_request(context: Context, _live: Members, request: Members) -> Members:
    snapshot = context.params["final_db_snapshot_identifier"]
    how = {"FinalDBSnapshotIdentifier": snapshot} if snapshot else {}
    return {
        **request,
        **how,
        "SkipFinalSnapshot": not snapshot,
        "DeleteAutomatedBackups": context.params["delete_automated_backups"],
    }
