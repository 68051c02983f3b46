"""What the declarations of Cognito add to the engine."""

from types import SimpleNamespace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._cognito import (
    attributes,
    identity_provider,
    user_pool,
    user_pool_client,
    user_pool_domain,
)
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError

TEAM = {"Name": "team", "AttributeDataType": "String"}
LIVE = {
    "Id": "us-east-1_x",
    "SchemaAttributes": [
        {"Name": "email", "AttributeDataType": "String", "Required": False},
        {"Name": "custom:team", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "32"}},
    ],
}
FUNCTION = "arn:aws:lambda:eu-central-1:111122223333:function:claims"


def context(wanted=None, **params):
    return SimpleNamespace(wanted=wanted or {}, params=params, what="user pool 'people'")


class TestAttributes:
    def test_ones_own_go_by_the_names_of_requests_and_standard_ones_only_when_asked_for(self):
        assert [entry["Name"] for entry in attributes.observe(context(), LIVE)["Schema"]] == ["team"]
        asked = context({"Schema": [{"Name": "email"}]})
        assert [entry["Name"] for entry in attributes.observe(asked, LIVE)["Schema"]] == ["email", "team"]

    def test_what_the_service_fills_in_is_no_difference(self):
        there = attributes.observe(context(), LIVE)["Schema"]
        assert attributes.has_all([TEAM], there)
        assert not attributes.has_all([TEAM, {"Name": "floor"}], there)

    @pytest.mark.parametrize(
        ("wanted", "locked"),
        [
            ({"Name": "floor"}, []),
            ({**TEAM, "AttributeDataType": "Number"}, ["Schema"]),
            ({**TEAM, "StringAttributeConstraints": {"MaxLength": "64"}}, ["Schema"]),
        ],
    )
    def test_can_be_added_and_not_changed(self, wanted, locked):
        there = attributes.observe(context(), LIVE)["Schema"]
        assert attributes.locked(context(), LIVE, {"Schema": (there, [wanted])}) == locked

    def test_only_new_ones_are_added(self):
        sent = []
        api = SimpleNamespace(call=lambda operation, **request: sent.append((operation, request)))
        wanted = [TEAM, {"Name": "floor"}]
        attributes.add(SimpleNamespace(wanted={"Schema": wanted}, api=api), LIVE, wanted)
        request = {"UserPoolId": "us-east-1_x", "CustomAttributes": [{"Name": "floor"}]}
        assert sent == [("AddCustomAttributes", request)]


class TestUserPool:
    send = staticmethod(user_pool.RESOURCE.update_request)

    def test_an_update_says_nothing_twice(self):
        request = {
            "VerificationMessageTemplate": {"SmsMessage": "{####}"},
            "SmsVerificationMessage": "{####}",
            "Policies": {"PasswordPolicy": {"TemporaryPasswordValidityDays": 7}},
            "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True, "UnusedAccountValidityDays": 7},
        }
        sent = self.send(context(), {}, request, {})
        assert "SmsVerificationMessage" not in sent
        assert sent["AdminCreateUserConfig"] == {"AllowAdminCreateUserOnly": True}

    def test_triggers_are_those_that_are_given(self):
        request = {"LambdaConfig": {"PreSignUp": FUNCTION, "PostConfirmation": FUNCTION}}
        assert self.send(context({"LambdaConfig": {"PreSignUp": FUNCTION}}), {}, request, {})["LambdaConfig"] == {
            "PreSignUp": FUNCTION
        }
        assert self.send(context(), {}, request, {}) == request

    def test_a_versioned_trigger_is_told_twice(self):
        same = user_pool.RESOURCE.compare["LambdaConfig"]
        versioned = {"PreTokenGenerationConfig": {"LambdaArn": FUNCTION, "LambdaVersion": "V2_0"}}
        assert same(versioned, {**versioned, "PreTokenGeneration": FUNCTION})
        assert not same({}, {"PreSignUp": FUNCTION})

    @pytest.mark.parametrize(
        ("live", "message"),
        [
            ({"DeletionProtection": "ACTIVE"}, "set deletion_protection to INACTIVE first"),
            ({"Domain": "people", "CustomDomain": "id.example.com"}, "has the domain people and id.example.com"),
        ],
    )
    def test_says_what_a_deletion_has_to_wait_for(self, live, message):
        with pytest.raises(EngineError, match=message):
            user_pool.RESOURCE.refuse_delete(context(), live)
        user_pool.RESOURCE.refuse_delete(context(), {"DeletionProtection": "INACTIVE"})


def test_a_clients_secret_is_for_who_asks_for_it():
    computed, live = user_pool_client.RESOURCE.computed, {"ClientSecret": "s"}
    assert computed(context(show_secret=True), live) == {"client_secret": "s"}
    assert computed(context(show_secret=False), live) == computed(context(), live) == {}
    assert computed(context(show_secret=True), {}) == {}


def test_only_prefixes_are_held_against_the_rule_of_prefixes():
    check = user_pool_domain.RESOURCE.create_request
    request = {"Domain": "id.example.com", "CustomDomainConfig": {"CertificateArn": "arn"}}
    assert check(context(), request) == request
    with pytest.raises(EngineError, match="needs custom_domain_config"):
        check(context(), {"Domain": "id.example.com"})


class TestIdentityProvider:
    resource = identity_provider.RESOURCE

    def test_secrets_go_along_with_the_other_details(self):
        given = context(client_secret="s", private_key=None)  # noqa: S106
        sent = self.resource.create_request(given, {"ProviderDetails": {"client_id": "a"}})
        assert sent == {"ProviderDetails": {"client_id": "a", "client_secret": "s"}}
        assert self.resource.update_request(given, {}, {"IdpIdentifiers": []}, {}) == {"IdpIdentifiers": []}

    def test_neither_secrets_nor_what_the_service_adds_is_compared(self):
        live = {"ProviderDetails": {"client_id": "a", "client_secret": "s", "jwks_uri": "u"}}
        asked = context({"ProviderDetails": {"client_id": "a"}})
        assert self.resource.observe(asked, live)["ProviderDetails"] == {"client_id": "a"}
        assert self.resource.observe(context(), live)["ProviderDetails"] == {"client_id": "a", "jwks_uri": "u"}
