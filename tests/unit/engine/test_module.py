"""The entry point: options in, result or message out."""

import json

import pytest
from ansible.module_utils.testing import patch_module_args
from ansible_collections.bidops.platform.plugins.module_utils._engine import module
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import failure
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from botocore.exceptions import ClientError, EndpointConnectionError

DOCUMENTATION = """
module: thing
options:
  name: {description: x, type: str, required: true}
  password: {description: x, type: str}
extends_documentation_fragment: [bidops.platform.state, bidops.platform.tags]
"""
RESOURCE = Resource(service="ssm", noun="Parameter", returns="thing", secret=("password",))
REFUSED = ClientError(
    {"Error": {"Code": "ValidationException", "Message": "No."}, "ResponseMetadata": {"RequestId": "r-1"}},
    "PutParameter",
)


@pytest.fixture
def perform(capsys, monkeypatch):
    """(work, **options) -> what the module prints as its result."""
    monkeypatch.setenv("AWS_REGION", "eu-central-1")

    def run(work, **options):
        with patch_module_args(options), pytest.raises(SystemExit):
            module.perform(RESOURCE, DOCUMENTATION, work)
        return json.loads(capsys.readouterr().out)

    return run


def raising(error):
    def work(_context):
        raise error

    return work


def test_gives_what_the_work_gives(perform):
    result = perform(lambda context: {"changed": True, "thing": context.params["name"]}, name="a")
    assert result["changed"]
    assert result["thing"] == "a"


def test_options_are_those_of_the_documentation_in_its_order(perform):
    assert perform(lambda context: {"changed": False, "own": context.options}, name="a")["own"] == ["name", "password"]


def test_options_that_are_not_documented_are_refused(perform):
    result = perform(lambda _context: {}, name="a", colour="red")
    assert result["failed"]
    assert "Unsupported parameters" in result["msg"]


def test_an_error_of_the_engine_is_a_message_with_its_details(perform):
    result = perform(raising(EngineError("It is broken.", status="FAILED")), name="a")
    assert result["failed"]
    assert result["msg"] == "It is broken."
    assert result["status"] == "FAILED"


def test_the_services_own_error_goes_with_it(perform):
    result = perform(raising(failure("create it", REFUSED)), name="a")
    assert result["msg"] == "Could not create it: ValidationException: No."
    assert result["error"] == {"code": "ValidationException", "message": "No."}
    assert result["response_metadata"]["request_id"] == "r-1"


@pytest.mark.parametrize("error", [REFUSED, EndpointConnectionError(endpoint_url="https://example.com")])
def test_any_other_error_of_boto_says_which_service_it_was(perform, error):
    result = perform(raising(error), name="a")
    assert result["failed"]
    assert result["msg"].startswith("Talking to ssm failed")


def test_secrets_are_taken_out_of_the_result(perform):
    result = perform(
        lambda context: {"changed": False, "told": context.params["password"]}, name="a", password="hunter22"
    )
    assert result["told"] != "hunter22"


class TestContext:
    def test_tags_are_text(self, perform):
        tags = {"count": 1, "on": True, "name": "x"}
        result = perform(lambda context: {"changed": False, "tags": context.tags}, name="a", tags=tags)
        assert result["tags"] == {"count": "1", "on": "true", "name": "x"}

    @pytest.mark.parametrize(
        ("given", "purges"),
        [({}, False), ({"tags": {}}, True), ({"tags": {"a": "b"}}, True), ({"tags": {}, "purge_tags": False}, False)],
    )
    def test_tags_are_purged_only_when_tags_are_given(self, perform, given, purges):
        assert (
            perform(lambda context: {"changed": False, "purges": context.purge_tags}, name="a", **given)["purges"]
            == purges
        )

    def test_calls_the_resource_by_its_name(self, perform):
        assert perform(lambda context: {"changed": False, "what": context.what}, name="a")["what"] == "thing 'a'"
