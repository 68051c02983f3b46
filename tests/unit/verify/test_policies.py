"""How policies are read, without a cloud: what refuses others, what opens a door, and what only seems to."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._verify import policies, search, security, storage
from ansible_collections.bidops.platform.plugins.module_utils._verify.broken import Broken

ACCOUNT = "123456789012"
BUCKET = {"id": "shop-documents", "arn": "arn:aws:s3:::shop-documents", "key": "bucket-documents"}
OPENLY = {"Bool": {"aws:SecureTransport": "false"}}
OTHERS = {"StringNotEqualsIfExists": {"aws:PrincipalAccount": ACCOUNT}}


class Account:
    """What looks use of Live: answers by the names of operations."""

    account = ACCOUNT

    def __init__(self, **answers: Any) -> None:
        self.answers = answers

    def some(self, layer: str, kind: str, key: str = "") -> list[dict[str, str]]:
        return [BUCKET]

    def one(self, layer: str, kind: str, key: str = "") -> dict[str, str]:
        return {"id": key, "arn": f"arn:aws:iam::{ACCOUNT}:role/{key}"}

    def ask(self, service: str, operation: str, **request: Any) -> Any:
        answer = self.answers[operation]
        return answer(**request) if callable(answer) else answer

    find = list = ask


def statement(**members: Any) -> dict[str, Any]:
    given = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": [BUCKET["arn"], f"{BUCKET['arn']}/*"]}
    return {name: value for name, value in {**given, **members}.items() if value is not None}


def document(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def role(inline: dict[str, Any], attached: dict[str, Any] | None = None) -> Account:
    """An account where each role has a policy of its own, and perhaps one of the account."""
    arn = f"arn:aws:iam::{ACCOUNT}:policy/extra"
    return Account(
        ListRolePolicies=["own"],
        GetRolePolicy={"PolicyDocument": {"Statement": [inline]}},
        ListAttachedRolePolicies=[{"PolicyArn": arn}] if attached else [],
        GetPolicy={"Policy": {"DefaultVersionId": "v2"}},
        GetPolicyVersion=lambda PolicyArn, VersionId: {
            "PolicyVersion": {"Document": document(attached if VersionId == "v2" else {})}
        },
    )


def test_what_is_allowed_to_all_but_some_is_allowed_to_everybody():
    opened = statement(Effect="Allow", Principal=None, NotPrincipal={"AWS": "arn:aws:iam::1:root"})
    assert policies.principals([opened]) == {"*"}


def test_what_is_refused_to_all_but_some_is_not_refused_to_everybody():
    spared = statement(Principal=None, NotPrincipal={"AWS": f"arn:aws:iam::{ACCOUNT}:root"})
    assert policies.refused(document(spared)) == []


@pytest.mark.parametrize("principal", ["*", {"AWS": "*"}, {"AWS": ["*"]}])
def test_everybody_is_written_in_several_ways(principal):
    assert len(policies.refused(document(statement(Principal=principal)))) == 1


@pytest.mark.parametrize(
    ("one", "closed"),
    [
        (statement(Condition=OTHERS), True),
        (statement(Condition={"StringNotEquals": {"aws:PrincipalAccount": [ACCOUNT]}}), True),
        (statement(Condition={"StringNotEquals": {"aws:PrincipalAccount": [ACCOUNT, "999999999999"]}}), False),
        (statement(Condition={"StringEquals": {"aws:PrincipalAccount": ACCOUNT}}), False),
        (statement(Condition=OTHERS, Action="s3:PutObject"), False),
        (statement(Condition=OTHERS, Action=None, NotAction="s3:GetObject"), False),
        (statement(Condition=OTHERS, Effect="Allow"), False),
    ],
)
def test_a_policy_is_closed_when_it_refuses_all_other_accounts_everything(one, closed):
    assert policies.closed_to_others(Account(), document(one), "s3") is closed


def test_a_stricter_statement_beside_it_changes_nothing():
    spared = statement(Principal=None, NotPrincipal={"AWS": f"arn:aws:iam::{ACCOUNT}:root"})
    policy = document(spared, statement(Condition=OTHERS), statement(Condition=OPENLY))
    account = Account(GetBucketPolicy={"Policy": policy})
    assert storage.other_accounts_are_refused(account)
    assert storage.what_comes_openly_is_refused(account)


@pytest.mark.parametrize("value", ["false", False, ["false"]])
def test_what_comes_without_tls_is_refused(value):
    policy = document(statement(Condition={"Bool": {"aws:SecureTransport": value}}))
    assert storage.what_comes_openly_is_refused(Account(GetBucketPolicy={"Policy": policy}))


@pytest.mark.parametrize(
    "members",
    [
        {"Condition": {"Bool": {"aws:SecureTransport": "true"}}},
        {"Condition": {}},
        {"Condition": OPENLY, "Action": "s3:GetObject"},
        {"Condition": OPENLY, "Resource": BUCKET["arn"]},
        {"Condition": OPENLY, "Action": None, "NotAction": "s3:GetObject"},
        {"Condition": OPENLY, "Resource": None, "NotResource": "arn:aws:s3:::another/*"},
    ],
)
def test_a_statement_that_leaves_a_way_without_tls_is_not_enough(members):
    account = Account(GetBucketPolicy={"Policy": document(statement(**members))})
    with pytest.raises(Broken, match="answers without TLS"):
        storage.what_comes_openly_is_refused(account)


@pytest.mark.parametrize("place", ["inline", "attached"])
@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"Action": "*"}, r"may do \*"),
        ({"Action": ["s3:GetObject", "s3:Put*"]}, "may do s3:GetObject, s3:Put"),
        ({"Action": None, "NotAction": "iam:*"}, r"may do \*"),
        ({"Resource": "*"}, "on everything"),
        ({"Resource": None, "NotResource": "arn:aws:s3:::another"}, "on everything"),
    ],
)
def test_a_role_has_too_much_wherever_it_was_given(place, members, words):
    fine = statement(Effect="Allow", Principal=None, Action="s3:GetObject")
    much = statement(**{"Effect": "Allow", "Principal": None, "Action": "s3:GetObject", **members})
    account = role(much) if place == "inline" else role(fine, attached=much)
    with pytest.raises(Broken, match=words):
        security._exact_actions(account, "task")


def test_a_role_has_what_all_its_policies_allow_together():
    fine = statement(Effect="Allow", Principal=None, Action="s3:GetObject")
    more = statement(Effect="Allow", Principal=None, Action=["xray:PutTraceSegments"], Resource="*")
    assert security._exact_actions(role(fine, attached=more), "task") == {"s3:GetObject", "xray:PutTraceSegments"}


def test_policies_of_aws_are_not_read():
    account = Account(ListAttachedRolePolicies=[{"PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}])
    assert policies.attached(account, "task") == []


def test_a_policy_that_is_gone_is_broken():
    with pytest.raises(Broken, match="is not there"):
        policies.managed(Account(GetPolicy=None), f"arn:aws:iam::{ACCOUNT}:policy/extra")


def test_an_attached_policy_can_open_another_domain_too():
    arn = f"arn:aws:es:us-east-1:{ACCOUNT}:domain/shop"
    named = statement(Effect="Allow", Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:role/role-knowledge-base"})
    told = {"DomainStatus": {"ARN": arn, "AccessPolicies": document(named)}}
    own = statement(Effect="Allow", Principal=None, Action=["es:ESHttpGet", "es:ESHttpPost"], Resource=f"{arn}/*")
    more = statement(Effect="Allow", Principal=None, Action="es:ESHttpGet", Resource=f"{arn}-of-others/*")
    alone, beside = role(own), role(own, attached=more)
    alone.answers["DescribeDomain"] = beside.answers["DescribeDomain"] = told
    assert search.the_role_of_the_knowledge_base_uses_this_domain_only(alone)
    with pytest.raises(Broken, match="of-others"):
        search.the_role_of_the_knowledge_base_uses_this_domain_only(beside)
