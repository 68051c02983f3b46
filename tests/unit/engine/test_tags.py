"""Tags in the three shapes of the APIs, and what is done with them."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine import tags
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging
from botocore.stub import Stubber

from tests.unit.engine.stand_ins import client_of

ARN = "arn:aws:bedrock-agentcore:eu-central-1:111122223333:memory/notes-0123456789"
LIVE = {"arn": ARN}
WANTED = {"team": "a"}

AS_MAP = Tagging(target={"resourceArn": "arn"})
AS_LIST = Tagging(target={"ARN": "arn"}, tag="AddTags", untag="RemoveTags", listing="ListTags")
AS_SPECIFICATION = Tagging(
    target={"Resources": "id"}, tag="CreateTags", untag="DeleteTags", inline="Tags", resource_type="natgateway"
)
WHOLE = Tagging(
    target={"Bucket": "name"},
    tag="PutBucketTagging",
    untag="DeleteBucketTagging",
    listing="GetBucketTagging",
    whole=True,
)


def api(service):
    return Api(client_of(service))


class TestInCreateRequests:
    def test_as_a_map(self):
        made = tags.in_request(api("bedrock-agentcore-control"), "CreateMemory", WANTED, AS_MAP)
        assert made == {"tags": {"team": "a"}}

    def test_as_a_list(self):
        made = tags.in_request(api("opensearch"), "CreateDomain", WANTED, AS_LIST)
        assert made == {"TagList": [{"Key": "team", "Value": "a"}]}

    def test_as_a_specification_of_the_type(self):
        made = tags.in_request(api("ec2"), "CreateNatGateway", WANTED, AS_SPECIFICATION)
        pair = {"Key": "team", "Value": "a"}
        assert made == {"TagSpecifications": [{"ResourceType": "natgateway", "Tags": [pair]}]}

    def test_as_a_list_in_lower_case(self):
        made = tags.in_request(api("ecs"), "CreateCluster", WANTED, AS_LIST)
        assert made == {"tags": [{"key": "team", "value": "a"}]}

    def test_under_the_name_that_answers_have_for_them(self):
        tagging = Tagging(target={"ResourceArn": "Arn"}, inline="UserPoolTags")
        assert tags.in_request(api("cognito-idp"), "CreateUserPool", WANTED, tagging) == {"UserPoolTags": WANTED}

    def test_nothing_for_operations_without_tags(self):
        assert tags.in_request(api("bedrock-agentcore-control"), "CreateGatewayTarget", WANTED, AS_MAP) == {}

    def test_nothing_when_there_are_none(self):
        assert tags.in_request(api("bedrock-agentcore-control"), "CreateMemory", {}, AS_MAP) == {}


class TestRead:
    def test_from_a_map(self, service):
        answer = {"tags": {"team": "a", "aws:cloudformation:stack-name": "s"}}
        service("bedrock-agentcore-control").answers("list_tags_for_resource", answer, resourceArn=ARN)
        assert tags.read(api("bedrock-agentcore-control"), LIVE, AS_MAP) == {"team": "a"}

    def test_from_a_list(self, service):
        service("opensearch").answers("list_tags", {"TagList": [{"Key": "team", "Value": "a"}]}, ARN=ARN)
        assert tags.read(api("opensearch"), LIVE, AS_LIST) == {"team": "a"}

    def test_from_the_resource_itself(self):
        live = {"Tags": [{"Key": "Name", "Value": "x"}, {"Key": "aws:thing", "Value": "y"}]}
        assert tags.read(api("ec2"), live, AS_SPECIFICATION) == {"Name": "x"}

    def test_from_a_structure_that_holds_them(self, service):
        held = {"TagInfoForResource": {"ResourceARN": ARN, "TagList": [{"Key": "team", "Value": "a"}]}}
        service("wafv2").answers("list_tags_for_resource", held, ResourceARN=ARN)
        assert tags.read(api("wafv2"), LIVE, Tagging(target={"ResourceARN": "arn"})) == {"team": "a"}

    def test_from_an_answer_about_several_resources(self, service):
        arn = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/all"
        told = [{"ResourceId": arn, "TagsList": [{"Key": "team", "Value": "a"}]}]
        service("cloudtrail").answers("list_tags", {"ResourceTagList": told}, ResourceIdList=[arn])
        found = tags.read(api("cloudtrail"), {"arn": arn}, Tagging({"ResourceIdList": "arn"}, listing="ListTags"))
        assert found == {"team": "a"}

    def test_a_resource_that_never_had_tags_has_none(self, service):
        service("s3").fails("get_bucket_tagging", "NoSuchTagSet", Bucket="b")
        assert tags.read(api("s3"), {"name": "b"}, WHOLE) == {}


class TestChange:
    current = {"kept": "1", "changed": "1", "surplus": "1"}
    wanted = {"kept": "1", "changed": "2", "new": "1"}

    def test_sets_what_differs_and_removes_what_is_too_much(self):
        assert tags.change(self.current, self.wanted, purge=True) == ({"changed": "2", "new": "1"}, ["surplus"])

    def test_removes_nothing_without_purge(self):
        assert tags.change(self.current, self.wanted, purge=False) == ({"changed": "2", "new": "1"}, [])

    def test_leaves_tags_alone_that_nobody_speaks_of(self):
        assert tags.change(self.current, None, purge=True) == ({}, [])

    def test_an_empty_wish_removes_all(self):
        assert tags.change(self.current, {}, purge=True) == ({}, ["kept", "changed", "surplus"])


class TestWrite:
    def test_as_a_map(self, service):
        stub = service("bedrock-agentcore-control")
        stub.answers("untag_resource", resourceArn=ARN, tagKeys=["old"])
        stub.answers("tag_resource", resourceArn=ARN, tags={"team": "a"})
        tags.write(api("bedrock-agentcore-control"), LIVE, AS_MAP, WANTED, ["old"])

    def test_as_a_list(self, service):
        stub = service("opensearch")
        stub.answers("remove_tags", ARN=ARN, TagKeys=["old"])
        stub.answers("add_tags", ARN=ARN, TagList=[{"Key": "team", "Value": "a"}])
        tags.write(api("opensearch"), LIVE, AS_LIST, WANTED, ["old"])

    def test_as_ec2_does(self, service):
        stub = service("ec2")
        stub.answers("delete_tags", Resources=["nat-1"], Tags=[{"Key": "old"}])
        stub.answers("create_tags", Resources=["nat-1"], Tags=[{"Key": "team", "Value": "a"}])
        tags.write(api("ec2"), {"id": "nat-1"}, AS_SPECIFICATION, WANTED, ["old"])

    def test_asks_for_nothing_when_there_is_nothing_to_do(self, service):
        service("opensearch")
        tags.write(api("opensearch"), LIVE, AS_LIST, {}, [])

    def test_as_a_whole_keeps_what_stays(self, service):
        present = {"TagSet": [{"Key": "kept", "Value": "1"}, {"Key": "old", "Value": "1"}]}
        stub = service("s3")
        stub.answers("get_bucket_tagging", present, Bucket="b")
        final = [{"Key": "kept", "Value": "1"}, {"Key": "team", "Value": "a"}]
        stub.answers("put_bucket_tagging", Bucket="b", Tagging={"TagSet": final})
        tags.write(api("s3"), {"name": "b"}, WHOLE, WANTED, ["old"])

    def test_as_a_whole_removes_the_last(self, service):
        stub = service("s3")
        stub.answers("get_bucket_tagging", {"TagSet": [{"Key": "old", "Value": "1"}]}, Bucket="b")
        stub.answers("delete_bucket_tagging", Bucket="b")
        tags.write(api("s3"), {"name": "b"}, WHOLE, {}, ["old"])


class TestReserved:
    @pytest.mark.parametrize("wanted", [None, {}, {"team": "a", "awsome": "b"}])
    def test_other_keys_are_fine(self, wanted):
        tags.refuse_reserved(wanted)

    @pytest.mark.parametrize("key", ["aws:team", "AWS:team"])
    def test_keys_of_aws_are_refused(self, key):
        with pytest.raises(EngineError, match=f"tags: {key} starts with aws:, which AWS keeps for itself"):
            tags.refuse_reserved({"team": "a", key: "b"})


class TestRequire:
    @pytest.mark.parametrize("required", [None, {}, {"team": "a"}, {"team": "a", "stage": "x"}])
    def test_is_content_with_what_is_ours(self, required):
        tags.require({"team": "a", "stage": "x", "more": "y"}, required, "memory 'notes'")

    def test_refuses_what_is_somebody_elses_and_says_so(self):
        with pytest.raises(EngineError) as error:
            tags.require({"team": "b", "other": "x"}, {"team": "a", "stage": "x"}, "memory 'notes'")
        assert error.value.message == (
            "memory 'notes' exists but is not marked as yours: required_tags asks for stage=x, team=a, it carries "
            "team=b. Nothing was changed. Choose another name, or add the tags to adopt it."
        )
        assert error.value.details == {"live_tags": {"team": "b", "other": "x"}}

    def test_says_when_it_carries_none_of_them(self):
        with pytest.raises(EngineError, match="it carries none of them"):
            tags.require({}, {"team": "a"}, "memory 'notes'")


def test_a_target_that_no_answer_tells_is_put_together(service):
    stub = service("budgets")
    arn = "arn:aws:budgets::111122223333:budget/b"
    stub.answers("list_tags_for_resource", {"ResourceTags": [{"Key": "team", "Value": "a"}]}, ResourceARN=arn)
    made = Tagging(target={"ResourceARN": lambda api, live: f"arn:{api.client.meta.partition}:budgets::{live['id']}"})
    assert tags.read(api("budgets"), {"id": "111122223333:budget/b"}, made) == WANTED


def test_a_create_request_may_call_them_by_another_name():
    tagging = Tagging(target={}, given="BackupPlanTags")
    assert tags.in_request(api("backup"), "CreateBackupPlan", WANTED, tagging) == {"BackupPlanTags": WANTED}


class TestOperationsOnSeveral:
    """Some are asked of several resources, and answer with an entry for each."""

    TAGGING = Tagging(target={"ResourceArns": "arn"}, tag="AddTags", untag="RemoveTags", listing="DescribeTags")

    def test_the_entry_of_the_one_that_was_asked_about(self):
        asked = api("elbv2")
        told = {"TagDescriptions": [{"ResourceArn": ARN, "Tags": [{"Key": "team", "Value": "a"}]}]}
        with Stubber(asked.client) as stub:
            stub.add_response("describe_tags", told, {"ResourceArns": [ARN]})
            assert tags.read(asked, LIVE, self.TAGGING) == WANTED

    def test_no_entry(self):
        asked = api("elbv2")
        with Stubber(asked.client) as stub:
            stub.add_response("describe_tags", {"TagDescriptions": []}, {"ResourceArns": [ARN]})
            assert tags.read(asked, LIVE, self.TAGGING) == {}


class TestOneOperationForBoth:
    TAGGING = Tagging(
        target={"ResourceType": lambda _api, _live: "hostedzone", "ResourceId": "arn"},
        tag="ChangeTagsForResource",
        untag="ChangeTagsForResource",
    )

    def test_sets_and_removes(self):
        asked = api("route53")
        address = {"ResourceType": "hostedzone", "ResourceId": "Z1"}
        with Stubber(asked.client) as stub:
            stub.add_response("change_tags_for_resource", {}, {**address, "RemoveTagKeys": ["old"]})
            pair = {"Key": "team", "Value": "a"}
            stub.add_response("change_tags_for_resource", {}, {**address, "AddTags": [pair]})
            tags.write(asked, {"arn": "Z1"}, self.TAGGING, WANTED, ["old"])
            stub.assert_no_pending_responses()
