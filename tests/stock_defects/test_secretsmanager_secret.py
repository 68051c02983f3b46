"""community.aws.secretsmanager_secret rotates in check mode, and puts back the value that a rotation has replaced."""

import json

import pytest

from tests.modules.surroundings import Surroundings

LOGIN = {"username": "me", "password": "first"}


@pytest.fixture
def function(local_cloud):
    return Surroundings.of(local_cloud).rotation_function_arn


def password(cloud, name):
    return json.loads(cloud.client("secretsmanager").get_secret_value(SecretId=name)["SecretString"])["password"]


def test_the_stock_module_rotates_in_check_mode(play, local_cloud, function):
    stock = {"name": "defect-stock", "json_secret": LOGIN}
    results = play(
        [
            {"name": "make", "community.aws.secretsmanager_secret": stock},
            {
                "name": "rotate",
                "community.aws.secretsmanager_secret": {**stock, "rotation_lambda": function},
                "check_mode": True,
            },
        ]
    )
    assert results["rotate"]["changed"], results["rotate"]
    assert password(local_cloud, "defect-stock") != "first"


def test_the_stock_module_overwrites_a_rotated_value(play, local_cloud, function):
    stock = {"name": "defect-stock-again", "json_secret": LOGIN, "rotation_lambda": function}
    results = play([{"name": f"run {number}", "community.aws.secretsmanager_secret": stock} for number in range(2)])
    assert results["run 1"]["changed"], results["run 1"]
    assert password(local_cloud, "defect-stock-again") == "first"


def test_ours_does_neither(play, local_cloud, function):
    secret = {"bidops.platform.secretsmanager_secret": {"name": "defect-ours", "secret_string": LOGIN}}
    rotation = {"secret_id": "defect-ours", "rotation_lambda_arn": function}
    rotation["rotation_rules"] = {"automatically_after_days": 30}
    rotate = {"bidops.platform.secretsmanager_secret_rotation": rotation}
    play([{"name": "make", **secret}, {"name": "rotate", **rotate, "check_mode": True}])
    assert password(local_cloud, "defect-ours") == "first"
    results = play([{"name": "rotate", **rotate}, {"name": "again", **secret}, {"name": "and again", **rotate}])
    assert results["rotate"]["changed"]
    assert not results["again"]["changed"], results["again"]
    assert not results["and again"]["changed"], results["and again"]
    assert password(local_cloud, "defect-ours") != "first"
