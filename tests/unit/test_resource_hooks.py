"""What the modules for buckets, roles, gateways and parameters add to the engine."""

from types import SimpleNamespace

import boto3
import pytest
from ansible_collections.bidops.platform.plugins.module_utils import (
    _bucket,
    _bucket_settings,
    _census_types,
    _iam_role,
    _nat_gateway,
    _ssm_parameters,
)
from ansible_collections.bidops.platform.plugins.module_utils._agentcore import gateway
from ansible_collections.bidops.platform.plugins.module_utils._engine import tags
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from botocore.stub import Stubber

POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}


def client(service):
    return boto3.client(service, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")


def context(service, check_mode=False, region="us-east-1", **params):
    api = Api(client(service))
    return SimpleNamespace(
        api=api, params=params, check_mode=check_mode, region=region, what="thing 'x'", tags=None, purge_tags=False
    )


class TestBucket:
    def test_the_first_region_is_not_told(self):
        given = context("s3", object_ownership=None, object_lock=None)
        assert _bucket.create_request(given, {"Bucket": "x"}) == {"Bucket": "x"}

    def test_other_regions_are_told(self):
        given = context("s3", region="eu-central-1", object_ownership="BucketOwnerEnforced", object_lock=None)
        request = _bucket.create_request(given, {"Bucket": "x"})
        assert request["CreateBucketConfiguration"] == {"LocationConstraint": "eu-central-1"}

    def test_a_bucket_elsewhere_is_refused(self):
        with pytest.raises(EngineError, match="is in eu-west-1, this task works in us-east-1"):
            _bucket.observe(context("s3"), {"Bucket": "x", "BucketRegion": "eu-west-1"})

    @pytest.mark.parametrize("page", [{"Versions": [{"Key": "a"}]}, {"DeleteMarkers": [{"Key": "a"}]}])
    def test_a_full_bucket_is_kept(self, page):
        given = context("s3", force_destroy=False)
        with Stubber(given.api.client) as stub:
            stub.add_response("list_object_versions", page, {"Bucket": "x", "MaxKeys": 1})
            with pytest.raises(EngineError, match="Set force_destroy"):
                _bucket.refuse_delete(given, {"Bucket": "x"})

    @pytest.mark.parametrize("locked", [True, False])
    def test_emptying_takes_versions_markers_and_uploads(self, locked):
        given = context("s3", force_destroy=True)
        lock = {"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled"}} if locked else {}
        bypass = {"BypassGovernanceRetention": True} if locked else {}
        page = {
            "Versions": [{"Key": "a", "VersionId": "1"}],
            "DeleteMarkers": [{"Key": "a", "VersionId": "2"}],
            "IsTruncated": False,
        }
        deleted = {"Objects": [{"Key": "a", "VersionId": "1"}, {"Key": "a", "VersionId": "2"}], "Quiet": True}
        upload = {"Key": "b", "UploadId": "u"}
        with Stubber(given.api.client) as stub:
            stub.add_response("get_object_lock_configuration", lock, {"Bucket": "x"})
            stub.add_response("list_object_versions", page, {"Bucket": "x"})
            stub.add_response("delete_objects", {}, {"Bucket": "x", "Delete": deleted, **bypass})
            stub.add_response("list_multipart_uploads", {"Uploads": [upload]}, {"Bucket": "x"})
            stub.add_response("abort_multipart_upload", {}, {"Bucket": "x", **upload})
            _bucket.empty(given, {"Bucket": "x"})
            stub.assert_no_pending_responses()

    def test_objects_that_stay_are_an_error(self):
        given = context("s3")
        answer = {"Errors": [{"Key": "a", "Code": "AccessDenied", "Message": "no"}]}
        with Stubber(given.api.client) as stub:
            stub.add_response("delete_objects", answer)
            with pytest.raises(EngineError, match="a: AccessDenied, no"):
                _bucket.delete_objects(given, "x", [{"Key": "a"}])

    @pytest.mark.parametrize(("told", "enabled"), [({"MFADelete": "Enabled"}, True), ({"Status": "Enabled"}, False)])
    def test_tells_whether_only_mfa_lets_versions_be_deleted(self, told, enabled):
        given = context("s3", versioning=True)
        with Stubber(given.api.client) as stub:
            stub.add_response("get_bucket_versioning", told, {"Bucket": "x"})
            assert _bucket.computed(given, {"Bucket": "x"})["mfa_delete"] is enabled

    @pytest.mark.parametrize("wanted", [True, False])
    def test_other_notifications_stay(self, wanted):
        given = context("s3")
        queues = {"QueueConfigurations": [{"QueueArn": "arn:aws:sqs:r:1:q", "Events": ["s3:ObjectCreated:*"]}]}
        bridge = {"EventBridgeConfiguration": {}}
        sent = {**queues, **(bridge if wanted else {})}
        with Stubber(given.api.client) as stub:
            stub.add_response("get_bucket_notification_configuration", {**queues, **bridge}, {"Bucket": "x"})
            request = {"Bucket": "x", "NotificationConfiguration": sent}
            stub.add_response("put_bucket_notification_configuration", {}, request)
            _bucket_settings._write_events(given, {"Bucket": "x"}, None, wanted)
            stub.assert_no_pending_responses()

    def test_all_pages_of_tiering_are_read(self):
        given = context("s3")
        pages = [{"IsTruncated": True, "NextContinuationToken": "t"}, {"IsTruncated": False}]
        with Stubber(given.api.client) as stub:
            for name, page, more in zip("ab", pages, [{}, {"ContinuationToken": "t"}], strict=True):
                one = {"Id": name, "Status": "Enabled", "Tierings": []}
                answer = {**page, "IntelligentTieringConfigurationList": [one]}
                stub.add_response("list_bucket_intelligent_tiering_configurations", answer, {"Bucket": "x", **more})
            assert [one["Id"] for one in _bucket_settings._read_tiering(given, {"Bucket": "x"})] == ["a", "b"]

    @pytest.mark.parametrize(
        ("wanted", "same"),
        [
            ({"sse_algorithm": "aws:kms"}, True),
            ({"sse_algorithm": "aws:kms", "kms_key_id": "k"}, True),
            ({"sse_algorithm": "aws:kms", "kms_key_id": "other"}, False),
            ({"sse_algorithm": "AES256"}, False),
            ({"sse_algorithm": "aws:kms", "bucket_key_enabled": True}, False),
        ],
    )
    def test_encryption(self, wanted, same):
        current = {"sse_algorithm": "aws:kms", "kms_key_id": "arn:aws:kms:r:1:key/k", "bucket_key_enabled": False}
        assert _bucket_settings.same_encryption(wanted, current) is same

    def test_all_tags_are_written_at_once(self):
        api = Api(client("s3"))
        tagging = tags.Tagging(
            {"Bucket": "Bucket"}, "PutBucketTagging", "DeleteBucketTagging", "GetBucketTagging", whole=True
        )
        with Stubber(api.client) as stub:
            stub.add_response(
                "get_bucket_tagging", {"TagSet": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]}
            )
            left = {"TagSet": [{"Key": "a", "Value": "1"}, {"Key": "c", "Value": "3"}]}
            stub.add_response("put_bucket_tagging", {}, {"Bucket": "x", "Tagging": left})
            tags.write(api, {"Bucket": "x"}, tagging, {"c": "3"}, ["b"])


class TestRole:
    def test_inline_policies_are_the_same_in_another_order(self):
        other = {"Statement": [{"Resource": ["*"], "Action": ["s3:GetObject"], "Effect": "Allow"}], **POLICY}
        assert _iam_role.same_inline({"a": POLICY}, {"a": other})

    @pytest.mark.parametrize("current", [None, {}, {"b": POLICY}, {"a": POLICY, "b": POLICY}])
    def test_a_policy_more_or_less_is_a_change(self, current):
        assert not _iam_role.same_inline({"a": POLICY}, current)

    @pytest.mark.parametrize("document", ["nonsense", 5, ["a"]])
    def test_what_is_no_policy_is_refused(self, document):
        with pytest.raises(EngineError, match=r"inline_policies\.a is not a policy document"):
            _iam_role.same_inline({"a": document}, {})

    def test_the_role_is_emptied_before_it_goes(self):
        given = context("iam")
        role = {"RoleName": "r-1"}
        arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        with Stubber(given.api.client) as stub:
            attached = {"AttachedPolicies": [{"PolicyName": "p", "PolicyArn": arn}]}
            stub.add_response("list_attached_role_policies", attached, role)
            stub.add_response("detach_role_policy", {}, {**role, "PolicyArn": arn})
            stub.add_response("list_role_policies", {"PolicyNames": ["a"]}, role)
            stub.add_response("delete_role_policy", {}, {**role, "PolicyName": "a"})
            stub.add_response("list_instance_profiles_for_role", {"InstanceProfiles": []}, role)
            _iam_role.empty(given, role)
            stub.assert_no_pending_responses()


class TestGateway:
    @pytest.mark.parametrize(("kind", "kept"), [("CUSTOM_JWT", True), ("AWS_IAM", False)])
    def test_another_authorizer_takes_no_tokens_along(self, kind, kept):
        request = {"authorizerType": kind, "authorizerConfiguration": {"customJWTAuthorizer": {}}}
        assert ("authorizerConfiguration" in gateway.RESOURCE.update_request(None, {}, request, {})) is kept


class TestNatGateway:
    def test_the_primary_address_is_the_one_that_was_given(self):
        live = {"NatGatewayAddresses": [{"AllocationId": "b"}, {"AllocationId": "a", "IsPrimary": True}]}
        assert _nat_gateway.observe(None, live)["AllocationId"] == "a"

    @pytest.mark.parametrize(("kind", "address"), [("public", None), ("private", "eipalloc-1")])
    def test_kind_and_address_go_together(self, kind, address):
        with pytest.raises(EngineError, match="allocation_id"):
            _nat_gateway.create_request(context("ec2", connectivity_type=kind, allocation_id=address), {})


class TestParameters:
    def options(self, **more):
        return {
            "state": "present", "path": "/a/b/", "parameters": {}, "purge": True, "type": "String", "kms_key_id": None,
            "required_tags": None, **more,
        }  # fmt: skip

    def test_only_what_differs_is_written(self, monkeypatch):
        monkeypatch.setattr(_ssm_parameters, "_WRITERS", 1)  # the stub wants the calls in order
        given = context("ssm", **self.options(parameters={"x": 1, "y": True, "new": "n"}))
        there = [{"Name": f"/a/b/{name}", "Type": "String", "Value": "1"} for name in ("x", "y", "z")]
        with Stubber(given.api.client) as stub:
            stub.add_response("get_parameters_by_path", {"Parameters": there})
            for name, value, more in (("y", "true", {"Overwrite": True}), ("new", "n", {})):
                stub.add_response(
                    "put_parameter", {}, {"Name": f"/a/b/{name}", "Value": value, "Type": "String", **more}
                )
            stub.add_response("delete_parameters", {}, {"Names": ["/a/b/z"]})
            answer = _ssm_parameters.keep(given)
            stub.assert_no_pending_responses()
        assert answer["changed"]
        assert answer["parameters"] == {"new": "n", "x": "1", "y": "true"}

    def test_unknown_values_are_for_check_mode_only(self):
        unknown = self.options(parameters={"x": "(known after apply)"})
        with pytest.raises(EngineError, match="known in no real run"):
            _ssm_parameters.keep(context("ssm", **unknown))
        given = context("ssm", check_mode=True, **unknown)
        with Stubber(given.api.client) as stub:
            there = {"Name": "/a/b/x", "Type": "String", "Value": "(known after apply)"}
            stub.add_response("get_parameters_by_path", {"Parameters": [there]})
            assert _ssm_parameters.keep(given)["changed"]

    @pytest.mark.parametrize("value", [None, [], {"a": 1}, "", "x" * 4097])
    def test_what_cannot_be_stored_is_refused(self, value):
        with pytest.raises(EngineError, match=r"parameters\.x"):
            _ssm_parameters.keep(context("ssm", **self.options(parameters={"x": value})))

    def test_encrypted_values_are_not_shown(self):
        given = context("ssm", check_mode=True, **self.options(type="SecureString", parameters={"x": "hidden"}))
        with Stubber(given.api.client) as stub:
            stub.add_response("get_parameters_by_path", {"Parameters": []})
            assert "hidden" not in str(_ssm_parameters.keep(given))


@pytest.mark.parametrize("kind", _census_types.KINDS, ids=lambda kind: kind.type)
def test_the_census_asks_for_what_the_services_have(kind):
    """Every member that the table names is one of the API's."""
    api = Api(client(kind.service))
    listed = api.output(kind.listing).members[kind.among or api.list_member(kind.listing)].member
    listed = listed.members[kind.inside] if kind.inside else listed
    named = {kind.id} | (set() if "{" in kind.arn else {kind.arn}) | ({kind.tagging.inline} - {""})
    assert named <= ({"Arn", "Name"} if listed.type_name == "string" else set(listed.members))
    account = {kind.account: "123456789012"} if kind.account else {}
    if kind.requests is None:
        api.check(kind.listing, {**kind.request({"k": "v"}), **account})
    if not kind.tagging.inline:
        assert set(kind.tagging.target) <= set(api.members(kind.tagging.listing))
