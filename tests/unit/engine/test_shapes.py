"""Between options in snake_case and the API's members, by botocore's shapes."""

import datetime

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine import shapes
from ansible_collections.bidops.platform.plugins.module_utils._engine.diff import Comparison
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN
from hypothesis import given

from tests.unit.engine.stand_ins import client_of, shape_of
from tests.unit.engine.typed_values import TYPED


def input_of(service, operation):
    return client_of(service).meta.service_model.operation_model(operation).input_shape


RUNTIME = input_of("bedrock-agentcore-control", "CreateAgentRuntime")
TARGET = input_of("bedrock-agentcore-control", "CreateGatewayTarget")
DOMAIN = input_of("opensearch", "CreateDomain")


class TestToApi:
    def test_members_of_structures_become_those_of_the_api(self):
        given = {"code_configuration": {"code": {"s3": {"version_id": "1"}}, "entry_point": ["main.py"]}}
        assert shapes.to_api(RUNTIME.members["agentRuntimeArtifact"], given, "x") == {
            "codeConfiguration": {"code": {"s3": {"versionId": "1"}}, "entryPoint": ["main.py"]}
        }

    def test_abbreviations_are_told_apart_as_boto3_does(self):
        options = DOMAIN.members["DomainEndpointOptions"]
        assert shapes.to_api(options, {"enforce_https": True}, "x") == {"EnforceHTTPS": True}
        assert shapes.to_api(DOMAIN.members["EBSOptions"], {"ebs_enabled": True}, "x") == {"EBSEnabled": True}

    def test_spelling_of_the_api_is_taken_too(self):
        assert shapes.to_api(DOMAIN.members["EBSOptions"], {"VolumeSize": 1}, "x") == {"VolumeSize": 1}

    def test_keys_of_maps_belong_to_the_user(self):
        variables = {"LOG_LEVEL": "info", "someThing": "kept", "with-hyphen": "kept"}
        assert shapes.to_api(RUNTIME.members["environmentVariables"], variables, "x") == variables

    def test_documents_belong_to_the_user(self):
        document = {"some_key": {"another_key": [1, None, True]}, "camelCase": 1}
        assert shapes.to_api(shape_of({"type": "document"}), document, "x") == document

    def test_names_of_properties_in_a_schema_are_kept(self):
        schema = {"type": "object", "properties": {"townName": {"type": "string"}, "town_id": {"type": "string"}}}
        lambdas = {"lambda_arn": "arn", "tool_schema": {"inline_payload": [{"name": "a", "input_schema": schema}]}}
        made = shapes.to_api(TARGET.members["targetConfiguration"], {"mcp": {"lambda": lambdas}}, "x")
        assert set(made["mcp"]["lambda"]["toolSchema"]["inlinePayload"][0]["inputSchema"]["properties"]) == {
            "townName",
            "town_id",
        }

    def test_a_typing_error_gets_a_suggestion_and_the_path(self):
        with pytest.raises(EngineError) as error:
            shapes.to_api(RUNTIME.members["agentRuntimeArtifact"], {"code_config": {}}, "agent_runtime_artifact")
        assert error.value.message == (
            "agent_runtime_artifact: there is no 'code_config' here. Did you mean 'code_configuration'? "
            "Known: code_configuration, container_configuration."
        )

    def test_a_path_tells_the_place_in_lists(self):
        shape = shape_of([{"name": "string"}])
        with pytest.raises(EngineError, match=r"^rules\[1\]: there is no 'nme' here\. Did you mean 'name'"):
            shapes.to_api(shape, [{"name": "a"}, {"nme": "b"}], "rules")

    def test_members_set_to_nothing_are_left_out(self):
        assert shapes.to_api(shape_of({"a": "string", "b": "string"}), {"a": "1", "b": None}, "x") == {"a": "1"}

    @pytest.mark.parametrize(
        ("kind", "given", "made"),
        [
            ("integer", "30", 30),
            ("long", 30.0, 30),
            ("float", "0.5", 0.5),
            ("double", 1, 1.0),
            ("boolean", "yes", True),
            ("boolean", "False", False),
            ("string", 123456789012, "123456789012"),
            ("string", True, "true"),
            ("string", {"b": 1, "a": [2]}, '{"a": [2], "b": 1}'),
        ],
    )
    def test_scalars_are_taken_as_they_are_meant(self, kind, given, made):
        result = shapes.to_api(shape_of(kind), given, "x")
        assert result == made
        assert type(result) is type(made)

    @pytest.mark.parametrize(
        ("definition", "given", "message"),
        [
            ("integer", "many", 'size: expected a number, got str "many"'),
            ("integer", True, "size: expected a number, got bool true"),
            ("boolean", "perhaps", 'size: expected true or false, got str "perhaps"'),
            ("boolean", 1, "size: expected true or false, got int 1"),
            (["string"], "one", 'size: expected a list, got str "one"'),
            (("string",), ["one"], 'size: expected a dictionary, got list ["one"]'),
            ({"a": "string"}, "one", 'size: expected a dictionary, got str "one"'),
        ],
    )
    def test_what_cannot_be_meant_is_refused(self, definition, given, message):
        with pytest.raises(EngineError) as error:
            shapes.to_api(shape_of(definition), given, "size")
        assert error.value.message == f"{message}."

    @pytest.mark.parametrize("definition", ["integer", "boolean", ["string"], ("string",), {"a": "string"}])
    def test_the_unknown_is_taken_anywhere(self, definition):
        assert shapes.to_api(shape_of(definition), UNKNOWN, "x") == UNKNOWN


class TestFromApi:
    def test_members_become_snake_case_and_the_users_keys_stay(self):
        shape = shape_of({"someName": "string", "theMap": ({"innerName": "string"},), "free": {"type": "document"}})
        answer = {"someName": "a", "theMap": {"keyOne": {"innerName": "b"}}, "free": {"stayAsIs": 1}}
        assert shapes.from_api(shape, answer) == {
            "some_name": "a",
            "the_map": {"keyOne": {"inner_name": "b"}},
            "free": {"stayAsIs": 1},
        }

    def test_members_that_the_model_does_not_know_are_kept(self):
        assert shapes.from_api(shape_of({}), {"brandNew": {"asIs": 1}}) == {"brand_new": {"asIs": 1}}

    def test_times_and_bytes_become_text(self):
        moment = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
        shape = shape_of({"at": "timestamp", "body": "blob", "all": ["timestamp"]})
        assert shapes.from_api(shape, {"at": moment, "body": b"hi", "all": [moment]}) == {
            "at": "2026-01-02T00:00:00+00:00",
            "body": "hi",
            "all": ["2026-01-02T00:00:00+00:00"],
        }

    def test_there_and_back_again(self):
        given = {"mcp": {"mcp_server": {"endpoint": "https://example.com"}}}
        shape = TARGET.members["targetConfiguration"]
        assert shapes.from_api(shape, shapes.to_api(shape, given, "x")) == given


class TestPrune:
    def test_drops_what_a_request_does_not_take_at_any_depth(self):
        shape = shape_of({"name": "string", "rules": [{"id": "string"}], "map": ({"a": "string"},)})
        answer = {
            "name": "n",
            "status": "READY",
            "rules": [{"id": "1", "createdAt": "now"}],
            "map": {"k": {"a": "1", "readOnly": "2"}},
        }
        assert shapes.prune(shape, answer) == {"name": "n", "rules": [{"id": "1"}], "map": {"k": {"a": "1"}}}

    def test_drops_members_without_a_value(self):
        assert shapes.prune(shape_of({"a": "string", "b": "string"}), {"a": None, "b": "1"}) == {"b": "1"}

    def test_leaves_documents_alone(self):
        shape = shape_of({"free": {"type": "document"}})
        assert shapes.prune(shape, {"free": {"x": None, "y": 1}}) == {"free": {"x": None, "y": 1}}


class TestMerge:
    def test_structures_are_merged_member_by_member(self):
        shape = shape_of({"a": {"x": "string", "y": "string"}, "b": "string"})
        assert shapes.merge(shape, {"a": {"x": "1", "y": "2"}, "b": "3"}, {"a": {"y": "new"}}) == {
            "a": {"x": "1", "y": "new"},
            "b": "3",
        }

    @pytest.mark.parametrize(
        ("definition", "current", "wanted"),
        [
            (("string",), {"A": "1", "B": "2"}, {"B": "3"}),
            (["string"], ["a", "b"], ["c"]),
            ({"type": "document"}, {"a": 1}, {"b": 2}),
            ({"type": "structure", "union": True, "members": {"a": "string", "b": "string"}}, {"a": "1"}, {"b": "2"}),
        ],
    )
    def test_maps_lists_documents_and_unions_are_replaced(self, definition, current, wanted):
        assert shapes.merge(shape_of({"it": definition}), {"it": current}, {"it": wanted}) == {"it": wanted}

    @given(TYPED, TYPED)
    def test_what_comes_out_is_what_is_wanted_and_nothing_else_is_lost(self, mine, theirs):
        (definition, wanted), (_other, current) = mine, theirs
        current = {**current, "more": "kept"}
        merged = shapes.merge(shape_of({**definition, "more": "string"}), current, wanted)
        assert Comparison().difference(shape_of(definition), wanted, merged) == {}
        assert merged["more"] == "kept"

    def test_changes_nothing_that_it_was_given(self):
        current = {"a": {"x": "1"}}
        shapes.merge(shape_of({"a": {"x": "string"}}), current, {"a": {"x": "2"}})
        assert current == {"a": {"x": "1"}}


class TestViolations:
    def found(self, shape, value):
        return list(shapes.violations(shape, value, "it"))

    @pytest.mark.parametrize(
        ("definition", "value", "problem"),
        [
            ({"type": "string", "enum": ["A", "B"]}, "C", "it is 'C', must be one of: A, B"),
            ({"type": "string", "min": 2}, "a", "it has 1 characters, at least 2 needed"),
            ({"type": "string", "max": 2}, "abc", "it has 3 characters, at most 2 allowed"),
            ({"type": "string", "pattern": "[a-z]+"}, "a b", "it is 'a b', must match [a-z]+"),
            ({"type": "integer", "min": 3}, 2, "it is 2, must be >= 3"),
            ({"type": "integer", "max": 365}, 366, "it is 366, must be <= 365"),
        ],
    )
    def test_says_what_the_service_would_refuse(self, definition, value, problem):
        assert self.found(shape_of(definition), value) == [problem]

    def test_requires_members_where_they_are_missing(self):
        assert list(shapes.violations(RUNTIME, {"agentRuntimeName": "a", "agentRuntimeArtifact": {}})) == [
            "role_arn is required",
            "agent_runtime_artifact must have exactly one of: code_configuration, container_configuration",
        ]

    def test_counts_entries_and_looks_into_them(self):
        shape = shape_of({"type": "list", "member": {"shape": "Shape0"}, "max": 1})
        assert "it has 2 entries, at most 1 allowed" in self.found(shape, [[], []])
        ports = RUNTIME.members["networkConfiguration"].members["networkModeConfig"]
        problems = self.found(ports, {"subnets": ["sub net"], "securityGroups": []})
        assert any(problem.startswith("it.subnets[0] is 'sub net', must match") for problem in problems)
        assert any(problem.startswith("it.security_groups has 0 entries") for problem in problems)

    def test_looks_into_keys_and_values_of_maps(self):
        problems = self.found(RUNTIME.members["environmentVariables"], {"A" * 101: "x" * 5001})
        assert [problem.partition(" has ")[2] for problem in problems] == [
            "101 characters, at most 100 allowed",
            "5001 characters, at most 5000 allowed",
        ]

    @pytest.mark.parametrize("value", [None, UNKNOWN, f"arn:aws:iam::1:role/{UNKNOWN}"])
    def test_says_nothing_of_what_is_not_there_yet(self, value):
        assert self.found(RUNTIME.members["roleArn"], value) == []

    def test_a_pattern_of_one_class_means_contains(self):
        assert self.found(shape_of({"type": "string", "pattern": r"\S"}), "two words") == []

    def test_a_pattern_of_another_language_is_left_to_the_service(self):
        assert self.found(shape_of({"type": "string", "pattern": r"\p{L}+(?<name>"}), "anything") == []


def test_snake_is_boto3s():
    assert [shapes.snake(name) for name in ("roleArn", "EBSOptions", "customJWTAuthorizer", "IPAddressType")] == [
        "role_arn",
        "ebs_options",
        "custom_jwt_authorizer",
        "ip_address_type",
    ]
