"""shield: the subscription and protections, as boto3 sees them."""

import botocore.exceptions
import pytest

BALANCER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/front/0123456789abcdef"
ADDRESS = "arn:aws:ec2:us-east-1:123456789012:eip-allocation/eipalloc-0123"
CHECK = "arn:aws:route53:::healthcheck/11111111-2222-3333-4444-555555555555"


@pytest.fixture
def shield(cloud):
    shield = cloud.client("shield")
    shield.create_subscription()
    return shield


@pytest.fixture
def protection(shield):
    made = shield.create_protection(Name="front", ResourceArn=BALANCER, Tags=[{"Key": "team", "Value": "a"}])
    return made["ProtectionId"]


def code(call, **request):
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        call(**request)
    return caught.value.response["Error"]["Code"]


def test_there_is_no_subscription_at_first(cloud):
    shield = cloud.client("shield", region="eu-central-1")
    assert shield.get_subscription_state()["SubscriptionState"] == "INACTIVE"
    assert code(shield.describe_subscription) == "ResourceNotFoundException"
    assert code(shield.create_protection, Name="front", ResourceArn=BALANCER) == "InvalidOperationException"


def test_subscription_is_for_a_year(shield):
    told = shield.describe_subscription()["Subscription"]
    assert (told["EndTime"] - told["StartTime"]).days == 365
    assert code(shield.create_subscription) == "ResourceAlreadyExistsException"
    assert code(shield.delete_subscription) == "LockedSubscriptionException"


def test_protection_is_read_by_id_and_by_resource(shield, protection):
    by_id = shield.describe_protection(ProtectionId=protection)["Protection"]
    assert by_id == shield.describe_protection(ResourceArn=BALANCER)["Protection"]
    assert by_id["Name"] == "front"
    assert by_id["ProtectionArn"].endswith(protection)
    assert (
        code(shield.describe_protection, ProtectionId=protection, ResourceArn=BALANCER) == "InvalidParameterException"
    )


def test_protections_are_listed_by_name(shield, protection):
    listed = shield.list_protections(InclusionFilters={"ProtectionNames": ["front"]})["Protections"]
    assert [one["Id"] for one in listed] == [protection]
    assert shield.list_protections(InclusionFilters={"ProtectionNames": ["back"]})["Protections"] == []


def test_health_checks_come_and_go(shield, protection):
    shield.associate_health_check(ProtectionId=protection, HealthCheckArn=CHECK)
    told = shield.describe_protection(ProtectionId=protection)["Protection"]
    assert told["HealthCheckIds"] == [CHECK.rpartition("/")[2]]
    shield.disassociate_health_check(ProtectionId=protection, HealthCheckArn=CHECK)
    asked = {"ProtectionId": protection, "HealthCheckArn": CHECK}
    assert code(shield.disassociate_health_check, **asked) == "ResourceNotFoundException"


def test_automatic_response_is_enabled_before_it_is_changed(shield, protection):
    asked = {"ResourceArn": BALANCER, "Action": {"Block": {}}}
    assert code(shield.update_application_layer_automatic_response, **asked) == "InvalidOperationException"
    shield.enable_application_layer_automatic_response(**asked)
    shield.update_application_layer_automatic_response(ResourceArn=BALANCER, Action={"Count": {}})
    told = shield.describe_protection(ResourceArn=BALANCER)["Protection"]
    assert told["ApplicationLayerAutomaticResponseConfiguration"] == {"Status": "ENABLED", "Action": {"Count": {}}}
    shield.disable_application_layer_automatic_response(ResourceArn=BALANCER)
    again = code(shield.disable_application_layer_automatic_response, ResourceArn=BALANCER)
    assert again == "InvalidOperationException"


def test_tags(shield, protection):
    arn = shield.describe_protection(ProtectionId=protection)["Protection"]["ProtectionArn"]
    shield.tag_resource(ResourceARN=arn, Tags=[{"Key": "more", "Value": "b"}])
    shield.untag_resource(ResourceARN=arn, TagKeys=["team"])
    assert shield.list_tags_for_resource(ResourceARN=arn)["Tags"] == [{"Key": "more", "Value": "b"}]


def test_errors(shield, protection):
    assert code(shield.create_protection, Name="x", ResourceArn=BALANCER) == "ResourceAlreadyExistsException"
    assert code(shield.create_protection, Name="x", ResourceArn="arn:aws:s3:::x") == "InvalidResourceException"
    assert code(shield.describe_protection, ResourceArn=ADDRESS) == "ResourceNotFoundException"
    assert code(shield.describe_protection) == "InvalidParameterException"
    shield.delete_protection(ProtectionId=protection)
    assert code(shield.delete_protection, ProtectionId=protection) == "ResourceNotFoundException"
