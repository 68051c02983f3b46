"""What differs: only what the user gave is compared, and nothing of that is ever missed."""

import datetime
import json

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.diff import (
    Comparison,
    same_entries,
    same_given,
    same_json,
    same_number,
    same_policy,
    same_set,
    same_time,
)
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.engine.stand_ins import shape_of
from tests.unit.engine.typed_values import TYPED, leaves, other, with_additions, with_leaf


@given(TYPED, st.integers(0, 3))
def test_whatever_the_service_adds_is_no_difference(typed, number):
    definition, wanted = typed
    told = with_additions(definition, wanted, number)
    assert Comparison().difference(shape_of(definition), wanted, told) == {}


@given(TYPED, st.data())
def test_a_changed_leaf_is_always_seen(typed, data):
    definition, wanted = typed
    path = data.draw(st.sampled_from(leaves(definition, wanted)))
    current = with_leaf(wanted, path, other)
    assert set(Comparison().difference(shape_of(definition), wanted, current)) == {"top"}


@given(TYPED, st.data())
def test_an_unknown_leaf_is_always_seen(typed, data):
    definition, current = typed
    path = data.draw(st.sampled_from(leaves(definition, current)))
    wanted = with_leaf(current, path, lambda _scalar: f"arn:{UNKNOWN}")
    assert set(Comparison().difference(shape_of(definition), wanted, current)) == {"top"}


@given(TYPED)
def test_what_the_user_did_not_give_is_never_compared(typed):
    definition, current = typed
    assert Comparison().difference(shape_of(definition), {}, current) == {}


@given(TYPED)
def test_what_is_not_there_differs_and_shows_no_before(typed):
    definition, wanted = typed
    assert Comparison().difference(shape_of(definition), wanted, {}) == {"top": (None, wanted["top"])}


@given(st.lists(st.text("ab"), max_size=4), st.randoms())
def test_sets_have_no_order(entries, random):
    shuffled = entries[:]
    random.shuffle(shuffled)
    assert same_set(entries, shuffled)


@pytest.mark.parametrize("wanted", [None, "", [], {}, ()])
@pytest.mark.parametrize("current", [{}, {"a": None}, {"a": ""}, {"a": []}, {"a": {}}])
def test_nothing_equals_nothing(wanted, current):
    assert Comparison().difference(shape_of({"a": "string"}), {"a": wanted}, current) == {}


@pytest.mark.parametrize("wanted", [0, False])
def test_zero_and_false_are_something(wanted):
    assert Comparison().difference(shape_of({"a": "integer"}), {"a": wanted}, {"a": 1}) == {"a": (1, wanted)}


class TestMaps:
    shape = shape_of({"variables": ("string",)})

    @pytest.mark.parametrize("wanted", [{"A": "1"}, {"A": "1", "B": "2", "C": "3"}, {"A": "1", "B": "x"}, {}])
    def test_compare_as_a_whole(self, wanted):
        current = {"A": "1", "B": "2"}
        difference = Comparison().difference(self.shape, {"variables": wanted}, {"variables": current})
        assert difference == {"variables": (current, wanted)}

    def test_have_no_order(self):
        wanted, current = {"A": "1", "B": "2"}, {"B": "2", "A": "1"}
        assert Comparison().difference(self.shape, {"variables": wanted}, {"variables": current}) == {}


def test_a_structure_shows_only_what_was_asked_for():
    shape = shape_of({"cluster": {"type": "structure", "members": {"count": "integer", "kind": "string"}}})
    current = {"cluster": {"count": 1, "kind": "small", "more": {"x": 1}}}
    difference = Comparison().difference(shape, {"cluster": {"count": 2}}, current)
    assert difference == {"cluster": ({"count": 1}, {"count": 2})}


class TestCompareFunctions:
    def test_are_found_by_name_at_any_depth(self):
        shape = shape_of({"network": {"subnets": ["string"]}})
        wanted, current = {"network": {"subnets": ["b", "a"]}}, {"network": {"subnets": ["a", "b"]}}
        assert Comparison().difference(shape, wanted, current)
        assert not Comparison({"subnets": same_set}).difference(shape, wanted, current)

    def test_see_what_is_missing(self):
        assert Comparison({"subnets": same_set}).difference(shape_of({"subnets": ["string"]}), {"subnets": ["a"]}, {})

    def test_ignored_members_are_never_compared(self):
        shape = shape_of({"options": {"password": "string", "enabled": "boolean"}})
        comparison = Comparison(ignore=["password"])
        wanted = {"options": {"password": "new", "enabled": True}}
        assert not comparison.difference(shape, wanted, {"options": {"enabled": True}})
        assert comparison.difference(shape, wanted, {"options": {"enabled": False}})


class TestPolicies:
    reading = {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*"}
    policy = {"Version": "2012-10-17", "Statement": [{**reading, "Principal": "*"}]}

    @pytest.mark.parametrize(
        "statement",
        [
            {**reading, "Principal": "*", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["*"]},
            {**reading, "Principal": {"AWS": "*"}},
        ],
    )
    def test_compare_by_meaning(self, statement):
        other = {"Version": "2012-10-17", "Statement": [statement]}
        assert same_policy(self.policy, other)
        assert same_policy(json.dumps(self.policy), other)
        assert same_policy(self.policy, json.dumps(other))

    def test_another_action_is_another_policy(self):
        statement = {**self.policy["Statement"][0], "Action": "s3:GetObject"}
        assert not same_policy(self.policy, {"Version": "2012-10-17", "Statement": [statement]})

    @pytest.mark.parametrize(("wanted", "current"), [("", None), (None, ""), ({}, None), ("", "")])
    def test_no_policy_is_no_policy(self, wanted, current):
        assert same_policy(wanted, current)

    @pytest.mark.parametrize("nothing", [None, ""])
    def test_some_policy_is_not_none(self, nothing):
        assert not same_policy(self.policy, nothing)
        assert not same_policy(nothing, self.policy)

    def test_a_policy_with_something_unknown_differs(self):
        statement = {**self.policy["Statement"][0], "Resource": f"arn:aws:s3:::{UNKNOWN}"}
        assert not same_policy({"Version": "2012-10-17", "Statement": [statement]}, self.policy)


class TestJson:
    def test_compares_by_content(self):
        assert same_json('{"a": 1, "b": [2]}', {"b": [2], "a": 1})
        assert not same_json('{"a": 1}', {"a": 2})

    def test_text_that_holds_json_compares_by_content_without_being_declared(self):
        shape = shape_of({"schema": "string"})
        assert not Comparison().difference(shape, {"schema": '{"a":1, "b":2}'}, {"schema": '{"b": 2, "a": 1}'})
        assert Comparison().difference(shape, {"schema": '{"a":1}'}, {"schema": '{"a": 2}'})

    def test_text_that_only_looks_like_json_compares_as_text(self):
        assert Comparison().difference(shape_of({"a": "string"}), {"a": "{x"}, {"a": "{y"})


def test_what_compares_in_a_way_of_its_own_is_shown_whole():
    shape = shape_of({"settings": {"a": "string", "b": "string"}})
    strict = Comparison({"settings": lambda wanted, current: wanted == current})
    found = strict.difference(shape, {"settings": {"a": "x"}}, {"settings": {"a": "x", "b": "y"}})
    assert found == {"settings": ({"a": "x", "b": "y"}, {"a": "x"})}


class TestGiven:
    def test_what_is_not_asked_for_does_not_count(self):
        assert same_given({"a": {"b": "1"}}, {"a": {"b": "1", "c": "2"}, "d": "3"})
        assert same_given({"a": []}, {})

    @pytest.mark.parametrize("current", [None, {}, {"a": None}, {"a": {"b": "2"}}])
    def test_what_is_asked_for_does(self, current):
        assert not same_given({"a": {"b": "1"}}, current)


def test_entries_are_a_set_told_apart_by_their_keys():
    same = same_entries("name", "kind")
    one, two = {"name": "a", "kind": "x", "deep": {"size": 1}}, {"name": "a", "kind": "y"}
    told = [{**two, "state": "new"}, {**one, "deep": {"size": 1, "more": 2}}]
    assert same([one, two], told)
    assert not same([one], told)
    assert not same([{**one, "deep": {"size": 2}}, two], told)
    assert not same([one, {"name": "b", "kind": "y"}], told)
    assert same([], None)


@pytest.mark.parametrize(
    ("wanted", "current", "same"),
    [("500", "500.0", True), (500, "500", True), ("500", "501", False), ("much", "much", True), (1, None, False)],
)
def test_numbers_may_be_text(wanted, current, same):
    assert same_number(wanted, current) is same


@pytest.mark.parametrize(
    ("wanted", "same"),
    [
        ("2026-11-01", True),
        ("2026-11-01T00:00:00Z", True),
        ("2026-11-01T01:00:00+01:00", True),
        ("2026-11-01T01:00:00", False),
        ("once", False),
    ],
)
def test_times_are_compared_as_times(wanted, same):
    assert same_time(wanted, datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)) is same
