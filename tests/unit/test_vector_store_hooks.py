"""What the modules for the vector stores of knowledge bases add to the engine."""

import json

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._bedrock import vector_index
from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_policy import same_policy
from ansible_collections.bidops.platform.plugins.module_utils._engine.state import PENDING, READY

RULE = {"ResourceType": "collection", "Resource": ["collection/a", "collection/b"]}


class TestPolicy:
    @pytest.mark.parametrize(
        ("wanted", "current"),
        [
            ({"Rules": [RULE], "AWSOwnedKey": True}, {"AWSOwnedKey": True, "Rules": [RULE]}),
            ([{"Rules": [RULE]}], [{"Rules": [{**RULE, "Resource": ["collection/b", "collection/a"]}]}]),
            ([{"Rules": [RULE]}], [{"Rules": [RULE], "AllowFromPublic": False, "SourceVPCEs": []}]),
            ([{"Rules": [RULE]}, {"Principal": ["x", "y"]}], [{"Principal": ["y", "x"]}, {"Rules": [RULE]}]),
        ],
    )
    def test_order_and_what_is_false_do_not_count(self, wanted, current):
        assert same_policy(json.dumps(wanted), current)

    @pytest.mark.parametrize(
        ("wanted", "current"),
        [
            ([{"Rules": [RULE]}], None),
            ([{"Rules": [RULE], "AllowFromPublic": True}], [{"Rules": [RULE]}]),
            ({"Rules": [RULE], "AWSOwnedKey": True}, {"Rules": [RULE], "KmsARN": "arn"}),
            ([{"Rules": [RULE]}], [{"Rules": [RULE, {**RULE, "ResourceType": "dashboard"}]}]),
        ],
    )
    def test_another_meaning_is_another_policy(self, wanted, current):
        assert not same_policy(json.dumps(wanted), current)


class TestTextSearch:
    title = {"metadataKey": "title", "language": "de"}

    @pytest.mark.parametrize(
        ("wanted", "current", "steps"),
        [
            ([title], [{**title, "status": "ACTIVE"}], ([], [])),
            ([{"metadataKey": "title"}], [title], ([], [])),
            ([{**title, "language": "en"}], [title], (["title"], [{**title, "language": "en"}])),
            ([], [title], (["title"], [])),
            ([title], [], ([], [title])),
        ],
        ids=["as it is", "language not said", "other language", "none", "first"],
    )
    def test_steps_to_what_is_wanted(self, wanted, current, steps):
        assert vector_index._steps(wanted, current) == steps

    def test_an_index_is_ready_when_its_text_can_be_searched(self):
        live = {"metadataConfiguration": {"textSearchConfigurations": [{**self.title, "status": "BUILDING"}]}}
        assert vector_index.RESOURCE.state_of(live).kind == PENDING
        live["metadataConfiguration"]["textSearchConfigurations"][0]["status"] = "ACTIVE"
        assert vector_index.RESOURCE.state_of(live).kind == READY
        assert vector_index.RESOURCE.state_of({}).kind == READY
