"""amazon.aws.cloudwatchlogs_log_group does not see that the key of a log group is to be another."""

import pytest

KEYS = [f"arn:aws:kms:us-east-1:123456789012:key/{number * 8}-2222-3333-4444-555555555555" for number in "16"]


def wish(module, option):
    name = {option: "/defects/group"}
    return [{"name": f"key {number}", module: {**name, "kms_key_id": key}} for number, key in enumerate(KEYS)]


@pytest.fixture
def key(local_cloud):
    client = local_cloud.client("logs")
    yield lambda: client.describe_log_groups(logGroupNamePrefix="/defects/group")["logGroups"][0]["kmsKeyId"]
    client.delete_log_group(logGroupName="/defects/group")


def test_the_stock_module_leaves_the_old_key(play, key):
    results = play(wish("amazon.aws.cloudwatchlogs_log_group", "log_group_name"))
    assert not results["key 1"]["changed"]
    assert key() == KEYS[0]


def test_ours_sets_the_new_one(play, key):
    results = play(wish("bidops.platform.cloudwatchlogs_log_group", "name"))
    assert results["key 1"]["changed"], results["key 1"]
    assert key() == KEYS[1]
