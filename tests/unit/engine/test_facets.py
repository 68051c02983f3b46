"""Parts of a resource that have operations of their own."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.facets import Part, read_all
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Facet, Resource

BUCKET = Resource(service="s3", noun="Bucket", returns="bucket")
MEMBER = "PutBucketLifecycleConfiguration.LifecycleConfiguration.Rules"


def part(context_of, wanted, member=MEMBER, **more):
    facet = Facet(option="rules", read=lambda _context, live: live["rules"], write=print, member=member, **more)
    context = context_of(BUCKET, {})
    context.params["rules"] = wanted
    return Part(context, facet)


RULE = {"id": "old", "status": "Enabled", "expiration": {"days": 30}, "filter": {"prefix": ""}}
API_RULE = {"ID": "old", "Status": "Enabled", "Expiration": {"Days": 30}, "Filter": {"Prefix": ""}}


def test_speak_the_apis_form(context_of):
    assert part(context_of, [RULE]).wanted == [API_RULE]


def test_show_the_options_form(context_of):
    changed = {**API_RULE, "Expiration": {"Days": 60}}
    assert part(context_of, [RULE]).difference([changed]) == ([{**RULE, "expiration": {"days": 60}}], [RULE])


def test_what_the_service_adds_is_no_difference(context_of):
    assert part(context_of, [RULE]).difference([{**API_RULE, "Added": 1}]) is None


def test_are_held_against_the_model(context_of):
    with pytest.raises(EngineError, match=r"rules\[0\]: there is no 'expire' here\. Did you mean 'expiration'"):
        part(context_of, [{"expire": 1}])
    with pytest.raises(EngineError, match=r"rules\[0\]\.status is 'on', must be one of: Enabled, Disabled"):
        part(context_of, [{**RULE, "status": "on"}])


def test_may_be_held_against_what_the_model_does_not_know(context_of):
    def check(context, wanted):
        yield from (f"{context.resource.noun} has no {rule['ID']}" for rule in wanted if rule["ID"] != "old")

    assert part(context_of, [RULE], check=check).wanted == [API_RULE]
    with pytest.raises(EngineError, match=r"status is 'on', must be one of: .*; Bucket has no new\."):
        part(context_of, [RULE, {**RULE, "id": "new", "status": "on"}], check=check)


def test_may_list_what_has_a_request_each(context_of):
    member = "PutBucketIntelligentTieringConfiguration.IntelligentTieringConfiguration[]"
    tiering = {"id": "old", "status": "Enabled", "tierings": [{"days": 90, "access_tier": "ARCHIVE_ACCESS"}]}
    listing = part(context_of, [tiering], member=member)
    assert listing.wanted[0]["Tierings"] == [{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}]
    assert listing.shown(listing.wanted) == [tiering]
    with pytest.raises(EngineError, match=r"rules\[1\]\.tierings is required"):
        part(context_of, [tiering, {"id": "new", "status": "Enabled"}], member=member)


def test_may_have_a_form_of_their_own(context_of):
    own = part(context_of, {"a": 1}, member="")
    assert own.wanted == {"a": 1}
    assert own.difference({"a": 2}) == ({"a": 2}, {"a": 1})


def test_may_bring_what_is_given_into_a_form(context_of):
    sorted_ones = part(context_of, [2, 1], member="", form=lambda _context, value: sorted(value))
    assert (sorted_ones.wanted, sorted_ones.value) == ([1, 2], [1, 2])
    assert sorted_ones.difference([1, 2]) is None


def test_may_compare_in_their_own_way(context_of):
    assert (
        part(context_of, ["b", "a"], member="", same=lambda one, other: sorted(one) == sorted(other)).difference(
            ["a", "b"]
        )
        is None
    )


def test_are_read_together_and_keep_their_order(context_of):
    parts = [part(context_of, [], member="") for _number in range(5)]
    assert read_all(parts, parts.index) == [0, 1, 2, 3, 4]
    assert read_all([], lambda one: one) == []


def test_may_be_a_whole_operation_but_for_the_ids(context_of):
    pool = Resource(
        service="cognito-idp", noun="UserPool", returns="user_pool", read="DescribeUserPool", ids={"UserPoolId": "Id"}
    )
    facet = Facet(option="mfa_config", read=print, write=print, member="SetUserPoolMfaConfig")
    context = context_of(pool, {})
    context.params["mfa_config"] = {"mfa_configuration": "ON", "software_token_mfa_configuration": {"enabled": True}}
    whole = Part(context, facet)
    assert whole.wanted == {"MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": True}}
    assert whole.difference({**whole.wanted, "WebAuthnConfiguration": {"RelyingPartyId": "x"}}) is None
    assert whole.difference({**whole.wanted, "MfaConfiguration": "OFF"})[0]["mfa_configuration"] == "OFF"
    context.params["mfa_config"] = {"user_pool_id": "us-east-1_x"}
    with pytest.raises(EngineError, match="there is no 'user_pool_id' here"):
        Part(context, facet)
