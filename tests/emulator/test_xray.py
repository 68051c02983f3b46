"""Groups, sampling rules, and what a region has once."""

import json
from typing import Any

import pytest

RULE = {
    "RuleName": "health",
    "Priority": 10,
    "FixedRate": 0.1,
    "ReservoirSize": 1,
    "Version": 1,
    **dict.fromkeys(("ResourceARN", "ServiceName", "ServiceType", "Host", "HTTPMethod", "URLPath"), "*"),
}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("xray")


def test_groups(client: Any, code: Any) -> None:
    arn = client.create_group(GroupName="slow", FilterExpression="responsetime > 5")["Group"]["GroupARN"]
    client.update_group(GroupARN=arn, InsightsConfiguration={"InsightsEnabled": True})
    found = client.get_group(GroupName="slow")["Group"]
    assert (found["FilterExpression"], found["InsightsConfiguration"]["InsightsEnabled"]) == ("responsetime > 5", True)
    client.tag_resource(ResourceARN=arn, Tags=[{"Key": "team", "Value": "a"}])
    assert client.list_tags_for_resource(ResourceARN=arn)["Tags"] == [{"Key": "team", "Value": "a"}]
    assert code(client.create_group, GroupName="slow") == "InvalidRequestException"
    assert code(client.get_group, GroupName="nothing") == "InvalidRequestException"
    assert code(client.update_group, GroupName="nothing") == "InvalidRequestException"
    assert code(client.get_group) == "InvalidRequestException"
    loud = {"NotificationsEnabled": True}
    assert code(client.create_group, GroupName="loud", InsightsConfiguration=loud) == "InvalidRequestException"
    client.delete_group(GroupName="slow")
    assert client.get_groups()["Groups"] == []


def test_sampling_rules(client: Any, code: Any) -> None:
    made = client.create_sampling_rule(SamplingRule=RULE)["SamplingRuleRecord"]["SamplingRule"]
    assert made["RuleARN"].endswith(":sampling-rule/health")
    client.update_sampling_rule(SamplingRuleUpdate={"RuleName": "health", "Host": "a.example.com"})
    records = [record["SamplingRule"] for record in client.get_sampling_rules()["SamplingRuleRecords"]]
    rules = {rule["RuleName"]: rule for rule in records}
    assert (rules["health"]["Host"], rules["health"]["Priority"]) == ("a.example.com", 10)
    assert rules["Default"]["FixedRate"] == 0.05
    assert code(client.create_sampling_rule, SamplingRule=RULE) == "InvalidRequestException"
    assert code(client.create_sampling_rule, SamplingRule={**RULE, "RuleName": "b", "Version": 2}) == (
        "InvalidRequestException"
    )
    assert code(client.update_sampling_rule, SamplingRuleUpdate={"RuleName": "nothing"}) == "InvalidRequestException"
    fixed = {"RuleName": "Default", "Host": "b"}
    assert code(client.update_sampling_rule, SamplingRuleUpdate=fixed) == "InvalidRequestException"
    assert code(client.delete_sampling_rule, RuleName="Default") == "InvalidRequestException"
    client.delete_sampling_rule(RuleARN=made["RuleARN"])
    assert code(client.delete_sampling_rule, RuleName="health") == "InvalidRequestException"


def test_spans_go_to_logs_only_where_x_ray_may_write(cloud: Any, client: Any, code: Any) -> None:
    assert client.get_trace_segment_destination()["Destination"] == "XRay"
    assert code(client.update_trace_segment_destination, Destination="CloudWatchLogs") == "InvalidRequestException"
    names = ("aws/spans", "/aws/application-signals/data")
    groups = [f"arn:aws:logs:us-east-1:123456789012:log-group:{name}:*" for name in names]
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "xray.amazonaws.com"},
        "Action": "logs:PutLogEvents",
        "Resource": groups,
    }
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    cloud.client("logs").put_resource_policy(policyName="spans", policyDocument=document)
    assert client.update_trace_segment_destination(Destination="CloudWatchLogs")["Status"] == "PENDING"
    found = client.get_trace_segment_destination()
    assert (found["Destination"], found["Status"]) == ("CloudWatchLogs", "ACTIVE")


def test_indexing_and_encryption(client: Any, code: Any) -> None:
    client.update_indexing_rule(Name="Default", Rule={"Probabilistic": {"DesiredSamplingPercentage": 7}})
    (rule,) = client.get_indexing_rules()["IndexingRules"]
    assert rule["Rule"]["Probabilistic"]["DesiredSamplingPercentage"] == 7
    right, wrong = ({"Probabilistic": {"DesiredSamplingPercentage": number}} for number in (7, 101))
    assert code(client.update_indexing_rule, Name="Default", Rule=wrong) == "InvalidRequestException"
    assert code(client.update_indexing_rule, Name="Other", Rule=right) == "ResourceNotFoundException"
    assert client.put_encryption_config(Type="KMS", KeyId="alias/ours")["EncryptionConfig"]["Status"] == "UPDATING"
    found = client.get_encryption_config()["EncryptionConfig"]
    assert (found["Type"], found["KeyId"], found["Status"]) == ("KMS", "alias/ours", "ACTIVE")
    assert code(client.put_encryption_config, Type="KMS") == "InvalidRequestException"
