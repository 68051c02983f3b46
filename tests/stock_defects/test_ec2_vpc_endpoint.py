"""amazon.aws.ec2_vpc_endpoint never changes an endpoint that exists."""

import json

import pytest

from tests.local_cloud import REGION

POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}
NARROWER = {**POLICY, "Statement": [{**POLICY["Statement"][0], "Action": "s3:GetObject"}]}


@pytest.fixture
def endpoint(local_cloud):
    client = local_cloud.client("ec2")
    vpc = client.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    table = client.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"][0][
        "RouteTableId"
    ]
    return {"vpc_id": vpc, "service": f"com.amazonaws.{REGION}.s3", "route_table_ids": [table]}


def wish(module, options, policy):
    return [
        {"name": "make", module: {**options, policy: POLICY}},
        {"name": "narrow", module: {**options, policy: NARROWER}},
    ]


def live_policy(cloud, endpoint):
    client = cloud.client("ec2")
    found = client.describe_vpc_endpoints(Filters=[{"Name": "vpc-id", "Values": [endpoint["vpc_id"]]}])["VpcEndpoints"]
    return [json.loads(entry["PolicyDocument"]) for entry in found]


def test_the_stock_module_leaves_the_old_policy(play, local_cloud, endpoint):
    results = play(wish("amazon.aws.ec2_vpc_endpoint", endpoint, "policy"))
    assert not results["narrow"]["changed"]
    assert live_policy(local_cloud, endpoint) == [POLICY]


def test_ours_applies_the_new_one(play, local_cloud, endpoint):
    options = {**endpoint, "service_name": endpoint["service"]}
    del options["service"]
    results = play(wish("bidops.platform.ec2_vpc_endpoint", options, "policy_document"))
    assert results["narrow"]["changed"], results["narrow"]
    assert live_policy(local_cloud, endpoint) == [NARROWER]
