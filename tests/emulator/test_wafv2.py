"""Web ACLs: locks, scopes, rules that don't fit, what they stand before, and where they log."""

from typing import Any

import pytest

METRICS = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "m"}
WANTED = {"Name": "acl", "Scope": "REGIONAL", "DefaultAction": {"Allow": {}}, "VisibilityConfig": METRICS}
GEO = {"GeoMatchStatement": {"CountryCodes": ["AQ"]}}
UNKNOWN = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/no/11111111-2222-3333-4444-555555555555"
POOL = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcdefghi"


def rule(statement: dict[str, Any], name: str = "rule", priority: int = 0, **members: Any) -> dict[str, Any]:
    action = members or {"Action": {"Block": {}}}
    return {"Name": name, "Priority": priority, "Statement": statement, "VisibilityConfig": METRICS, **action}


def managed(name: str, **config: Any) -> dict[str, Any]:
    group = {"VendorName": "AWS", "Name": name, **({"ManagedRuleGroupConfigs": [config]} if config else {})}
    return rule({"ManagedRuleGroupStatement": group}, OverrideAction={"None": {}})


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("wafv2")


def test_life(client: Any, code: Any) -> None:
    made = client.create_web_acl(
        **WANTED, Description="for tests", Rules=[rule(GEO)], Tags=[{"Key": "a", "Value": "b"}]
    )
    made = made["Summary"]
    assert f":regional/webacl/acl/{made['Id']}" in made["ARN"]
    tagged = client.list_tags_for_resource(ResourceARN=made["ARN"])["TagInfoForResource"]
    assert tagged["TagList"] == [{"Key": "a", "Value": "b"}]
    assert code(client.create_web_acl, **WANTED) == "WAFDuplicateItemException"
    key = {"Name": "acl", "Scope": "REGIONAL", "Id": made["Id"]}
    read = client.get_web_acl(**key)
    assert read["WebACL"]["Capacity"] == 1
    change = {**WANTED, **key, "LockToken": read["LockToken"]}
    token = client.update_web_acl(**change)["NextLockToken"]
    after = client.get_web_acl(ARN=made["ARN"])
    assert after["LockToken"] == token != read["LockToken"]
    assert "Description" not in after["WebACL"]
    assert after["WebACL"]["Rules"] == []
    assert code(client.update_web_acl, **change) == "WAFOptimisticLockException"
    assert code(client.delete_web_acl, **key, LockToken=read["LockToken"]) == "WAFOptimisticLockException"
    client.delete_web_acl(**key, LockToken=token)
    assert code(client.get_web_acl, **key) == "WAFNonexistentItemException"
    assert client.list_web_acls(Scope="REGIONAL")["WebACLs"] == []


def test_scopes(cloud: Any, client: Any, code: Any) -> None:
    made = client.create_web_acl(**{**WANTED, "Scope": "CLOUDFRONT"})["Summary"]
    assert ":global/webacl/acl/" in made["ARN"]
    client.create_web_acl(**WANTED)
    assert [entry["ARN"] for entry in client.list_web_acls(Scope="CLOUDFRONT")["WebACLs"]] == [made["ARN"]]
    elsewhere = cloud.client("wafv2", region="eu-central-1")
    assert code(elsewhere.list_web_acls, Scope="CLOUDFRONT") == "WAFInvalidParameterException"
    assert code(client.associate_web_acl, WebACLArn=made["ARN"], ResourceArn=POOL) == "WAFInvalidParameterException"


def test_pages(client: Any) -> None:
    for number in range(3):
        client.create_web_acl(**{**WANTED, "Name": f"acl{number}"})
    first = client.list_web_acls(Scope="REGIONAL", Limit=2)
    second = client.list_web_acls(Scope="REGIONAL", Limit=2, NextMarker=first["NextMarker"])
    assert [len(page["WebACLs"]) for page in (first, second)] == [2, 1]
    assert "NextMarker" not in second


def test_what_is_filled_in(client: Any) -> None:
    rate = {"RateBasedStatement": {"Limit": 100, "AggregateKeyType": "IP"}}
    bots = managed("AWSManagedRulesBotControlRuleSet", AWSManagedRulesBotControlRuleSet={"InspectionLevel": "TARGETED"})
    made = client.create_web_acl(**WANTED, Rules=[bots, rule(rate, "rate", 1)])["Summary"]
    rules = client.get_web_acl(ARN=made["ARN"])["WebACL"]["Rules"]
    (config,) = rules[0]["Statement"]["ManagedRuleGroupStatement"]["ManagedRuleGroupConfigs"]
    assert config["AWSManagedRulesBotControlRuleSet"]["EnableMachineLearning"] is True
    assert rules[1]["Statement"]["RateBasedStatement"]["EvaluationWindowSec"] == 300


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        ([rule(GEO), rule(GEO, "other")], "WAFInvalidParameterException"),
        ([rule({**GEO, "LabelMatchStatement": {"Scope": "LABEL", "Key": "k"}})], "WAFInvalidParameterException"),
        ([rule(GEO, OverrideAction={"None": {}})], "WAFInvalidParameterException"),
        ([managed("NoSuchRuleSet")], "WAFNonexistentItemException"),
        (
            [managed("AWSManagedRulesCommonRuleSet", AWSManagedRulesBotControlRuleSet={"InspectionLevel": "COMMON"})],
            "WAFInvalidParameterException",
        ),
        ([rule({"IPSetReferenceStatement": {"ARN": UNKNOWN}})], "WAFNonexistentItemException"),
        (
            [rule(GEO, Action={"Block": {"CustomResponse": {"ResponseCode": 403, "CustomResponseBodyKey": "k"}}})],
            "WAFInvalidParameterException",
        ),
    ],
)
def test_rules_that_do_not_fit(client: Any, code: Any, rules: list[Any], error: str) -> None:
    assert code(client.create_web_acl, **WANTED, Rules=rules) == error


def test_capacity(client: Any, code: Any) -> None:
    common = managed("AWSManagedRulesCommonRuleSet")
    assert client.check_capacity(Scope="REGIONAL", Rules=[common, rule(GEO, "g", 1)])["Capacity"] == 701
    many = [{**common, "Name": f"r{number}", "Priority": number} for number in range(8)]
    assert code(client.check_capacity, Scope="REGIONAL", Rules=many) == "WAFLimitsExceededException"


def test_managed_groups(client: Any, code: Any) -> None:
    groups = client.list_available_managed_rule_groups(Scope="REGIONAL")["ManagedRuleGroups"]
    assert "AWSManagedRulesBotControlRuleSet" in {group["Name"] for group in groups}
    key = {"VendorName": "AWS", "Scope": "REGIONAL"}
    assert client.describe_managed_rule_group(**key, Name="AWSManagedRulesSQLiRuleSet")["Capacity"] == 200
    assert code(client.describe_managed_rule_group, **key, Name="No") == "WAFNonexistentItemException"


def test_a_rule_may_refer_to_an_ip_set_of_motos(client: Any) -> None:
    made = client.create_ip_set(Name="set", Scope="REGIONAL", IPAddressVersion="IPV4", Addresses=["10.0.0.0/8"])
    reference = {"IPSetReferenceStatement": {"ARN": made["Summary"]["ARN"]}}
    client.create_web_acl(**WANTED, Rules=[rule(reference)])


def test_associations(client: Any, code: Any) -> None:
    made = client.create_web_acl(**WANTED)["Summary"]
    assert client.get_web_acl_for_resource(ResourceArn=POOL).get("WebACL") is None
    client.associate_web_acl(WebACLArn=made["ARN"], ResourceArn=POOL)
    assert client.get_web_acl_for_resource(ResourceArn=POOL)["WebACL"]["Name"] == "acl"
    listed = client.list_resources_for_web_acl(WebACLArn=made["ARN"], ResourceType="COGNITO_USER_POOL")
    assert listed["ResourceArns"] == [POOL]
    assert client.list_resources_for_web_acl(WebACLArn=made["ARN"])["ResourceArns"] == []
    delete = {"Name": "acl", "Scope": "REGIONAL", "Id": made["Id"], "LockToken": made["LockToken"]}
    assert code(client.delete_web_acl, **delete) == "WAFAssociatedItemException"
    client.disassociate_web_acl(ResourceArn=POOL)
    client.delete_web_acl(**delete)
    assert code(client.associate_web_acl, WebACLArn=UNKNOWN, ResourceArn=POOL) == "WAFNonexistentItemException"


def test_a_load_balancer_must_be_there(client: Any, code: Any) -> None:
    acl = client.create_web_acl(**WANTED)["Summary"]["ARN"]
    arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/no/0123456789abcdef"
    assert code(client.associate_web_acl, WebACLArn=acl, ResourceArn=arn) == "WAFNonexistentItemException"
    bucket = "arn:aws:s3:::a-bucket-of-mine"
    assert code(client.associate_web_acl, WebACLArn=acl, ResourceArn=bucket) == "WAFInvalidParameterException"


def test_logging(cloud: Any, client: Any, code: Any) -> None:
    acl = client.create_web_acl(**WANTED)["Summary"]
    group = "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-acl"
    wanted = {"ResourceArn": acl["ARN"], "LogDestinationConfigs": [group]}
    put = client.put_logging_configuration
    assert code(put, LoggingConfiguration=wanted) == "WAFLogDestinationPermissionIssueException"
    cloud.client("logs").create_log_group(logGroupName="aws-waf-logs-acl")
    put(LoggingConfiguration=wanted)
    told = client.get_logging_configuration(ResourceArn=acl["ARN"])["LoggingConfiguration"]
    assert told == {**wanted, "ManagedByFirewallManager": False, "LogType": "WAF_LOGS", "LogScope": "CUSTOMER"}
    assert client.list_logging_configurations(Scope="REGIONAL")["LoggingConfigurations"] == [told]
    assert client.list_logging_configurations(Scope="CLOUDFRONT")["LoggingConfigurations"] == []
    other = {**wanted, "LogDestinationConfigs": [group.replace("aws-waf-logs-acl", "mine")]}
    assert code(put, LoggingConfiguration=other) == "WAFInvalidParameterException"
    assert code(put, LoggingConfiguration={**wanted, "ResourceArn": UNKNOWN}) == "WAFNonexistentItemException"
    client.delete_logging_configuration(ResourceArn=acl["ARN"])
    assert code(client.get_logging_configuration, ResourceArn=acl["ARN"]) == "WAFNonexistentItemException"
