"""What can go wrong with the database, its users and its credentials."""

from __future__ import annotations

from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("5.1.b")
def capacity_has_another_limit(target: Target) -> None:
    _scale(target, MaxCapacity=32)


@breaks("5.1.d")
def it_pauses_late(target: Target) -> None:
    _scale(target, SecondsUntilAutoPause=3600)


@breaks("5.c")
def backups_are_kept_a_day(target: Target) -> None:
    _modify(target, BackupRetentionPeriod=1)


@breaks("5.d", "5.2.d")
def it_answers_without_tls(target: Target) -> None:
    group = one(target, "rds", "parameter-group").rpartition(":")[2]
    off = {"ParameterName": "rds.force_ssl", "ParameterValue": "0", "ApplyMethod": "immediate"}
    target.client("rds").modify_db_cluster_parameter_group(DBClusterParameterGroupName=group, Parameters=[off])


@breaks("5.d", "5.2.c")
def an_instance_has_a_public_address(target: Target) -> None:
    instance = one(target, "rds", "instance-1").rpartition(":")[2]
    target.client("rds").modify_db_instance(
        DBInstanceIdentifier=instance, PubliclyAccessible=True, ApplyImmediately=True
    )


@breaks("5.3.b", "14.c", "14.1.a")
def the_master_credentials_stay_for_a_year(target: Target) -> None:
    target.client("secretsmanager").rotate_secret(
        SecretId=_cluster(target)["MasterUserSecret"]["SecretArn"],
        RotationRules={"AutomaticallyAfterDays": 365},
        RotateImmediately=False,
    )


@breaks("5.d", "5.3.d")
def other_accounts_may_ask_for_the_secret_of_the_agent(target: Target) -> None:
    target.client("secretsmanager").delete_resource_policy(SecretId=one(target, "secrets", "secret-agent"))


# Users are asked for through the Data API too.
@breaks("5.a", "5.3.c")
def the_data_api_is_off(target: Target) -> None:
    target.client("rds").disable_http_endpoint(ResourceArn=_cluster(target)["DBClusterArn"])


def _cluster(target: Target) -> dict[str, Any]:
    arn = one(target, "rds", "cluster")
    return target.client("rds").describe_db_clusters(DBClusterIdentifier=arn)["DBClusters"][0]


def _scale(target: Target, **changes: Any) -> None:
    capacity = _cluster(target)["ServerlessV2ScalingConfiguration"]
    _modify(target, ServerlessV2ScalingConfiguration=capacity | changes)


def _modify(target: Target, **changes: Any) -> None:
    name = _cluster(target)["DBClusterIdentifier"]
    target.client("rds").modify_db_cluster(DBClusterIdentifier=name, ApplyImmediately=True, **changes)
