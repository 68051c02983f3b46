"""amazon.aws.rds_cluster breaks on what it has made itself, and takes another storage than it is asked for."""

import pytest

COMMON = {"engine": "aurora-postgresql", "master_username": "platform", "master_user_password": "not-a-good-one"}
STOCK, OURS = "amazon.aws.rds_cluster", "bidops.platform.rds_aurora_cluster"


def twice(module, name, options):
    identifier = "db_cluster_identifier" if module == STOCK else "name"
    wish = {identifier: name, **COMMON, **options}
    return [{"name": "make", module: wish}, {"name": "again", module: wish}]


def live(cloud, name):
    return cloud.client("rds").describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]


@pytest.mark.parametrize(
    ("option", "member"),
    [
        ("enable_http_endpoint", "EnableHttpEndpoint"),
        ("enable_iam_database_authentication", "EnableIAMDatabaseAuthentication"),
    ],
)
def test_the_stock_module_breaks_on_the_second_run(play, option, member):
    results = play(twice(STOCK, f"stock-{option.split('_')[1]}", {option: True}))
    assert results["make"]["changed"]
    assert results["again"]["failed"]
    assert f"'{member}'" in results["again"]["msg"]  # a KeyError: answers call it by another name


def test_ours_finds_nothing_to_do_on_the_second_run(play, local_cloud):
    wish = {"enable_http_endpoint": True, "enable_iam_database_authentication": True}
    results = play(twice(OURS, "ours-again", wish))
    assert results["make"]["changed"], results["make"]
    assert not results["again"]["changed"], results["again"]
    assert not results["again"].get("failed"), results["again"]
    assert live(local_cloud, "ours-again")["HttpEndpointEnabled"]
    assert live(local_cloud, "ours-again")["IAMDatabaseAuthenticationEnabled"]


def test_the_stock_module_takes_the_usual_storage(play, local_cloud):
    results = play(twice(STOCK, "stock-storage", {"storage_type": "aurora-iopt1"}))
    assert results["make"]["changed"]
    assert "StorageType" not in live(local_cloud, "stock-storage")  # which is how RDS tells the usual one


def test_ours_takes_the_storage_that_it_is_asked_for(play, local_cloud):
    results = play(twice(OURS, "ours-storage", {"storage_type": "aurora-iopt1"}))
    assert results["make"]["changed"], results["make"]
    assert not results["again"]["changed"], results["again"]
    assert live(local_cloud, "ours-storage")["StorageType"] == "aurora-iopt1"
