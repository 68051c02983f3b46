"""Many IAM roles read with a few requests, where that costs less than asking for each."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils import _iam_role
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._iam_role_list import read_all
from botocore.stub import Stubber

from tests.unit.engine.stand_ins import client_of

DOCUMENT = {"Version": "2012-10-17", "Statement": []}
TAGS = [{"Key": "team", "Value": "a"}]


def role(name, **more):
    arn = f"arn:aws:iam::123456789012:role/{name}"
    return {"RoleName": name, "Path": "/", "RoleId": "A" * 20, "Arn": arn, "CreateDate": datetime(2026, 1, 1), **more}


@pytest.fixture
def iam():
    with Stubber(client_of("iam")) as stub:
        yield stub
        stub.assert_no_pending_responses()


@pytest.fixture
def context():
    return SimpleNamespace(api=Api(client_of("iam")))


def test_all_of_them_with_their_policies(iam, context):
    iam.add_response("get_account_summary", {"SummaryMap": {"Roles": 3}}, {})
    iam.add_response("list_roles", {"Roles": [role("a", Description="A"), role("b"), role("other")]}, {})
    policies = {
        "RolePolicyList": [{"PolicyName": "read", "PolicyDocument": "%7B%7D"}],
        "AttachedManagedPolicies": [{"PolicyName": "p", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}],
    }
    details = {"RoleDetailList": [role("a", Tags=TAGS, **policies), role("other")]}
    iam.add_response("get_account_authorization_details", details, {"Filter": ["Role"]})
    found = read_all(context, ["a", "b"])
    assert list(found) == ["a"]
    assert (found["a"]["Description"], found["a"]["Tags"]) == ("A", TAGS)
    assert not {"RolePolicyList", "AttachedManagedPolicies"} & set(found["a"])
    assert list(_iam_role._read_inline(context, found["a"])) == ["read"]
    assert _iam_role._read_managed(context, found["a"]) == ["arn:aws:iam::aws:policy/ReadOnlyAccess"]


@pytest.mark.parametrize("there", [301, 5000])
def test_not_where_the_account_has_very_many(iam, context, there):
    iam.add_response("get_account_summary", {"SummaryMap": {"Roles": there}}, {})
    assert read_all(context, ["a", "b"]) is None


@pytest.mark.parametrize("refused", ["get_account_summary", "list_roles"])
def test_not_where_it_may_not(iam, context, refused):
    if refused != "get_account_summary":
        iam.add_response("get_account_summary", {"SummaryMap": {"Roles": 3}}, {})
    iam.add_client_error(refused, "AccessDenied")
    assert read_all(context, ["a", "b"]) is None
