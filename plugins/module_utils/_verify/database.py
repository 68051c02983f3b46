# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The cluster, its users and its credentials: requirements 5."""

from __future__ import annotations

import time
from typing import Any

from .._engine.errors import error_code
from .._engine.sdk import botocore
from .broken import Broken, need
from .check import Checks, Evidence
from .keys import key_of
from .live import Live
from .network import subnets
from .policies import closed_to_others

DATABASE = Checks()
PAUSE_SECONDS = 300
MOST_CAPACITY = 16
LEAST_BACKUP_DAYS = 7
MOST_ROTATION_DAYS = 30
# A cluster that has paused takes a while to wake up.
_WAKING_TRIES, _WAKING_SECONDS = 10, 5


@DATABASE.shows("5.a", "5.1.a")
def serverless_postgresql_runs(live: Live) -> Evidence:
    cluster = the_cluster(live)
    name, engine = cluster["DBClusterIdentifier"], cluster["Engine"]
    need(engine == "aurora-postgresql", f"{name} runs {engine}")
    kinds = {one["DBInstanceIdentifier"]: one["DBInstanceClass"] for one in _instances(live)}
    need(set(kinds.values()) == {"db.serverless"}, f"{name} has instances of the classes {kinds}")
    return {"cluster": cluster["DBClusterArn"], "engine": f"{engine} {cluster['EngineVersion']}", "instances": kinds}


@DATABASE.shows("5.a")
def servers_of_mcp_reach_it_by_the_data_api(live: Live) -> Evidence:
    cluster = the_cluster(live)
    need(cluster.get("HttpEndpointEnabled"), f"the Data API of {cluster['DBClusterIdentifier']} is off")
    return {"Data API": cluster["DBClusterArn"]}


@DATABASE.shows("5.1.b")
def capacity_follows_what_is_asked(live: Live) -> Evidence:
    """From half a unit, or from none, which alone allows it to pause (5.1.d), to 16."""
    capacity = _capacity(live)
    least, most = capacity.get("MinCapacity"), capacity.get("MaxCapacity")
    need(least in (0, 0.5) and most == MOST_CAPACITY, f"capacity goes from {least} to {most} units")
    return {"capacity": [least, most]}


@DATABASE.shows("5.1.d")
def it_pauses_when_nobody_asks(live: Live) -> Evidence:
    capacity = _capacity(live)
    pause, least = capacity.get("SecondsUntilAutoPause"), capacity.get("MinCapacity")
    need(least == 0, f"the cluster keeps {least} units, so it never pauses")
    need(pause == PAUSE_SECONDS, f"the cluster pauses after {pause} seconds, not {PAUSE_SECONDS}")
    return {"pauses after seconds": pause}


@DATABASE.shows("5.b", "5.1.c")
def writer_and_reader_stand_in_two_zones(live: Live) -> Evidence:
    members = the_cluster(live)["DBClusterMembers"]
    writers = [one["DBInstanceIdentifier"] for one in members if one["IsClusterWriter"]]
    need(len(writers) == 1 and len(members) >= 2, f"of {len(members)} instances {len(writers)} write")
    zones = {one["DBInstanceIdentifier"]: one["AvailabilityZone"] for one in _instances(live)}
    need(len(set(zones.values())) >= 2, f"all instances are in one zone: {zones}")
    # A reader of a low tier follows the writer's capacity, and can take over at once.
    tiers = {one["DBInstanceIdentifier"]: one["PromotionTier"] for one in members}
    need(all(tier <= 1 for tier in tiers.values()), f"a reader is not ready to take over: promotion tiers {tiers}")
    return {"writer": writers[0], "zones": zones}


@DATABASE.shows("5.c")
def it_can_be_restored_to_any_second(live: Live) -> Evidence:
    cluster = the_cluster(live)
    days = cluster["BackupRetentionPeriod"]
    need(days >= LEAST_BACKUP_DAYS, f"backups of {cluster['DBClusterIdentifier']} are kept {days} days")
    latest = cluster.get("LatestRestorableTime")
    need(latest, f"{cluster['DBClusterIdentifier']} can't be restored to a point in time")
    return {"backups kept days": days}


@DATABASE.shows("5.d", "5.2.a")
def it_is_encrypted_with_our_key(live: Live) -> Evidence:
    cluster = the_cluster(live)
    key = key_of(live, "database")
    used = cluster.get("KmsKeyId") if cluster["StorageEncrypted"] else None
    need(used == key, f"{cluster['DBClusterIdentifier']} is encrypted with {used or 'no key'}, not {key}")
    state = live.ask("kms", "DescribeKey", KeyId=key)["KeyMetadata"]["KeyState"]
    need(state == "Enabled", f"{key} is {state}")
    return {"key": key}


@DATABASE.shows("5.2.b")
def it_stands_in_the_private_data_subnets(live: Live) -> Evidence:
    name = the_cluster(live)["DBSubnetGroup"]
    group = live.ask("rds", "DescribeDBSubnetGroups", DBSubnetGroupName=name)["DBSubnetGroups"][0]
    found = {subnet["SubnetIdentifier"] for subnet in group["Subnets"]}
    expected = {subnet["SubnetId"] for subnet in subnets(live, "private-data")}
    need(found <= expected, f"{name} has {', '.join(sorted(found - expected))}, which are not private-data")
    need(len(found) >= 2, f"{name} has {len(found)} subnet")
    return {"subnet group": name, "subnets": sorted(found)}


@DATABASE.shows("5.d", "5.2.c")
def it_has_no_public_address(live: Live) -> Evidence:
    public = [one["DBInstanceIdentifier"] for one in _instances(live) if one["PubliclyAccessible"]]
    need(not public, f"{', '.join(public)} can be reached from the internet")
    return {"private instances": [one["DBInstanceIdentifier"] for one in _instances(live)]}


@DATABASE.shows("5.d", "5.2.d")
def nobody_connects_without_tls(live: Live) -> Evidence:
    group = the_cluster(live)["DBClusterParameterGroup"]
    ours = live.one("database", "rds_parameter_group")["id"]
    need(group == ours, f"the cluster has the parameters of {group}, not {ours}")
    found = live.list("rds", "DescribeDBClusterParameters", DBClusterParameterGroupName=group)
    values = {one["ParameterName"]: one.get("ParameterValue") for one in found}
    need(values.get("rds.force_ssl") == "1", f"rds.force_ssl of {group} is {values.get('rds.force_ssl')}")
    return {"parameter group": group, "rds.force_ssl": "1"}


@DATABASE.shows("5.3.a")
def the_master_credentials_are_a_secret(live: Live) -> Evidence:
    secret = master_secret(live)
    need(secret.get("OwningService") == "rds", f"{secret['ARN']} is not managed by RDS")
    return {"master secret": secret["ARN"]}


@DATABASE.shows("5.3.b", "14.c", "14.1.a")
def the_master_credentials_are_changed_again_and_again(live: Live) -> Evidence:
    secret = master_secret(live)
    need(secret.get("RotationEnabled"), f"{secret['ARN']} is not rotated")
    days = secret.get("RotationRules", {}).get("AutomaticallyAfterDays")
    schedule = secret.get("RotationRules", {}).get("ScheduleExpression")
    often = schedule or (days and days <= MOST_ROTATION_DAYS)
    need(often, f"{secret['ARN']} is rotated after {days} days, which is later than {MOST_ROTATION_DAYS}")
    return {"master secret": secret["ARN"], "rotated after days": days or schedule}


@DATABASE.shows("5.3.c")
def users_have_no_more_rights_than_their_work_needs(live: Live) -> Evidence:
    """The backend logs in by IAM; the agent has a secret, and reads. Neither rules over the database."""
    rows = _sql(
        live,
        "SELECT rolname::text, pg_has_role(rolname, 'rds_iam', 'MEMBER'), rolname = current_user,"
        " rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolcanlogin AND NOT rolsuper"
        " AND (rolname = current_user OR pg_has_role(rolname, 'rds_iam', 'MEMBER')) ORDER BY rolname",
    )
    master = the_cluster(live)["MasterUsername"]
    rows = [row for row in rows if row[0] != master]
    ruling = [name for name, _by_iam, _agent, rules in rows if rules]
    need(not ruling, f"{', '.join(ruling)} can make users or databases")
    backends = [name for name, by_iam, agent, _rules in rows if by_iam and not agent]
    need(backends, "no user but the agent's can log in by IAM")
    read_only = _sql(live, "SELECT current_setting('default_transaction_read_only'), current_user::text")[0]
    need(read_only[0] == "on", f"{read_only[1]} may write")
    return {"user of the agent": read_only[1], "users by IAM": backends}


@DATABASE.shows("5.d", "5.3.d")
def the_secret_of_the_agent_is_closed_to_other_accounts(live: Live) -> Evidence:
    secret = _agent_secret(live)
    policy = live.ask("secretsmanager", "GetResourcePolicy", SecretId=secret).get("ResourcePolicy")
    need(policy and closed_to_others(live, policy, "secretsmanager"), f"{secret} is not closed to other accounts")
    return {"secret of the agent": secret}


@DATABASE.shows("5.3.d")
def secrets_are_encrypted_with_our_key(live: Live) -> Evidence:
    key = key_of(live, "database")
    agent = live.ask("secretsmanager", "DescribeSecret", SecretId=_agent_secret(live))
    for secret in (agent, master_secret(live)):
        need(secret.get("KmsKeyId") == key, f"{secret['ARN']} is encrypted with {secret.get('KmsKeyId')}, not {key}")
    return {"key of the secrets": key}


def the_cluster(live: Live) -> dict[str, Any]:
    name = live.one("database", "rds_cluster")["id"]
    return live.ask("rds", "DescribeDBClusters", DBClusterIdentifier=name)["DBClusters"][0]


def master_secret(live: Live) -> dict[str, Any]:
    cluster = the_cluster(live)
    arn = cluster.get("MasterUserSecret", {}).get("SecretArn")
    if not arn:
        raise Broken(f"the master credentials of {cluster['DBClusterIdentifier']} are not in Secrets Manager")
    return live.ask("secretsmanager", "DescribeSecret", SecretId=arn)


def _instances(live: Live) -> list[dict[str, Any]]:
    members = {one["DBInstanceIdentifier"] for one in the_cluster(live)["DBClusterMembers"]}
    found = [one for one in live.list("rds", "DescribeDBInstances") if one["DBInstanceIdentifier"] in members]
    need(found, "the cluster has no instances")
    return found


def _capacity(live: Live) -> dict[str, Any]:
    return the_cluster(live).get("ServerlessV2ScalingConfiguration", {})


def _agent_secret(live: Live) -> str:
    return live.one("database", "secretsmanager_secret", "secret-agent")["arn"]


def _sql(live: Live, statement: str) -> list[list[Any]]:
    """Rows of a statement that the agent runs, whose transactions change nothing."""
    cluster = the_cluster(live)
    place = {
        "resourceArn": cluster["DBClusterArn"],
        "secretArn": _agent_secret(live),
        "database": cluster["DatabaseName"],
    }
    for attempt in range(_WAKING_TRIES):
        try:
            # Each attempt is a question of its own, since answers are kept.
            answer = live.ask("rds-data", "ExecuteStatement", **place, sql=f"{statement} /* {attempt} */")
        except botocore.exceptions.ClientError as exception:
            if error_code(exception) != "DatabaseResumingException":
                raise
            time.sleep(_WAKING_SECONDS)
        else:
            return [[next(iter(field.values())) for field in row] for row in answer["records"]]
    raise Broken(f"{cluster['DBClusterIdentifier']} does not wake up")
