"""What the options mean, and what each operation is sent."""

import dataclasses

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine import request
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByKey, ByList, Resource

CONTROL = "bedrock-agentcore-control"
RUNTIME = Resource(
    service=CONTROL,
    noun="AgentRuntime",
    returns="agent_runtime",
    find=ByList(match={"agentRuntimeName": "agentRuntimeName"}),
    renames={"name": "agentRuntimeName"},
    defaults={"networkConfiguration": {"networkMode": "PUBLIC"}},
)
GATEWAY = Resource(
    service=CONTROL,
    noun="Gateway",
    returns="gateway",
    find=ByList(match={"name": "name"}),
    ids={"gatewayIdentifier": "gatewayId"},
)
TARGET = Resource(
    service=CONTROL,
    noun="GatewayTarget",
    returns="target",
    find=ByList(match={"name": "name"}),
    parents=("gatewayIdentifier",),
)
BASE = Resource(
    service="bedrock-agent",
    noun="KnowledgeBase",
    returns="knowledge_base",
    find=ByList(match={"name": "name"}),
    immutable=("knowledgeBaseConfiguration", "storageConfiguration"),
)
ENGINE = Resource(
    service=CONTROL,
    noun="PolicyEngine",
    returns="policy_engine",
    find=ByList(match={"name": "name"}),
    update_sends="changed",
)
ENDPOINT = Resource(
    service="ec2", noun="VpcEndpoint", returns="vpc_endpoint", update="ModifyVpcEndpoint", update_sends="changed"
)
DOMAIN = Resource(service="opensearch", noun="Domain", returns="domain", update="UpdateDomainConfig")
ARTIFACT = {"codeConfiguration": {"code": {"s3": {"bucket": "b", "prefix": "p"}}, "runtime": "PYTHON_3_13"}}
LIVE_RUNTIME = {
    "agentRuntimeId": "notes-0123456789",
    "agentRuntimeArn": "arn",
    "agentRuntimeName": "notes",
    "agentRuntimeVersion": "7",
    "roleArn": "arn:aws:iam::111122223333:role/old",
    "status": "READY",
    "agentRuntimeArtifact": {"codeConfiguration": {**ARTIFACT["codeConfiguration"], "readOnly": "x"}},
    "environmentVariables": {"A": "1", "B": "2"},
    "lifecycleConfiguration": {"idleRuntimeSessionTimeout": 900, "maxLifetime": 28800},
}


def update_of(context, live, *changed):
    changes = {name: (live.get(name), context.wanted[name]) for name in changed}
    return request.for_update(context, live, live, changes)


class TestWanted:
    def test_has_the_apis_names_and_types(self, context_of):
        context = context_of(RUNTIME, {"name": "notes", "lifecycle_configuration": {"max_lifetime": "3600"}})
        assert context.wanted == {"agentRuntimeName": "notes", "lifecycleConfiguration": {"maxLifetime": 3600}}

    def test_leaves_out_what_was_not_given(self, context_of):
        assert context_of(RUNTIME, {"name": "notes", "description": None}).wanted == {"agentRuntimeName": "notes"}

    def test_knows_members_that_only_updates_take(self, context_of):
        context = context_of(GATEWAY, {"name": "tools", "waf_configuration": {"failure_mode": "FAIL_OPEN"}})
        assert context.wanted["wafConfiguration"] == {"failureMode": "FAIL_OPEN"}

    def test_has_what_is_found_out_and_not_asked_for(self, context_of):
        supplied = {"clientToken": lambda context: context.region, "description": lambda _context: None}
        resource = dataclasses.replace(ENGINE, supplied=supplied)
        context = context_of(resource, {"name": "notes", "description": "ours"})
        assert context.wanted == {"name": "notes", "description": "ours", "clientToken": "eu-central-1"}

    def test_an_option_without_a_member_is_the_modules_mistake(self, context_of):
        with pytest.raises(EngineError, match="colour"):
            context_of(RUNTIME, {"name": "notes", "colour": "red"})

    def test_options_have_their_names_back(self, context_of):
        context = context_of(RUNTIME, {"name": "notes"})
        assert request.option_of(context, "agentRuntimeName") == "name"
        assert request.option_of(context, "roleArn") == "role_arn"


class TestForCreate:
    def test_fills_in_the_defaults_that_the_user_left_out(self, context_of):
        assert request.for_create(context_of(RUNTIME, {"name": "notes"})) == {
            "agentRuntimeName": "notes",
            "networkConfiguration": {"networkMode": "PUBLIC"},
        }

    def test_the_user_wins_over_defaults(self, context_of):
        context = context_of(RUNTIME, {"name": "notes", "network_configuration": {"network_mode": "VPC"}})
        assert request.for_create(context)["networkConfiguration"] == {"networkMode": "VPC"}

    def test_leaves_out_what_only_updates_take(self, context_of):
        context = context_of(GATEWAY, {"name": "tools", "waf_configuration": {"failure_mode": "FAIL_OPEN"}})
        assert request.for_create(context) == {"name": "tools"}

    def test_a_hook_has_the_last_word(self, context_of):
        resource = Resource(
            service=CONTROL, noun="Gateway", returns="g", create_request=lambda _context, body: {**body, "more": 1}
        )
        assert request.for_create(context_of(resource, {"name": "tools"})) == {"name": "tools", "more": 1}


class TestForUpdate:
    def test_keeps_what_the_user_did_not_name(self, context_of):
        body = update_of(context_of(RUNTIME, {"name": "notes", "description": "new"}), LIVE_RUNTIME, "description")
        assert body["description"] == "new"
        assert body["environmentVariables"] == {"A": "1", "B": "2"}
        assert body["roleArn"] == LIVE_RUNTIME["roleArn"]
        assert body["agentRuntimeId"] == "notes-0123456789"

    def test_drops_what_only_answers_have(self, context_of):
        body = update_of(context_of(RUNTIME, {"name": "notes", "description": "new"}), LIVE_RUNTIME, "description")
        assert not {"status", "agentRuntimeArn", "agentRuntimeVersion", "agentRuntimeName"} & set(body)
        assert "readOnly" not in body["agentRuntimeArtifact"]["codeConfiguration"]

    def test_given_maps_replace_those_that_are_there(self, context_of):
        context = context_of(RUNTIME, {"name": "notes", "environment_variables": {"A": "9"}})
        assert update_of(context, LIVE_RUNTIME, "environmentVariables")["environmentVariables"] == {"A": "9"}

    def test_given_structures_are_laid_over_those_that_are_there(self, context_of):
        context = context_of(RUNTIME, {"name": "notes", "lifecycle_configuration": {"max_lifetime": 60}})
        assert update_of(context, LIVE_RUNTIME, "lifecycleConfiguration")["lifecycleConfiguration"] == {
            "idleRuntimeSessionTimeout": 900,
            "maxLifetime": 60,
        }

    def test_a_required_member_can_change_as_any_other(self, context_of):
        new = "arn:aws:iam::111122223333:role/new"
        body = update_of(context_of(RUNTIME, {"name": "notes", "role_arn": new}), LIVE_RUNTIME, "roleArn")
        assert body["roleArn"] == new

    def test_wraps_what_an_update_may_set_or_remove(self, context_of):
        live = {"policyEngineId": "tools-0123456789", "name": "tools", "description": "old"}
        body = update_of(context_of(ENGINE, {"name": "tools", "description": "new"}), live, "description")
        assert body == {"policyEngineId": "tools-0123456789", "description": {"optionalValue": "new"}}

    def test_names_the_resource_by_the_id_of_its_answer(self, context_of):
        live = {"gatewayId": "tools-0123456789", "name": "tools", "roleArn": "arn", "authorizerType": "NONE"}
        body = update_of(context_of(GATEWAY, {"name": "tools", "description": "new"}), live, "description")
        assert body == {
            "gatewayIdentifier": "tools-0123456789",
            "name": "tools",
            "roleArn": "arn",
            "authorizerType": "NONE",
            "description": "new",
        }

    def test_sends_only_the_change_where_the_update_wants_that(self, context_of):
        resource = Resource(
            service=CONTROL,
            noun="Memory",
            returns="m",
            find=ByList(),
            ids={"memoryId": "id"},
            update_sends="changed",
        )
        live = {"id": "notes-0123456789", "name": "notes", "eventExpiryDuration": 30, "description": "old"}
        body = update_of(context_of(resource, {"event_expiry_duration": 60}), live, "eventExpiryDuration")
        assert body == {"memoryId": "notes-0123456789", "eventExpiryDuration": 60}

    def test_a_list_that_changes_step_by_step_is_told_what_to_add_and_remove(self, context_of):
        context = context_of(ENDPOINT, {"subnet_ids": ["b", "c"]})
        live = {"VpcEndpointId": "vpce-1", "SubnetIds": ["a", "b"]}
        body = update_of(context, live, "SubnetIds")
        assert body == {"VpcEndpointId": "vpce-1", "AddSubnetIds": ["c"], "RemoveSubnetIds": ["a"]}


class TestKeys:
    def test_a_parent_comes_from_the_options(self, context_of):
        context = context_of(TARGET, {"gateway_identifier": "tools-0123456789", "name": "weather"})
        keys = request.keys(context, "GetGatewayTarget", {"targetId": "ABCDEFGHIJ"})
        assert keys == {"gatewayIdentifier": "tools-0123456789", "targetId": "ABCDEFGHIJ"}

    def test_a_resource_found_by_key_is_named_by_the_options(self, context_of):
        resource = dataclasses.replace(DOMAIN, find=ByKey(), read="DescribeDomain", renames={"name": "DomainName"})
        assert request.keys(context_of(resource, {"name": "docs"}), "DescribeDomain", {}) == {"DomainName": "docs"}

    def test_an_operation_on_several_gets_a_list_of_one(self, context_of):
        resource = Resource(
            service="ec2", noun="VpcEndpoint", returns="v", find=ByList(), ids={"VpcEndpointIds": "VpcEndpointId"}
        )
        keys = request.keys(context_of(resource, {}), "DeleteVpcEndpoints", {"VpcEndpointId": "vpce-1"})
        assert keys == {"VpcEndpointIds": ["vpce-1"]}


class TestCreateOnly:
    @pytest.mark.parametrize(
        ("resource", "changed", "locked"),
        [
            (RUNTIME, ["roleArn", "description"], []),
            (RUNTIME, ["agentRuntimeName"], ["agentRuntimeName"]),
            (BASE, ["description", "storageConfiguration"], ["storageConfiguration"]),
            (Resource(service=CONTROL, noun="Browser", returns="b"), ["description"], ["description"]),
            (Resource(service=CONTROL, noun="Memory", returns="m"), ["encryptionKeyArn"], ["encryptionKeyArn"]),
            (ENDPOINT, ["SubnetIds", "ServiceName"], ["ServiceName"]),
        ],
    )
    def test_is_what_no_update_takes(self, context_of, resource, changed, locked):
        context = context_of(resource, {})
        assert request.create_only(context, {}, dict.fromkeys(changed, (1, 2))) == locked

    def test_a_member_with_an_updater_can_change(self, context_of):
        resource = dataclasses.replace(DOMAIN, updaters={"EngineVersion": print})
        assert request.create_only(context_of(resource, {}), {}, {"EngineVersion": (1, 2)}) == []

    def test_a_declaration_may_lock_by_value(self, context_of):
        resource = Resource(
            service=CONTROL, noun="Gateway", returns="g", locked=lambda _context, _live, changes: [*changes][:1]
        )
        changes = {"description": (1, 2), "roleArn": (1, 2)}
        assert request.create_only(context_of(resource, {}), {}, changes) == ["description"]
