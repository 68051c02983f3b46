"""One service's operations."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api, failure
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from tests.unit.engine.stand_ins import client_of

AGENTS = "bedrock-agentcore-control"


def error(code, message="", operation="GetThing"):
    return ClientError({"Error": {"Code": code, "Message": message}}, operation)


@pytest.mark.parametrize(
    "code",
    [
        "ResourceNotFoundException",
        "NoSuchEntity",
        "NoSuchBucket",
        "NatGatewayNotFound",
        "InvalidVpcEndpointId.NotFound",
        "404",
        "ParameterNotFound",
        "RepositoryDoesNotExistException",
        "AWS.SimpleQueueService.NonExistentQueue",
    ],
)
def test_knows_when_a_thing_is_not_there(code):
    assert Api(client_of(AGENTS)).is_missing(error(code))


@pytest.mark.parametrize("code", ["AccessDeniedException", "ValidationException", "ThrottlingException", "4040"])
def test_other_errors_do_not_mean_that(code):
    assert not Api(client_of(AGENTS)).is_missing(error(code))


def test_a_resource_may_have_codes_of_its_own():
    assert Api(client_of(AGENTS), missing=["OddException"]).is_missing(error("OddException"))


def test_find_gives_none_for_what_is_not_there(service):
    service(AGENTS).fails("get_memory", "ResourceNotFoundException")
    assert Api(client_of(AGENTS)).find("GetMemory", memoryId="cases-0123456789") is None


def test_find_passes_other_errors_on(service):
    service(AGENTS).fails("get_memory", "AccessDeniedException")
    with pytest.raises(ClientError, match="AccessDenied"):
        Api(client_of(AGENTS)).find("GetMemory", memoryId="cases-0123456789")


def test_lists_have_all_pages(service):
    stub = service("ssm")
    stub.answers("get_parameters_by_path", {"Parameters": [{"Name": "a"}], "NextToken": "t"}, Path="/x")
    stub.answers("get_parameters_by_path", {"Parameters": [{"Name": "b"}]}, Path="/x", NextToken="t")
    found = Api(client_of("ssm")).items("GetParametersByPath", "Parameters", Path="/x")
    assert [entry["Name"] for entry in found] == ["a", "b"]


def test_lists_without_a_paginator_have_all_pages_too(service):
    assert not client_of("opensearch").can_paginate("list_versions")
    stub = service("opensearch")
    stub.answers("list_versions", {"Versions": ["OpenSearch_3.1"], "NextToken": "t"})
    stub.answers("list_versions", {"Versions": ["OpenSearch_2.19"]}, NextToken="t")
    assert Api(client_of("opensearch")).items("ListVersions", "Versions") == ["OpenSearch_3.1", "OpenSearch_2.19"]


def test_lists_that_want_a_page_size_get_the_largest(service):
    service("cognito-idp").answers("list_user_pools", {"UserPools": [{"Name": "people"}]}, MaxResults=60)
    assert Api(client_of("cognito-idp")).items("ListUserPools", "UserPools") == [{"Name": "people"}]


def test_a_success_with_failures_inside_is_an_error(service):
    failed = {"ResourceId": "vpce-1", "Error": {"Code": "InvalidVpcEndpointId.NotFound", "Message": "not there"}}
    service("ec2").answers("delete_vpc_endpoints", {"Unsuccessful": [failed]}, VpcEndpointIds=["vpce-1"])
    with pytest.raises(ClientError, match="not there"):
        Api(client_of("ec2")).call("DeleteVpcEndpoints", VpcEndpointIds=["vpce-1"])


class TestCheck:
    api = Api(client_of(AGENTS))

    def test_is_content_with_a_good_request(self):
        self.api.check("CreateMemory", {"name": "notes", "eventExpiryDuration": 30})

    def test_tells_all_problems_at_once(self):
        with pytest.raises(EngineError) as caught:
            self.api.check("CreateMemory", {"name": "my notes", "eventExpiryDuration": 1, "colour": "red"})
        assert caught.value.message.startswith("CreateMemory would refuse this: colour is not known to CreateMemory; ")
        assert "name is 'my notes', must match" in caught.value.message
        assert "event_expiry_duration is 1, must be >= 3" in caught.value.message

    def test_leaves_to_the_service_what_its_model_gets_wrong(self):
        lenient = Api(client_of(AGENTS), unchecked=("name",))
        lenient.check("CreateMemory", {"name": "my notes", "eventExpiryDuration": 30})
        with pytest.raises(EngineError, match="name is required"):
            lenient.check("CreateMemory", {"eventExpiryDuration": 30})

    def test_an_operation_that_botocore_does_not_know_says_to_update_it(self):
        with pytest.raises(EngineError, match="does not know CreateTeapot of .*: update boto3 and botocore"):
            self.api.check("CreateTeapot", {})


class TestPages:
    def test_all_are_read_where_botocore_has_no_paginator(self):
        """Of costs there are pages by NextPageToken, which botocore leaves to its users."""
        client = client_of("ce")
        period, pages = {"Start": "2026-01-01", "End": "2026-02-01"}, ("more", "")
        asked = {"TimePeriod": period, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}
        with Stubber(client) as stub:
            for number, token in enumerate(pages):
                answer = {"ResultsByTime": [{"TimePeriod": period, "Estimated": bool(number)}]}
                sent = {**asked, "NextPageToken": pages[number - 1]} if number else asked
                stub.add_response("get_cost_and_usage", {**answer, **({"NextPageToken": token} if token else {})}, sent)
            found = Api(client).items("GetCostAndUsage", "ResultsByTime", **asked)
            stub.assert_no_pending_responses()
        assert [entry["Estimated"] for entry in found] == [False, True]


class TestFailure:
    def test_keeps_the_services_code_and_words(self):
        message = failure("create agent 'a'", error("ValidationException", "No such role.")).message
        assert message == "Could not create agent 'a': ValidationException: No such role."

    def test_adds_what_it_means_here(self):
        message = failure("delete it", error("ConflictException", "In use."), {"ConflictException": "Delete x first."})
        assert message.message == "Could not delete it: ConflictException: In use. Delete x first."

    def test_keeps_the_cause(self):
        cause = error("ConflictException")
        assert failure("do it", cause).cause is cause
