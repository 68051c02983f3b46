"""What Aurora refuses of a new cluster, or of what a change would make of one."""

import re
from collections.abc import Mapping
from typing import Any

from moto.rds.exceptions import (
    DBClusterParameterGroupNotFoundError,
    InvalidParameterCombination,
    InvalidParameterValue,
    RDSClientError,
)

from emulator.overrides.rds import engines

NAME = re.compile(r"(?!.*--)[a-zA-Z][a-zA-Z0-9-]{0,62}(?<!-)")
STORAGE = ("aurora", "aurora-iopt1")
PAUSE_SECONDS = (300, 86400)
RETENTION_DAYS = (1, 35)
INSIGHTS_DAYS = {"advanced": (465,)}
Params = Mapping[str, Any]


def check_new(backend: Any, params: Params) -> None:
    identifier = params["db_cluster_identifier"]
    check_name(identifier)
    if identifier in backend.clusters:
        raise RDSClientError("DBClusterAlreadyExistsFault", "DB Cluster already exists")
    if params["engine"] not in engines.ENGINES:
        return
    if params.get("manage_master_user_password") and params.get("master_user_password"):
        raise InvalidParameterCombination(
            "You can't specify MasterUserPassword for a DB cluster with ManageMasterUserPassword."
        )
    if params.get("master_user_secret_kms_key_id") and not params.get("manage_master_user_password"):
        raise InvalidParameterCombination("MasterUserSecretKmsKeyId needs ManageMasterUserPassword.")
    group = params.get("db_subnet_group_name")
    if group and group != "default" and group not in backend.subnet_groups:
        raise RDSClientError("DBSubnetGroupNotFoundFault", f"DB subnet group '{group}' does not exist.")
    for name in ("kms_key_id", "master_user_secret_kms_key_id", "performance_insights_kms_key_id"):
        if params.get(name):
            backend._validate_kms_key(params[name])
    check(backend, params["engine"], params["engine_version"], params)


def check_name(identifier: str) -> None:
    if not NAME.fullmatch(identifier):
        raise InvalidParameterValue(
            "The parameter DBClusterIdentifier is not a valid identifier. Identifiers must begin with a letter; must "
            "contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two "
            "consecutive hyphens."
        )


def check(backend: Any, engine: str, version: str, params: Params) -> None:
    """What a create and a modification have in common."""
    check_group(backend, engines.family(engine, version), params.get("db_cluster_parameter_group_name"))
    storage = params.get("storage_type")
    if storage and storage not in STORAGE:
        raise InvalidParameterCombination(f"Invalid storage type for DB engine {engine}: {storage}")
    days = params.get("backup_retention_period")
    if days is not None and not RETENTION_DAYS[0] <= int(days) <= RETENTION_DAYS[1]:
        raise InvalidParameterValue(f"Invalid backup retention period: {days}. Must be between 1 and 35.")
    password = params.get("master_user_password")
    if password is not None and not 8 <= len(password) <= 99:
        raise InvalidParameterValue(
            "The parameter MasterUserPassword is not a valid password. It must have 8 to 99 characters."
        )
    unknown = set(exports(params)) - set(engines.LOGS[engine])
    if unknown:
        raise InvalidParameterCombination(
            f"You cannot use the log types '{', '.join(sorted(unknown))}' with engine version {engine} {version}."
        )
    if params.get("database_insights_mode") == "advanced":
        kept = params.get("performance_insights_retention_period")
        if not params.get("enable_performance_insights") or kept not in INSIGHTS_DAYS["advanced"]:
            raise InvalidParameterCombination(
                "Database Insights in advanced mode needs Performance Insights with a retention period of 465 days."
            )
    check_capacity(engine, version, params.get("serverless_v2_scaling_configuration"))


def check_group(backend: Any, family: str, name: str | None) -> None:
    if not name or name.startswith("default."):
        return
    if name not in backend.db_cluster_parameter_groups:
        raise DBClusterParameterGroupNotFoundError(name)
    if backend.db_cluster_parameter_groups[name].db_parameter_group_family != family:
        raise InvalidParameterCombination(
            f"The Parameter Group {name} with DBParameterGroupFamily "
            f"{backend.db_cluster_parameter_groups[name].db_parameter_group_family} cannot be used for this cluster. "
            f"Please use a Parameter Group with DBParameterGroupFamily {family}"
        )


def exports(params: Params) -> list[str]:
    changes = params.get("cloudwatch_logs_export_configuration") or {}
    return [*(params.get("enable_cloudwatch_logs_exports") or []), *(changes.get("EnableLogTypes") or [])]


def check_capacity(engine: str, version: str, given: Params | None) -> None:
    if given is None:
        return
    least, most = given.get("MinCapacity"), given.get("MaxCapacity")
    if least is None or most is None:
        raise InvalidParameterValue("ServerlessV2ScalingConfiguration needs MinCapacity and MaxCapacity.")
    floor = 0.0 if engines.can_pause(engine, version) else 0.5
    if (float(least) * 2) % 1 or (float(most) * 2) % 1:
        raise InvalidParameterValue("Serverless v2 capacity must be a multiple of 0.5.")
    if float(least) < floor:
        raise InvalidParameterValue(f"Serverless v2 minimum capacity of {engine} {version} is {floor:g}.")
    if not 1 <= float(most) <= engines.MOST_CAPACITY or float(most) < float(least):
        raise InvalidParameterValue(
            f"Serverless v2 maximum capacity {most} must be 1 to {engines.MOST_CAPACITY:g}, and not less than the "
            f"minimum {least}."
        )
    pause = given.get("SecondsUntilAutoPause")
    if pause is not None:
        if float(least) > 0:
            raise InvalidParameterCombination("SecondsUntilAutoPause can only be set if the minimum capacity is 0.")
        if not PAUSE_SECONDS[0] <= int(pause) <= PAUSE_SECONDS[1]:
            raise InvalidParameterValue(f"SecondsUntilAutoPause {pause} must be 300 to 86400.")
