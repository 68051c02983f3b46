"""community.aws.opensearch compares access policies the wrong way round: a new one is never set, the old one always."""

import json

import pytest

READ = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::123456789012:root"},
            "Action": "es:ESHttpGet",
            "Resource": "*",
        }
    ],
}
ALL = {**READ, "Statement": [{**READ["Statement"][0], "Action": "es:ESHttp*"}]}


@pytest.fixture
def domain(local_cloud, request):
    client = local_cloud.client("opensearch")
    name = f"defect-{'ours' if 'ours' in request.node.name else 'stock'}"
    nodes = {"InstanceType": "t3.small.search"}
    volume = {"EBSEnabled": True, "VolumeSize": 20}
    client.create_domain(DomainName=name, ClusterConfig=nodes, EBSOptions=volume, AccessPolicies=json.dumps(READ))
    return name


def wish(module, name):
    return [
        {"name": "same", module: {**name, "access_policies": READ}, "check_mode": True},
        {"name": "other", module: {**name, "access_policies": ALL}},
    ]


def live_policy(cloud, domain):
    return json.loads(cloud.client("opensearch").describe_domain(DomainName=domain)["DomainStatus"]["AccessPolicies"])


def test_the_stock_module_leaves_the_old_policy(play, local_cloud, domain):
    results = play(wish("community.aws.opensearch", {"domain_name": domain}))
    assert results["same"]["changed"], results["same"]
    assert not results["other"]["changed"], results["other"]
    assert live_policy(local_cloud, domain) == READ


def test_ours_applies_the_new_one(play, local_cloud, domain):
    results = play(wish("bidops.platform.opensearch_domain", {"name": domain}))
    assert not results["same"]["changed"], results["same"]
    assert results["other"]["changed"]
    assert live_policy(local_cloud, domain) == ALL
