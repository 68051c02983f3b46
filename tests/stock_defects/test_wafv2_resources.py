"""community.aws.wafv2_resources says that all is well when the web ACL does not exist."""

import pytest

from tests.local_cloud import REGION


@pytest.fixture
def balancer(local_cloud):
    ec2 = local_cloud.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.8.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.8.{number}.0/24", AvailabilityZone=f"{REGION}{zone}")["Subnet"]
        for number, zone in enumerate("ab")
    ]
    client, name = local_cloud.client("elbv2"), f"defect-{vpc[-8:]}"
    made = client.create_load_balancer(Name=name, Subnets=[subnet["SubnetId"] for subnet in subnets])
    return made["LoadBalancers"][0]["LoadBalancerArn"]


def test_the_stock_module_is_silent(play, local_cloud, balancer):
    options = {"name": "no-such-acl", "scope": "REGIONAL", "state": "present", "arn": balancer}
    results = play([{"name": "associate", "community.aws.wafv2_resources": options}])
    assert not results["associate"]["failed"]
    assert not results["associate"]["changed"]
    assert "WebACL" not in local_cloud.client("wafv2").get_web_acl_for_resource(ResourceArn=balancer)


@pytest.mark.parametrize("check", [True, False])
def test_ours_says_that_there_is_no_such_web_acl(play, balancer, check):
    acl = f"arn:aws:wafv2:{REGION}:123456789012:regional/webacl/no-such-acl/11111111-2222-3333-4444-555555555555"
    options = {"resource_arn": balancer, "web_acl_arn": acl}
    task = {"name": "associate", "bidops.platform.wafv2_web_acl_association": options, "check_mode": check}
    results = play([task])
    assert results["associate"]["failed"]
    assert "there is no web ACL" in results["associate"]["msg"]
