"""OpenSearch domains: every option comes back, bad combinations don't pass, indices."""

import json
import time
from typing import Any

import pytest

MASTER = "arn:aws:iam::123456789012:role/admin"
SECURE: dict[str, Any] = {
    "EncryptionAtRestOptions": {"Enabled": True},
    "NodeToNodeEncryptionOptions": {"Enabled": True},
    "DomainEndpointOptions": {"EnforceHTTPS": True, "TLSSecurityPolicy": "Policy-Min-TLS-1-2-PFS-2023-10"},
}
FINE_GRAINED = {"Enabled": True, "InternalUserDatabaseEnabled": False, "MasterUserOptions": {"MasterUserARN": MASTER}}
POLICY = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": MASTER}, "Action": "es:ESHttp*", "Resource": "*"}],
}
FULL: dict[str, Any] = {
    **SECURE,
    "EngineVersion": "OpenSearch_2.19",
    "ClusterConfig": {
        "InstanceType": "t3.small.search",
        "InstanceCount": 2,
        "ZoneAwarenessEnabled": True,
        "ZoneAwarenessConfig": {"AvailabilityZoneCount": 2},
        "MultiAZWithStandbyEnabled": False,
    },
    "EBSOptions": {"EBSEnabled": True, "VolumeType": "gp3", "VolumeSize": 20, "Iops": 4000, "Throughput": 250},
    "AutoTuneOptions": {"DesiredState": "DISABLED"},
    "OffPeakWindowOptions": {
        "Enabled": True,
        "OffPeakWindow": {"WindowStartTime": {"Hours": 2, "Minutes": 30}},
    },
    "SoftwareUpdateOptions": {"AutoSoftwareUpdateEnabled": True},
    "LogPublishingOptions": {
        "INDEX_SLOW_LOGS": {
            "CloudWatchLogsLogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:slow",
            "Enabled": True,
        }
    },
    "SnapshotOptions": {"AutomatedSnapshotStartHour": 3},
    "IPAddressType": "ipv4",
}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("opensearch")


def test_every_option_comes_back(client: Any) -> None:
    client.create_domain(
        DomainName="full", **FULL, AdvancedSecurityOptions=FINE_GRAINED, AccessPolicies=json.dumps(POLICY, indent=2)
    )
    found = client.describe_domain(DomainName="full")["DomainStatus"]
    config = client.describe_domain_config(DomainName="full")["DomainConfig"]
    for name, wanted in FULL.items():
        options = config[name]["Options"]
        assert config[name]["Status"]["State"] in ("Active", "DISABLED")
        if isinstance(wanted, dict):
            assert wanted.items() <= options.items(), name
            if name != "AutoTuneOptions":
                assert wanted.items() <= found[name].items(), name
        else:
            assert (options, found[name]) == (wanted, wanted)
    assert found["AutoTuneOptions"]["State"] == "DISABLED"
    assert json.loads(found["AccessPolicies"]) == POLICY
    assert found["ARN"] == "arn:aws:es:us-east-1:123456789012:domain/full"
    assert found["Endpoint"].startswith("search-full-")
    assert (found["Processing"], found["DomainProcessingStatus"]) == (False, "Active")
    assert found["EncryptionAtRestOptions"]["KmsKeyId"].startswith("arn:aws:kms:")


def test_the_master_user_is_never_shown(client: Any) -> None:
    client.create_domain(
        DomainName="named",
        **SECURE,
        EBSOptions={"EBSEnabled": True},
        AdvancedSecurityOptions={
            "Enabled": True,
            "InternalUserDatabaseEnabled": True,
            "MasterUserOptions": {"MasterUserName": "admin", "MasterUserPassword": "Secret-Word-1"},
        },
    )
    shown = json.dumps([client.describe_domain(DomainName="named"), client.describe_domain_config(DomainName="named")],
                       default=str)  # fmt: skip
    assert "Secret-Word-1" not in shown
    assert "MasterUser" not in shown


def test_an_update_changes_what_it_names(client: Any) -> None:
    client.create_domain(DomainName="full", **FULL)
    answer = client.update_domain_config(DomainName="full", EBSOptions={"VolumeSize": 30})["DomainConfig"]
    assert answer["EBSOptions"]["Status"]["State"] == "Processing"
    assert answer["ChangeProgressDetails"]["ConfigChangeStatus"] == "ApplyingChanges"
    found = client.describe_domain(DomainName="full")["DomainStatus"]
    assert found["EBSOptions"] == {**FULL["EBSOptions"], "VolumeSize": 30}
    assert found["ClusterConfig"]["InstanceCount"] == 2
    progress = client.describe_domain_change_progress(DomainName="full")["ChangeProgressStatus"]
    assert (progress["Status"], progress["CompletedProperties"]) == ("COMPLETED", ["EBSOptions"])


def test_a_dry_run_changes_nothing(client: Any) -> None:
    client.create_domain(DomainName="full", **FULL)
    answer = client.update_domain_config(DomainName="full", EBSOptions={"VolumeSize": 30}, DryRun=True)
    assert answer["DryRunResults"]["DeploymentType"]
    assert client.describe_domain(DomainName="full")["DomainStatus"]["EBSOptions"]["VolumeSize"] == 20


T3 = {"InstanceType": "t3.small.search", "InstanceCount": 2}
GP3 = {"EBSEnabled": True, "VolumeType": "gp3", "VolumeSize": 20}


@pytest.mark.parametrize(
    "wanted",
    [
        {"AdvancedSecurityOptions": FINE_GRAINED},
        {**SECURE, "AdvancedSecurityOptions": {"Enabled": True}},
        {
            **SECURE,
            "AdvancedSecurityOptions": {
                "Enabled": True, "MasterUserOptions": {"MasterUserName": "a", "MasterUserPassword": "Secret-Word-1"},
            },
        },
        {"ClusterConfig": {"InstanceCount": 3, "ZoneAwarenessEnabled": True}},
        {"ClusterConfig": T3},
        {"ClusterConfig": T3, "EBSOptions": GP3, "AutoTuneOptions": {"DesiredState": "ENABLED"}},
        {"ClusterConfig": {**T3, "MultiAZWithStandbyEnabled": True}, "EBSOptions": GP3},
        {"ClusterConfig": T3, "EBSOptions": {**GP3, "VolumeSize": 500}},
        {"EBSOptions": {**GP3, "Iops": 100}},
        {"EBSOptions": {**GP3, "VolumeType": "gp2", "Throughput": 125}},
        {"AccessPolicies": "{"},
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(client: Any, code: Any, wanted: dict[str, Any]) -> None:
    assert code(client.create_domain, DomainName="bad", **wanted) == "ValidationException"


def test_a_public_domain_stays_public(client: Any, code: Any) -> None:
    client.create_domain(DomainName="public", EBSOptions={"EBSEnabled": True})
    move = {"DomainName": "public", "VPCOptions": {"SubnetIds": ["subnet-0123456789abcdef0"]}}
    assert code(client.update_domain_config, **move) == "ValidationException"


def test_lists(client: Any) -> None:
    client.create_domain(DomainName="new", EBSOptions={"EBSEnabled": True})
    client.create_domain(DomainName="old", EngineVersion="Elasticsearch_7.10", EBSOptions={"EBSEnabled": True})
    names = client.list_domain_names()["DomainNames"]
    assert {item["DomainName"]: item["EngineType"] for item in names} == {"new": "OpenSearch", "old": "Elasticsearch"}
    assert len(client.list_domain_names(EngineType="OpenSearch")["DomainNames"]) == 1
    found = client.describe_domains(DomainNames=["old", "nothing"])["DomainStatusList"]
    assert [item["DomainName"] for item in found] == ["old"]
    assert "OpenSearch_2.5" in client.list_versions()["Versions"]
    (paths,) = client.get_compatible_versions(DomainName="old")["CompatibleVersions"]
    assert paths["SourceVersion"] == "Elasticsearch_7.10"


def test_an_index_is_only_added_to(client: Any, world: Any, code: Any) -> None:
    key = {"DomainName": world.domain["DomainName"], "IndexName": world.index}

    def fields(**definitions: Any) -> dict[str, Any]:
        return {"mappings": {"properties": definitions}}

    assert client.update_index(**key, IndexSchema=fields(author={"type": "keyword"}))["Status"] == "UPDATED"
    found = client.get_index(**key)["IndexSchema"]
    assert set(found["mappings"]["properties"]) == {"vector", "text", "metadata", "author"}
    assert found["settings"] == {"index": {"knn": True}}
    for wrong in (
        fields(vector={"type": "knn_vector", "dimension": 512}),
        fields(text={"type": "keyword"}),
        fields(more={"type": "knn_vector"}),
        {"nonsense": {}},
    ):
        assert code(client.update_index, **key, IndexSchema=wrong) == "ValidationException"
    client.delete_domain(DomainName=key["DomainName"])
    assert code(client.get_index, **key) == "ResourceNotFoundException"


VPC = {"SubnetIds": ["subnet-00000001"]}
SMALL: dict[str, Any] = {"ClusterConfig": {"InstanceType": "t3.small.search"}, "EBSOptions": {"EBSEnabled": True}}


def test_vpc_endpoints_live_and_die(client: Any) -> None:
    arn = client.create_domain(DomainName="inside", **SMALL, VPCOptions=VPC)["DomainStatus"]["ARN"]
    client.describe_domain(DomainName="inside")
    made = client.create_vpc_endpoint(DomainArn=arn, VpcOptions=VPC)["VpcEndpoint"]
    assert (made["Status"], "Endpoint" in made) == ("CREATING", False)
    key = {"VpcEndpointId": made["VpcEndpointId"]}
    (found,) = client.describe_vpc_endpoints(VpcEndpointIds=[made["VpcEndpointId"]])["VpcEndpoints"]
    assert (found["Status"], found["DomainArn"]) == ("ACTIVE", arn)
    client.update_vpc_endpoint(**key, VpcOptions={"SecurityGroupIds": ["sg-00000001"], **VPC})
    (listed,) = client.list_vpc_endpoints()["VpcEndpointSummaryList"]
    assert listed == {**key, "VpcEndpointOwner": "123456789012", "DomainArn": arn, "Status": "ACTIVE"}
    assert client.list_vpc_endpoints_for_domain(DomainName="inside")["VpcEndpointSummaryList"] == [listed]
    assert client.delete_vpc_endpoint(**key)["VpcEndpointSummary"]["Status"] == "DELETING"
    gone = client.describe_vpc_endpoints(VpcEndpointIds=[made["VpcEndpointId"]])
    assert [error["ErrorCode"] for error in gone["VpcEndpointErrors"]] == ["ENDPOINT_NOT_FOUND"]


def test_vpc_endpoints_are_refused(client: Any, code: Any) -> None:
    arn = client.create_domain(DomainName="outside", **SMALL)["DomainStatus"]["ARN"]
    create = client.create_vpc_endpoint
    assert code(create, DomainArn=arn, VpcOptions=VPC) == "ValidationException"
    assert code(create, DomainArn=f"{arn}-not", VpcOptions=VPC) == "ResourceNotFoundException"
    other = arn.replace("123456789012", "111122223333")
    assert code(create, DomainArn=other, VpcOptions={}) == "ValidationException"
    key = {"VpcEndpointId": "aos-0123456789abcdef0"}
    assert code(client.delete_vpc_endpoint, **key) == "ResourceNotFoundException"
    assert code(client.update_vpc_endpoint, **key, VpcOptions=VPC) == "ResourceNotFoundException"
    assert code(client.list_vpc_endpoints_for_domain, DomainName="nothing") == "ResourceNotFoundException"


def test_accounts_are_let_in(client: Any, code: Any) -> None:
    client.create_domain(DomainName="shared", **SMALL)
    key = {"DomainName": "shared", "Account": "111122223333"}

    def accounts() -> list[str]:
        found = client.list_vpc_endpoint_access(DomainName="shared")["AuthorizedPrincipalList"]
        return [entry["Principal"] for entry in found]

    client.authorize_vpc_endpoint_access(**key)
    assert accounts() == ["123456789012", "111122223333"]
    client.revoke_vpc_endpoint_access(**key)
    assert accounts() == ["123456789012"]
    assert code(client.revoke_vpc_endpoint_access, **key) == "ValidationException"


def test_a_domain_tells_its_health(client: Any, code: Any) -> None:
    client.create_domain(DomainName="well", **SMALL)
    told = client.describe_domain_health(DomainName="well")
    assert (told["DomainState"], told["ClusterHealth"], told["DataNodeCount"]) == ("Active", "Green", "1")
    assert code(client.describe_domain_health, DomainName="nothing") == "ResourceNotFoundException"


def test_an_upgrade_takes_a_way_that_there_is(slow_cloud: Any, code: Any) -> None:
    client = slow_cloud(0.002).client("opensearch")
    client.create_domain(DomainName="search", EngineVersion="OpenSearch_2.17", EBSOptions={"EBSEnabled": True})
    wanted = {"DomainName": "search", "TargetVersion": "OpenSearch_2.19"}
    assert code(client.upgrade_domain, **wanted) == "ValidationException"  # it is still being made
    wait(lambda: not client.describe_domain(DomainName="search")["DomainStatus"]["Processing"])
    assert code(client.upgrade_domain, **{**wanted, "TargetVersion": "OpenSearch_1.0"}) == "ValidationException"
    assert code(client.upgrade_domain, **{**wanted, "DomainName": "nothing"}) == "ResourceNotFoundException"

    client.upgrade_domain(**wanted, PerformCheckOnly=True)
    assert not client.describe_domain(DomainName="search")["DomainStatus"]["Processing"]
    assert client.upgrade_domain(**wanted)["TargetVersion"] == "OpenSearch_2.19"
    status = client.describe_domain(DomainName="search")["DomainStatus"]
    assert (status["UpgradeProcessing"], status["EngineVersion"]) == (True, "OpenSearch_2.17")
    wait(lambda: not client.describe_domain(DomainName="search")["DomainStatus"]["Processing"])
    status = client.describe_domain(DomainName="search")["DomainStatus"]
    assert (status["UpgradeProcessing"], status["EngineVersion"]) == (False, "OpenSearch_2.19")


def wait(done: Any) -> None:
    deadline = time.monotonic() + 30
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.1)
