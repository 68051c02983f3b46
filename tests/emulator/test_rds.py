"""Aurora clusters and their instances: moto's, corrected."""

import json
from typing import Any

import pytest

CLUSTER = {"DBClusterIdentifier": "knowledge", "Engine": "aurora-postgresql", "MasterUsername": "platform"}
MANAGED = {**CLUSTER, "ManageMasterUserPassword": True}
NAME = {"DBClusterIdentifier": "knowledge"}


@pytest.fixture
def rds(cloud: Any) -> Any:
    return cloud.client("rds")


def described(rds: Any) -> dict[str, Any]:
    (found,) = rds.describe_db_clusters(**NAME)["DBClusters"]
    return dict(found)


def add_instance(rds: Any, name: str = "knowledge-1") -> Any:
    engine = {"Engine": "aurora-postgresql", "DBInstanceClass": "db.serverless"}
    return rds.create_db_instance(DBInstanceIdentifier=name, **engine, **NAME)["DBInstance"]


def test_a_cluster_tells_what_it_was_asked_for(rds: Any, cloud: Any) -> None:
    key = cloud.client("kms").create_key()["KeyMetadata"]["Arn"]
    made = rds.create_db_cluster(
        **MANAGED,
        MasterUserSecretKmsKeyId=key,
        StorageEncrypted=True,
        KmsKeyId=key,
        EngineVersion="16",
        StorageType="aurora-iopt1",
        ServerlessV2ScalingConfiguration={"MinCapacity": 0, "MaxCapacity": 16},
        EnableHttpEndpoint=True,
        EnableIAMDatabaseAuthentication=True,
        EnableCloudwatchLogsExports=["postgresql"],
        Tags=[{"Key": "team", "Value": "a"}],
    )["DBCluster"]
    assert made["Status"] == "creating"
    found = described(rds)
    assert found["Status"] == "available"
    assert found["EngineVersion"] == "16.9"
    assert found["DBClusterParameterGroup"] == "default.aurora-postgresql16"
    assert found["StorageType"] == "aurora-iopt1"
    assert found["KmsKeyId"] == found["MasterUserSecret"]["KmsKeyId"] == key
    assert found["HttpEndpointEnabled"]
    assert found["IAMDatabaseAuthenticationEnabled"]
    assert found["EnabledCloudwatchLogsExports"] == ["postgresql"]
    scaling = {"MinCapacity": 0, "MaxCapacity": 16, "SecondsUntilAutoPause": 300}
    assert found["ServerlessV2ScalingConfiguration"] == scaling
    assert len(found["VpcSecurityGroups"]) == 1


def test_a_change_shows(rds: Any) -> None:
    rds.create_db_cluster(**MANAGED, EnableCloudwatchLogsExports=["postgresql"], StorageType="aurora-iopt1")
    rds.modify_db_cluster(
        **NAME,
        ApplyImmediately=True,
        EnableIAMDatabaseAuthentication=True,
        BackupRetentionPeriod=14,
        StorageType="aurora",
        CloudwatchLogsExportConfiguration={"EnableLogTypes": ["instance"], "DisableLogTypes": ["postgresql"]},
        ServerlessV2ScalingConfiguration={"MinCapacity": 0.5, "MaxCapacity": 4},
        EnablePerformanceInsights=True,
    )
    found = described(rds)
    assert found["IAMDatabaseAuthenticationEnabled"]
    assert found["BackupRetentionPeriod"] == 14
    assert "StorageType" not in found
    assert found["EnabledCloudwatchLogsExports"] == ["instance"]
    assert found["ServerlessV2ScalingConfiguration"] == {"MinCapacity": 0.5, "MaxCapacity": 4}
    assert found["PerformanceInsightsRetentionPeriod"] == 7


def test_the_master_password_is_managed_and_rotated(rds: Any, cloud: Any) -> None:
    rds.create_db_cluster(**MANAGED)
    secrets = cloud.client("secretsmanager")

    def content() -> dict[str, str]:
        text = secrets.get_secret_value(SecretId=described(rds)["MasterUserSecret"]["SecretArn"])["SecretString"]
        return dict(json.loads(text))

    first = content()
    assert first["username"] == "platform"
    rds.modify_db_cluster(**NAME, RotateMasterUserPassword=True, ApplyImmediately=True)
    assert content()["password"] != first["password"]
    rds.modify_db_cluster(**NAME, ManageMasterUserPassword=False, MasterUserPassword="not-a-good-one")
    assert "MasterUserSecret" not in described(rds)


def test_the_http_endpoint(rds: Any, code: Any) -> None:
    rds.create_db_cluster(**MANAGED)
    arn = described(rds)["DBClusterArn"]
    assert rds.enable_http_endpoint(ResourceArn=arn)["HttpEndpointEnabled"]
    assert described(rds)["HttpEndpointEnabled"]
    assert not rds.disable_http_endpoint(ResourceArn=arn)["HttpEndpointEnabled"]
    assert not described(rds)["HttpEndpointEnabled"]
    assert code(rds.enable_http_endpoint, ResourceArn=f"{arn}-other") == "ResourceNotFoundFault"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"MasterUserPassword": "not-a-good-one"}, "InvalidParameterCombination"),
        ({"EngineVersion": "9.6"}, "InvalidParameterCombination"),
        ({"StorageType": "gp3"}, "InvalidParameterCombination"),
        ({"BackupRetentionPeriod": 36}, "InvalidParameterValue"),
        ({"DBClusterIdentifier": "two--hyphens"}, "InvalidParameterValue"),
        ({"DBClusterParameterGroupName": "nothing"}, "DBParameterGroupNotFound"),
        ({"DBSubnetGroupName": "nothing"}, "DBSubnetGroupNotFoundFault"),
        ({"StorageEncrypted": True, "KmsKeyId": "nothing"}, "KMSKeyNotAccessibleFault"),
        ({"EnableCloudwatchLogsExports": ["audit"]}, "InvalidParameterCombination"),
        ({"DatabaseInsightsMode": "advanced"}, "InvalidParameterCombination"),
    ],
)
def test_a_cluster_refuses(rds: Any, code: Any, options: dict[str, Any], expected: str) -> None:
    assert code(rds.create_db_cluster, **{**MANAGED, **options}) == expected
    assert rds.describe_db_clusters()["DBClusters"] == []


@pytest.mark.parametrize(
    ("capacity", "version"),
    [
        ({"MinCapacity": 0.5, "MaxCapacity": 16, "SecondsUntilAutoPause": 300}, "16.9"),
        ({"MinCapacity": 0, "MaxCapacity": 16, "SecondsUntilAutoPause": 60}, "16.9"),
        ({"MinCapacity": 0, "MaxCapacity": 16}, "16.2"),
        ({"MinCapacity": 4, "MaxCapacity": 2}, "16.9"),
        ({"MinCapacity": 0.3, "MaxCapacity": 2}, "16.9"),
        ({"MinCapacity": 1, "MaxCapacity": 300}, "16.9"),
    ],
)
def test_capacity_that_cannot_be(rds: Any, code: Any, capacity: dict[str, Any], version: str) -> None:
    found = code(rds.create_db_cluster, **MANAGED, EngineVersion=version, ServerlessV2ScalingConfiguration=capacity)
    assert found.startswith("InvalidParameter")


def test_names_are_taken_once(rds: Any, code: Any) -> None:
    rds.create_db_cluster(**MANAGED)
    assert code(rds.create_db_cluster, **MANAGED) == "DBClusterAlreadyExistsFault"
    assert code(rds.describe_db_clusters, DBClusterIdentifier="other") == "DBClusterNotFoundFault"
    assert code(rds.modify_db_cluster, DBClusterIdentifier="other") == "DBClusterNotFoundFault"


def test_deleting(rds: Any, code: Any) -> None:
    rds.create_db_cluster(**MANAGED, DeletionProtection=True)
    add_instance(rds)
    assert code(rds.delete_db_cluster, **NAME) == "InvalidParameterCombination"
    assert code(rds.delete_db_cluster, **NAME, SkipFinalSnapshot=True) == "InvalidParameterCombination"
    rds.modify_db_cluster(**NAME, DeletionProtection=False)
    assert code(rds.delete_db_cluster, **NAME, SkipFinalSnapshot=True) == "InvalidDBClusterStateFault"
    rds.delete_db_instance(DBInstanceIdentifier="knowledge-1", SkipFinalSnapshot=True)
    assert rds.delete_db_cluster(**NAME, FinalDBSnapshotIdentifier="last")["DBCluster"]["Status"] == "deleting"
    assert rds.describe_db_clusters()["DBClusters"] == []
    snapshots = rds.describe_db_cluster_snapshots()["DBClusterSnapshots"]
    assert [snapshot["DBClusterSnapshotIdentifier"] for snapshot in snapshots] == ["last"]


def test_an_instance_stands_in_the_group_of_its_cluster(rds: Any) -> None:
    rds.create_db_cluster(**MANAGED)
    assert add_instance(rds)["DBInstanceStatus"] == "creating"
    (found,) = rds.describe_db_instances(DBInstanceIdentifier="knowledge-1")["DBInstances"]
    assert found["DBInstanceStatus"] == "available"
    assert found["DBSubnetGroup"]["DBSubnetGroupName"] == "default"
    assert found["DBSubnetGroup"]["Subnets"]
    (member,) = described(rds)["DBClusterMembers"]
    assert member["DBInstanceIdentifier"] == "knowledge-1"
    assert member["IsClusterWriter"]


def test_parameters_of_the_engine(rds: Any, code: Any) -> None:
    def value(name: str, **where: Any) -> str | None:
        found = rds.describe_db_cluster_parameters(**where)["Parameters"]
        return next(item.get("ParameterValue") for item in found if item["ParameterName"] == name)

    group = {"DBClusterParameterGroupName": "ours"}
    rds.create_db_cluster_parameter_group(**group, DBParameterGroupFamily="aurora-postgresql16", Description="Ours")
    assert value("rds.force_ssl", **group) == "0"
    change = {"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}
    rds.modify_db_cluster_parameter_group(**group, Parameters=[change])
    assert value("rds.force_ssl", **group) == "1"
    wrong = [{**change, "ParameterValue": "2"}, {**change, "ParameterName": "nothing"}]
    for entry in wrong:
        found = code(rds.modify_db_cluster_parameter_group, **group, Parameters=[entry])
        assert found == "InvalidParameterValue"
    defaults = rds.describe_engine_default_cluster_parameters(DBParameterGroupFamily="aurora-postgresql17")
    shown = {item["ParameterName"]: item.get("ParameterValue") for item in defaults["EngineDefaults"]["Parameters"]}
    assert shown["rds.force_ssl"] == "1"
    other = {**MANAGED, "EngineVersion": "17", "DBClusterParameterGroupName": "ours"}
    assert code(rds.create_db_cluster, **other) == "InvalidParameterCombination"


def test_versions_say_what_they_can(rds: Any) -> None:
    found = rds.describe_db_engine_versions(Engine="aurora-postgresql", EngineVersion="16")["DBEngineVersions"]
    least = {item["EngineVersion"]: item["ServerlessV2FeaturesSupport"]["MinCapacity"] for item in found}
    assert least["16.2"] == 0.5
    assert least["16.9"] == 0


def test_it_takes_time(slow_cloud: Any, code: Any) -> None:
    rds = slow_cloud(1).client("rds")  # as on AWS; how it goes on is seen in test_rds_data.py
    rds.create_db_cluster(**MANAGED)
    assert described(rds)["Status"] == "creating"
    assert code(rds.modify_db_cluster, **NAME, BackupRetentionPeriod=2) == "InvalidDBClusterStateFault"
    add_instance(rds)

    def status() -> str:
        return str(rds.describe_db_instances(DBInstanceIdentifier="knowledge-1")["DBInstances"][0]["DBInstanceStatus"])

    assert status() == "creating"
    rds.delete_db_instance(DBInstanceIdentifier="knowledge-1", SkipFinalSnapshot=True)
    assert status() == "deleting"
    rds.delete_db_cluster(**NAME, SkipFinalSnapshot=True)
    assert described(rds)["Status"] == "deleting"
    assert code(rds.delete_db_cluster, **NAME, SkipFinalSnapshot=True) == "InvalidDBClusterStateFault"
