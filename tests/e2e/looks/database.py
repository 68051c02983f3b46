"""What the requirements say of the database, looked up in the platform that is deployed."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.e2e.journey import Target


def outputs(target: Target, layer: str) -> dict[str, str]:
    """What a layer has published."""
    path = f"/{target.prefix}/{target.environment}/outputs/{layer}"
    pages = target.client("ssm").get_paginator("get_parameters_by_path").paginate(Path=path)
    return {entry["Name"].rsplit("/", 1)[1]: entry["Value"] for page in pages for entry in page["Parameters"]}


def _cluster(target: Target) -> dict[str, Any]:
    name = outputs(target, "database")["cluster_identifier"]
    return target.client("rds").describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]


def _instances(target: Target) -> list[dict[str, Any]]:
    members = {member["DBInstanceIdentifier"] for member in _cluster(target)["DBClusterMembers"]}
    found = target.client("rds").describe_db_instances()["DBInstances"]
    return [instance for instance in found if instance["DBInstanceIdentifier"] in members]


def _sql(target: Target, user: str, statement: str) -> list[Any]:
    known = outputs(target, "database")
    place = {"resourceArn": known["cluster_arn"], "database": known["database_name"]}
    answer = target.client("rds-data").execute_statement(**place, secretArn=known[f"{user}_secret_arn"], sql=statement)
    return [[next(iter(field.values())) for field in row] for row in answer.get("records", [])]


def serverless_postgresql_that_pauses_within_its_range(target: Target) -> None:
    """5.a, 5.1.a, 5.1.b, 5.1.d: pausing goes with a least capacity of 0 alone."""
    cluster = _cluster(target)
    assert cluster["Engine"] == "aurora-postgresql"
    assert all(instance["DBInstanceClass"] == "db.serverless" for instance in _instances(target))
    capacity = cluster["ServerlessV2ScalingConfiguration"]
    assert capacity["MaxCapacity"] == 16
    assert (capacity["MinCapacity"], capacity.get("SecondsUntilAutoPause")) in ((0, 300), (0.5, None))


def sql_runs_through_the_data_api(target: Target) -> None:
    """5.a: servers of MCP speak to the database without a way through the network, and find vectors there."""
    assert _cluster(target)["HttpEndpointEnabled"]
    extensions = _sql(target, "agent", "SELECT extname::text FROM pg_extension")
    assert ["vector"] in extensions


def writer_and_reader_in_two_zones(target: Target) -> None:
    """5.b, 5.1.c, 17.3.b"""
    members = _cluster(target)["DBClusterMembers"]
    assert sorted(member["IsClusterWriter"] for member in members) == [False, True]
    assert {member["PromotionTier"] for member in members} <= {0, 1}
    zones = {instance["AvailabilityZone"] for instance in _instances(target)}
    assert len(zones) == 2
    assert zones == set(outputs(target, "network")["zone_names"].split(","))


def backups_for_a_restore_to_any_second(target: Target) -> None:
    """5.c, 17.3.d"""
    cluster = _cluster(target)
    assert cluster["BackupRetentionPeriod"] >= 7
    assert cluster["LatestRestorableTime"]
    assert cluster["CopyTagsToSnapshot"]


def encrypted_with_the_key_of_the_layer(target: Target) -> None:
    """5.d, 5.2.a, 17.2.c"""
    key = outputs(target, "security")["database_key_arn"]
    cluster = _cluster(target)
    assert cluster["StorageEncrypted"]
    assert {cluster["KmsKeyId"], cluster["MasterUserSecret"]["KmsKeyId"]} == {key}
    assert target.client("kms").get_key_rotation_status(KeyId=key)["KeyRotationEnabled"]
    for name in cluster["EnabledCloudwatchLogsExports"]:
        group = f"/aws/rds/cluster/{cluster['DBClusterIdentifier']}/{name}"
        found = target.client("logs").describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]
        assert (found["kmsKeyId"], bool(found["retentionInDays"])) == (key, True)


def stands_in_the_private_data_subnets(target: Target) -> None:
    """5.2.b, 5.2.c"""
    cluster = _cluster(target)
    group = target.client("rds").describe_db_subnet_groups(DBSubnetGroupName=cluster["DBSubnetGroup"])
    subnets = {subnet["SubnetIdentifier"] for subnet in group["DBSubnetGroups"][0]["Subnets"]}
    assert subnets == set(outputs(target, "network")["private_data_subnet_ids"].split(","))
    assert not any(instance["PubliclyAccessible"] for instance in _instances(target))
    known = outputs(target, "security")
    groups = [group["VpcSecurityGroupId"] for group in cluster["VpcSecurityGroups"]]
    assert groups == [known["database_group_id"]]
    rules = target.client("ec2").describe_security_groups(GroupIds=groups)["SecurityGroups"][0]["IpPermissions"]
    sources = {pair["GroupId"] for rule in rules for pair in rule["UserIdGroupPairs"]}
    assert sources == {known["backend_group_id"], known["agentcore_group_id"]}
    assert not [block for rule in rules for block in rule["IpRanges"]]


def refuses_connections_without_tls(target: Target) -> None:
    """5.2.d, 17.2.c"""
    group = _cluster(target)["DBClusterParameterGroup"]
    found = target.client("rds").describe_db_cluster_parameters(DBClusterParameterGroupName=group, Source="user")
    values = {entry["ParameterName"]: entry["ParameterValue"] for entry in found["Parameters"]}
    assert values["rds.force_ssl"] == "1"


def master_password_is_managed_and_rotates(target: Target) -> None:
    """5.3.a, 5.3.b, 14.1.a, 14.c"""
    secret = _cluster(target)["MasterUserSecret"]
    assert secret["SecretArn"] == outputs(target, "database")["master_secret_arn"]
    told = target.client("secretsmanager").describe_secret(SecretId=secret["SecretArn"])
    assert told["RotationEnabled"]
    assert told["RotationRules"]["AutomaticallyAfterDays"] == 7


def backend_may_write_and_agents_may_only_read(target: Target) -> None:
    """5.3.c, 17.2.b"""
    known = outputs(target, "database")
    backend, agent, schema = known["backend_user"], known["agent_user"], known["schema_name"]
    asked = (
        f"SELECT has_schema_privilege('{backend}', '{schema}', 'CREATE'),"
        f" pg_has_role('{backend}', 'rds_iam', 'MEMBER'),"
        f" has_schema_privilege('{agent}', '{schema}', 'USAGE'), has_schema_privilege('{agent}', '{schema}', 'CREATE'),"
        f" bool_or(rolsuper OR rolcreaterole OR rolcreatedb)"
        f" FROM pg_roles WHERE rolname IN ('{backend}', '{agent}')"
    )
    assert _sql(target, "master", asked) == [[True, True, True, False, False]]
    assert _sql(target, "agent", "SELECT current_setting('default_transaction_read_only')") == [["on"]]
    with pytest.raises(ClientError, match="permission denied|read-only"):
        _sql(target, "agent", f'CREATE TABLE "{schema}".mine (id int)')


def agents_read_what_the_backend_makes_later(target: Target) -> None:
    """5.3.c"""
    known = outputs(target, "database")
    agent = known["agent_user"]
    asked = (
        "SELECT count(*) FROM pg_default_acl d, aclexplode(d.defaclacl) a"
        " WHERE d.defaclobjtype = 'r' AND a.privilege_type = 'SELECT'"
        f" AND d.defaclrole::regrole::text = '{known['backend_user']}' AND a.grantee::regrole::text = '{agent}'"
    )
    assert _sql(target, "master", asked) == [[1]]


def secrets_of_users_are_closed_to_others(target: Target) -> None:
    """5.3.d, 14.1.d"""
    client = target.client("secretsmanager")
    secret = outputs(target, "database")["agent_secret_arn"]
    policy = client.get_resource_policy(SecretId=secret)["ResourcePolicy"]
    assert "OnlyThisAccount" in policy
    assert client.describe_secret(SecretId=secret)["KmsKeyId"] == outputs(target, "security")["database_key_arn"]
