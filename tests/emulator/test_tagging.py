"""resourcegroupstaggingapi: one tagging for resources of ours and of moto."""

import botocore.exceptions
import pytest

BUCKET = "arn:aws:s3:::tagged"


@pytest.fixture
def tagging(cloud):
    return cloud.client("resourcegroupstaggingapi")


@pytest.fixture
def bucket(cloud):
    cloud.client("s3").create_bucket(Bucket="tagged")
    return BUCKET


@pytest.fixture
def analyzer(cloud):
    return cloud.client("accessanalyzer").create_analyzer(analyzerName="tagged", type="ACCOUNT")["arn"]


def tags_of(tagging, **filters):
    found = tagging.get_resources(**filters)["ResourceTagMappingList"]
    return {one["ResourceARN"]: {tag["Key"]: tag["Value"] for tag in one["Tags"]} for one in found}


def code(call, **request):
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        call(**request)
    return caught.value.response["Error"]["Code"]


def test_tags_both_kinds(tagging, bucket, analyzer):
    answer = tagging.tag_resources(ResourceARNList=[bucket, analyzer], Tags={"team": "a", "level": "1"})
    assert answer["FailedResourcesMap"] == {}
    assert tags_of(tagging) == dict.fromkeys([bucket, analyzer], {"team": "a", "level": "1"})
    tagging.untag_resources(ResourceARNList=[bucket, analyzer], TagKeys=["level"])
    assert tags_of(tagging, ResourceARNList=[bucket, analyzer]) == dict.fromkeys([bucket, analyzer], {"team": "a"})


def test_addresses_are_listed(tagging, cloud):
    tags = [{"ResourceType": "elastic-ip", "Tags": [{"Key": "team", "Value": "a"}]}]
    made = cloud.client("ec2").allocate_address(Domain="vpc", TagSpecifications=tags)["AllocationId"]
    found = tags_of(tagging, ResourceTypeFilters=["ec2:elastic-ip"])
    assert {arn.rpartition(":")[2]: tags for arn, tags in found.items()} == {f"elastic-ip/{made}": {"team": "a"}}


def test_parameters_alarms_and_config_rules_are_listed(tagging, cloud):
    tags = [{"Key": "team", "Value": "a"}]
    cloud.client("ssm").put_parameter(Name="/tagged/one", Value="1", Type="String", Tags=tags)
    limit = {"EvaluationPeriods": 1, "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold"}
    metric = {"Namespace": "n", "MetricName": "m", "Period": 60, "Statistic": "Sum"}
    cloud.client("cloudwatch").put_metric_alarm(AlarmName="tagged", Tags=tags, **metric, **limit)
    source = {"Owner": "AWS", "SourceIdentifier": "ENCRYPTED_VOLUMES"}
    config = cloud.client("config")
    config.put_config_rule(ConfigRule={"ConfigRuleName": "tagged", "Source": source}, Tags=tags)
    rule = config.describe_config_rules()["ConfigRules"][0]["ConfigRuleArn"]
    types = ["ssm:parameter", "cloudwatch:alarm", "config:config-rule"]
    found = [tags_of(tagging, ResourceTypeFilters=[kind]) for kind in types]
    assert [list(some.values()) for some in found] == [[{"team": "a"}]] * 3
    assert list(found[2]) == [rule]


def test_tags_config_rules(tagging, cloud):
    config = cloud.client("config")
    source = {"Owner": "AWS", "SourceIdentifier": "ENCRYPTED_VOLUMES"}
    config.put_config_rule(ConfigRule={"ConfigRuleName": "tagged", "Source": source})
    rule = config.describe_config_rules()["ConfigRules"][0]["ConfigRuleArn"]
    tagging.tag_resources(ResourceARNList=[rule], Tags={"team": "a", "level": "1"})
    tagging.untag_resources(ResourceARNList=[rule], TagKeys=["level"])
    assert config.list_tags_for_resource(ResourceArn=rule)["Tags"] == [{"Key": "team", "Value": "a"}]


def test_other_tags_stay(tagging, bucket, cloud):
    cloud.client("s3").put_bucket_tagging(Bucket="tagged", Tagging={"TagSet": [{"Key": "old", "Value": "x"}]})
    tagging.tag_resources(ResourceARNList=[bucket], Tags={"team": "a"})
    assert tags_of(tagging) == {bucket: {"old": "x", "team": "a"}}


def test_lists_by_tag_and_type(tagging, bucket, analyzer):
    tagging.tag_resources(ResourceARNList=[bucket, analyzer], Tags={"team": "a"})
    assert set(tags_of(tagging, TagFilters=[{"Key": "team", "Values": ["a"]}])) == {bucket, analyzer}
    assert set(tags_of(tagging, ResourceTypeFilters=["access-analyzer:analyzer"])) == {analyzer}
    assert tags_of(tagging, TagFilters=[{"Key": "team", "Values": ["b"]}]) == {}


def test_pages(tagging, bucket, analyzer):
    tagging.tag_resources(ResourceARNList=[bucket, analyzer], Tags={"team": "a"})
    first = tagging.get_resources(ResourcesPerPage=1)
    rest = tagging.get_resources(ResourcesPerPage=1, PaginationToken=first["PaginationToken"])
    shown = [one["ResourceARN"] for page in (first, rest) for one in page["ResourceTagMappingList"]]
    assert sorted(shown) == sorted([bucket, analyzer])
    assert rest["PaginationToken"] == ""


def test_what_never_had_a_tag_is_not_listed(tagging, bucket, analyzer):
    assert tags_of(tagging) == {}
    tagging.tag_resources(ResourceARNList=[analyzer], Tags={"team": "a"})
    tagging.untag_resources(ResourceARNList=[analyzer], TagKeys=["team"])
    assert tags_of(tagging) == {analyzer: {}}


def test_each_resource_fails_by_itself(tagging, bucket):
    missing = "arn:aws:s3:::missing"
    failed = tagging.tag_resources(ResourceARNList=[bucket, missing], Tags={"team": "a"})["FailedResourcesMap"]
    assert failed[missing]["ErrorCode"] == "InvalidParameterException"
    assert tags_of(tagging) == {bucket: {"team": "a"}}
    assert missing in tagging.untag_resources(ResourceARNList=[missing], TagKeys=["team"])["FailedResourcesMap"]


def test_errors(tagging, bucket, analyzer):
    assert code(tagging.tag_resources, ResourceARNList=["tagged"], Tags={"a": "b"}) == "InvalidParameterException"
    assert code(tagging.tag_resources, ResourceARNList=[bucket], Tags={"aws:a": "b"}) == "InvalidParameterException"
    assert code(tagging.untag_resources, ResourceARNList=[bucket], TagKeys=["aws:a"]) == "InvalidParameterException"
    both = {"ResourceARNList": [bucket], "TagFilters": [{"Key": "team"}]}
    assert code(tagging.get_resources, **both) == "InvalidParameterException"
    assert code(tagging.get_resources, PaginationToken="no such") == "PaginationTokenExpiredException"


def test_a_resource_has_at_most_fifty_tags(tagging, analyzer):
    tagging.tag_resources(ResourceARNList=[analyzer], Tags={f"key-{number}": "a" for number in range(50)})
    failed = tagging.tag_resources(ResourceARNList=[analyzer], Tags={"more": "a"})["FailedResourcesMap"]
    assert "50 tags" in failed[analyzer]["ErrorMessage"]
