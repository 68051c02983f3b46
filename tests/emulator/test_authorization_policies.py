"""Policies by themselves: patterns, variables, condition operators, statements, and all policies together."""

import fnmatch
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.authorization import actions, decision, resource_policies, tags
from emulator.authorization.conditions import NEGATED, TESTS, holds
from emulator.authorization.demands import Demand
from emulator.authorization.policy import Verdict, statements, verdict
from emulator.authorization.principals import Principal
from emulator.authorization.resource_policies import Grant
from emulator.authorization.resources import Resource
from emulator.authorization.wildcards import filled, matches

USER = "arn:aws:iam::123456789012:user/ann"
TEXT = st.text("ab*?:/${}[].\n", max_size=8)
VALUE = st.sampled_from(["a", "b", "ab", "A", "1", "2", "true"])


# Patterns and variables -----------------------------------------------------------------------------------------------


@given(TEXT, TEXT)
def test_patterns_match_as_those_of_a_shell(pattern: str, text: str) -> None:
    plain = pattern.replace("[", "[[]")
    assert matches(pattern, text) == (re.fullmatch(fnmatch.translate(plain), text) is not None)


@given(TEXT)
def test_a_star_matches_everything_and_a_plain_text_itself(text: str) -> None:
    assert matches("*", text)
    if not set("*?") & set(text):
        assert matches(text, text)


@given(st.text("ab*?", max_size=6), st.text("ab*?", max_size=6))
def test_what_fills_a_variable_is_no_pattern(value: str, text: str) -> None:
    assert matches(filled("${aws:username}", {"aws:username": (value,)}), text) == (value == text)


def test_stars_don_t_make_it_slow() -> None:
    assert not matches("*a" * 12 + "b", "a" * 60)
    assert not matches("*" * 200 + "b", "a" * 200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${aws:username}", "ann"),
        ("home/${AWS:UserName}/*", "home/ann/*"),
        ("${aws:PrincipalTag/team, 'none'}", "none"),
        ("${aws:username, 'none'}", "ann"),
        ("$100", "$100"),
    ],
)
def test_variables(text: str, expected: str) -> None:
    assert filled(text, {"aws:username": ("ann",)}) == expected


def test_signs_that_a_variable_stands_for() -> None:
    assert matches(filled("a${*}b${?}c${$}", {}), "a*b?c$")
    assert not matches(filled("a${*}b", {}), "axxb")


# Conditions -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operator", "wanted", "has", "expected"),
    [
        ("StringEquals", "a", "a", True),
        ("StringEquals", "a", "A", False),
        ("StringEquals", "a*", "ab", False),
        ("StringEquals", ["x", "a"], "a", True),
        ("StringNotEquals", ["x", "a"], "a", False),
        ("StringNotEquals", ["x", "y"], "a", True),
        ("StringEqualsIgnoreCase", "a", "A", True),
        ("StringNotEqualsIgnoreCase", "a", "A", False),
        ("StringLike", "a?c*", "abcd", True),
        ("StringLike", "[a]", "a", False),
        ("StringNotLike", "a*", "b", True),
        ("NumericEquals", "1", "1.0", True),
        ("NumericNotEquals", 1, "2", True),
        ("NumericLessThan", "10", "9", True),
        ("NumericLessThanEquals", "10", "10", True),
        ("NumericGreaterThan", "10", "9", False),
        ("NumericGreaterThanEquals", "10", "11", True),
        ("NumericEquals", "1", "one", False),
        ("DateEquals", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", True),
        ("DateNotEquals", "2026-01-01", "2026-01-02", True),
        ("DateLessThan", "2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", True),
        ("DateGreaterThanEquals", "1767225600", "2026-01-01T00:00:00Z", True),
        ("DateGreaterThan", "soon", "2026-01-01T00:00:00Z", False),
        ("Bool", True, "true", True),
        ("Bool", "false", "true", False),
        ("BinaryEquals", "YWJj", "YWJj", True),
        ("BinaryEquals", "YWJj", "YWJk", False),
        ("IpAddress", "10.0.0.0/8", "10.1.2.3", True),
        ("IpAddress", "2001:db8::/32", "2001:db8::1", True),
        ("IpAddress", "10.0.0.0/8", "2001:db8::1", False),
        ("NotIpAddress", ["10.0.0.0/8", "192.0.2.1"], "192.0.2.1", False),
        ("ArnEquals", "arn:aws:iam::*:user/ann", USER, True),
        ("ArnLike", "arn:aws:iam::1*:user/*", USER, True),
        ("ArnLike", "arn:aws:*/ann", USER, False),
        ("ArnNotLike", "arn:aws:iam::*:role/*", USER, True),
        ("ArnNotEquals", USER, USER, False),
        ("Null", "true", "a", False),
        ("Null", "false", "a", True),
        ("NoSuchOperator", "a", "a", False),
        ("for:a:b", "a", "a", False),
    ],
)
def test_operators(operator: str, wanted: Any, has: str, expected: bool) -> None:
    assert holds({operator: {"Some:Key": wanted}}, {"some:key": (has,)}) is expected


@pytest.mark.parametrize(
    ("operator", "has", "expected"),
    [
        ("StringEquals", None, False),
        ("StringNotEquals", None, True),
        ("StringEqualsIfExists", None, True),
        ("StringEqualsIfExists", ("b",), False),
        ("StringNotEqualsIfExists", ("a",), False),
        ("Null", None, False),
        ("ForAllValues:StringEquals", None, True),
        ("ForAllValues:StringEquals", (), True),
        ("ForAllValues:StringEquals", ("a",), True),
        ("ForAllValues:StringEquals", ("a", "b"), False),
        ("ForAnyValue:StringEquals", None, False),
        ("ForAnyValue:StringEquals", ("a", "b"), True),
        ("ForAnyValue:StringEquals", ("b",), False),
        ("ForAllValues:StringNotEquals", ("b", "c"), True),
        ("ForAllValues:StringNotEquals", ("a", "b"), False),
        ("ForAnyValue:StringNotEquals", ("a", "b"), True),
        ("ForAnyValue:StringNotEquals", ("a",), False),
        ("ForAnyValue:StringNotEquals", None, False),
        ("ForAnyValue:StringEqualsIfExists", None, True),
    ],
)
def test_keys_with_no_value_and_with_many(operator: str, has: Any, expected: bool) -> None:
    assert holds({operator: {"k": "a"}}, {} if has is None else {"k": has}) is expected


@given(st.sampled_from(sorted(NEGATED)), st.lists(VALUE, min_size=1), VALUE)
def test_a_negated_operator_says_the_contrary(operator: str, wanted: list[str], has: str) -> None:
    context = {"k": (has,)}
    assert holds({operator: {"k": wanted}}, context) != holds({NEGATED[operator]: {"k": wanted}}, context)


@given(st.sampled_from(sorted([*TESTS, *NEGATED])), st.lists(VALUE, min_size=1), st.lists(VALUE, min_size=1))
def test_for_one_value_the_quantifiers_don_t_matter(operator: str, wanted: list[str], has: list[str]) -> None:
    one = {"k": tuple(has[:1])}
    found = {holds({f"{how}{operator}": {"k": wanted}}, one) for how in ("", "ForAllValues:", "ForAnyValue:")}
    assert len(found) == 1
    many = {"k": tuple(has)}
    if holds({f"ForAllValues:{operator}": {"k": wanted}}, many):
        assert holds({f"ForAnyValue:{operator}": {"k": wanted}}, many)


@given(st.dictionaries(st.sampled_from(["StringEquals", "StringLike", "Bool"]),
                       st.dictionaries(st.sampled_from(["x", "y"]), VALUE, min_size=1), min_size=1))  # fmt: skip
def test_all_conditions_of_a_block_have_to_hold(block: Any) -> None:
    context = {"x": ("a",), "y": ("true",)}
    each = [
        holds({operator: {key: wanted}}, context) for operator, keys in block.items() for key, wanted in keys.items()
    ]
    assert holds(block, context) == all(each)


def test_a_variable_without_a_value_fits_nothing() -> None:
    assert not holds({"StringEquals": {"k": "${aws:username}"}}, {"k": ("ann",)})
    assert holds({"StringEquals": {"k": "${aws:username}"}}, {"k": ("ann",), "aws:username": ("ann",)})
    assert holds({"StringEquals": {"k": "${x}"}}, {"k": ("${x}",)}, has_variables=False)


# Statements -----------------------------------------------------------------------------------------------------------


def policy(*given: dict[str, Any], version: str = "2012-10-17") -> str:
    return json.dumps({"Version": version, "Statement": list(given)})


def said(*given: dict[str, Any], action: str = "s3:GetObject", resource: str = "arn:aws:s3:::b/k") -> Verdict:
    return verdict(statements(policy(*given)), action, resource, {})


ALLOW = {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*"}
DENY = {**ALLOW, "Effect": "Deny"}


def test_statements() -> None:
    assert said() is Verdict.SILENT
    assert said(ALLOW) is Verdict.ALLOW
    assert said(ALLOW, action="s3:PutObject") is Verdict.SILENT
    assert said(ALLOW, action="S3:getobject") is Verdict.ALLOW
    assert said(ALLOW, resource="arn:aws:s3:::B/k") is Verdict.SILENT
    assert said(DENY, ALLOW) is said(ALLOW, DENY) is Verdict.DENY
    assert said({**ALLOW, "Condition": {"Bool": {"aws:SecureTransport": "true"}}}) is Verdict.SILENT
    assert said({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}) is Verdict.ALLOW
    assert said({"Effect": "Allow", "NotAction": "s3:*", "Resource": "*"}) is Verdict.SILENT
    assert said({"Effect": "Allow", "Action": "*", "NotResource": "arn:aws:s3:::b/*"}) is Verdict.SILENT


@given(st.permutations([ALLOW, DENY, {**ALLOW, "Action": "iam:*"}]), st.integers(0, 3))
def test_the_order_of_statements_doesn_t_matter(order: list[Any], size: int) -> None:
    kept = order[:size]
    expected = Verdict.DENY if DENY in kept else Verdict.ALLOW if ALLOW in kept else Verdict.SILENT
    assert said(*kept) is expected


def test_only_the_newer_version_has_variables() -> None:
    given = {"Effect": "Allow", "Action": "*", "Resource": "a/${aws:username}"}
    context = {"aws:username": ("ann",)}
    assert verdict(statements(policy(given)), "s3:x", "a/ann", context) is Verdict.ALLOW
    old = statements(policy(given, version="2008-10-17"))
    assert verdict(old, "s3:x", "a/ann", context) is Verdict.SILENT


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"Statement": "x"}'])
def test_what_is_no_policy_says_nothing(text: str) -> None:
    assert statements(text) == ()


# All together ---------------------------------------------------------------------------------------------------------

EVERYTHING = policy({"Effect": "Allow", "Action": "*", "Resource": "*"})
NOTHING = policy()
NEVER = policy({"Effect": "Deny", "Action": "*", "Resource": "*"})
SAY = {EVERYTHING: "allow", NOTHING: "", NEVER: "deny"}
ONE_OF = st.sampled_from([EVERYTHING, NOTHING, NEVER])


@given(ONE_OF, st.none() | ONE_OF, st.none() | ONE_OF)
def test_every_policy_that_limits_has_to_allow_and_none_may_deny(own: str, boundary: Any, session: Any) -> None:
    principal = Principal(
        "User", "123456789012", USER, USER, policies=(own,),
        boundary=None if boundary is None else (boundary,), session=None if session is None else (session,),
    )  # fmt: skip
    demand = Demand("events:PutRule", Resource("arn:aws:events:us-east-1:123456789012:rule/a"))
    given = [SAY[one] for one in (own, boundary, session) if one is not None]
    why = decision.refusal(demand, principal, {})
    if "deny" in given:
        assert why
        assert why.startswith("with an explicit deny in a")
    elif "" in given:
        assert why
        assert why.endswith("allows the events:PutRule action")
    else:
        assert why is None


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("*", Grant.ALLOW),
        ({"AWS": "*"}, Grant.ALLOW),
        ({"AWS": ["x", USER]}, Grant.ALLOW),
        ({"AWS": "123456789012"}, Grant.DELEGATE),
        ({"AWS": "arn:aws:iam::123456789012:root"}, Grant.DELEGATE),
        ({"AWS": "arn:aws:iam::111122223333:root"}, Grant.SILENT),
        ({"Service": "ecs-tasks.amazonaws.com"}, Grant.SILENT),
        (None, Grant.SILENT),
    ],
)
def test_whom_a_policy_of_a_resource_means(named: Any, expected: Grant) -> None:
    principal = Principal("User", "123456789012", USER, USER)
    assert resource_policies.means(named, principal) is expected
    text = policy({"Effect": "Allow", "NotPrincipal": named, "Action": "*", "Resource": "*"})
    contrary = Grant.ALLOW if expected is Grant.SILENT else Grant.SILENT
    assert resource_policies.verdict(text, principal, "a:b", "c", {}) is contrary


# What an operation is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("service", "operation", "params", "expected"),
    [
        ("bedrock-agent", "CreateKnowledgeBase", {}, "bedrock:CreateKnowledgeBase"),
        ("bedrock-agent-runtime", "Retrieve", {}, "bedrock:Retrieve"),
        ("bedrock-data-automation", "CreateBlueprint", {}, "bedrock:CreateBlueprint"),
        ("bedrock-runtime", "Converse", {}, "bedrock:InvokeModel"),
        ("bedrock-agentcore-control", "CreateGateway", {}, "bedrock-agentcore:CreateGateway"),
        ("opensearch", "CreateDomain", {}, "es:CreateDomain"),
        ("opensearchserverless", "CreateCollection", {}, "aoss:CreateCollection"),
        ("application-autoscaling", "PutScalingPolicy", {}, "application-autoscaling:PutScalingPolicy"),
        ("elbv2", "CreateListener", {}, "elasticloadbalancing:CreateListener"),
        ("cloudwatch", "PutMetricAlarm", {}, "cloudwatch:PutMetricAlarm"),
        ("logs", "CreateLogGroup", {}, "logs:CreateLogGroup"),
        ("accessanalyzer", "CreateAnalyzer", {}, "access-analyzer:CreateAnalyzer"),
        ("resourcegroupstaggingapi", "GetResources", {}, "tag:GetResources"),
        ("budgets", "CreateBudget", {}, "budgets:ModifyBudget"),
        ("budgets", "DescribeBudgets", {}, "budgets:ViewBudget"),
        ("s3", "ListObjectsV2", {}, "s3:ListBucket"),
        ("s3", "HeadObject", {"VersionId": "1"}, "s3:GetObjectVersion"),
        ("s3", "GetObjectTagging", {"VersionId": "1"}, "s3:GetObjectVersionTagging"),
        ("s3", "DeleteBucketTagging", {}, "s3:PutBucketTagging"),
        ("s3control", "GetPublicAccessBlock", {}, "s3:GetAccountPublicAccessBlock"),
        ("sqs", "SendMessageBatch", {}, "sqs:SendMessage"),
        ("lambda", "Invoke", {}, "lambda:InvokeFunction"),
    ],
)
def test_actions(service: str, operation: str, params: Any, expected: str) -> None:
    assert actions.action(service, operation, params) == expected


@pytest.mark.parametrize(
    "params",
    [
        {"tags": {"a": "b"}},
        {"Tags": [{"Key": "a", "Value": "b"}]},
        {"tags": [{"key": "a", "value": "b"}]},
        {"Tags": [{"TagKey": "a", "TagValue": "b"}]},
        {"TagList": [{"Key": "a", "Value": "b"}]},
        {"UserPoolTags": {"a": "b"}},
        {"ResourceTags": [{"Key": "a", "Value": "b"}]},
        {"TagSpecifications": [{"ResourceType": "vpc", "Tags": [{"Key": "a", "Value": "b"}]}]},
        {"Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}},
        {"Tagging": "a=b"},
        {"CreateBucketConfiguration": {"Tags": [{"Key": "a", "Value": "b"}]}},
    ],
)
def test_tags_of_requests(params: Any) -> None:
    assert tags.tags_in(params) == {"a": "b"}
    assert tags.tag_keys_in({**params, "TagKeys": ["c"], "tagKeys": ["d"]}) == ["a", "c", "d"]


@pytest.mark.parametrize("params", [{}, {"Name": "tags"}, {"tags": []}, {"Tags": "x"}, {"IncludeTags": True}])
def test_what_is_no_tag(params: Any) -> None:
    assert tags.tags_in(params) == {}
