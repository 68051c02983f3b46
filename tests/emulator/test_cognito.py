"""User pools: what AWS resets, keeps and refuses, and tokens that anybody can verify."""

import base64
import hashlib
import hmac
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from joserfc import jwk, jwt
from joserfc.errors import InvalidKeyIdError

PASSWORD = "Correct-horse-7"
SMS = {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms", "ExternalId": "pool"}
CERTIFICATE = {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"}


@pytest.fixture
def idp(cloud: Any) -> Any:
    return cloud.client("cognito-idp")


@pytest.fixture
def pool(idp: Any) -> dict[str, str]:
    made = idp.create_user_pool(PoolName="people", UserPoolTags={"stage": "test"})
    return {"UserPoolId": made["UserPool"]["Id"]}


@pytest.fixture
def make_client(idp: Any, pool: dict[str, str]) -> Callable[..., dict[str, Any]]:
    def make(**settings: Any) -> dict[str, Any]:
        made: dict[str, Any] = idp.create_user_pool_client(**pool, ClientName="app", **settings)["UserPoolClient"]
        return made

    return make


@pytest.fixture
def user(idp: Any, pool: dict[str, str]) -> str:
    email = [{"Name": "email", "Value": "ann@example.com"}, {"Name": "email_verified", "Value": "true"}]
    idp.admin_create_user(**pool, Username="ann", UserAttributes=email, MessageAction="SUPPRESS")
    idp.admin_set_user_password(**pool, Username="ann", Password=PASSWORD, Permanent=True)
    return "ann"


def get(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.loads(answer.read())


def post(url: str, headers: dict[str, str] | None = None, **form: str) -> tuple[int, Any]:
    request = urllib.request.Request(url, urllib.parse.urlencode(form).encode(), headers or {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def discovery(cloud: Any, pool: dict[str, str]) -> Any:
    return get(f"{cloud.url}/{pool['UserPoolId']}/.well-known/openid-configuration")


def verified(cloud: Any, pool: dict[str, str], token: str) -> dict[str, Any]:
    """The claims of a token whose signature is that of the pool, found as any relying party would find the keys."""
    told = discovery(cloud, pool)
    keys = jwk.KeySet.import_key_set(get(told["jwks_uri"]))
    claims: dict[str, Any] = jwt.decode(token, keys, algorithms=["RS256"]).claims
    assert claims["iss"] == told["issuer"] == f"{cloud.url}/{pool['UserPoolId']}"
    return claims


class TestPools:
    def test_an_update_resets_what_it_leaves_out(self, idp: Any) -> None:
        made = idp.create_user_pool(
            PoolName="people",
            DeletionProtection="ACTIVE",
            UsernameAttributes=["email"],
            Policies={"PasswordPolicy": {"MinimumLength": 14}},
            LambdaConfig={"PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:check"},
            UserPoolTags={"a": "b"},
        )["UserPool"]
        assert made["Policies"]["PasswordPolicy"]["RequireSymbols"] is False
        idp.update_user_pool(UserPoolId=made["Id"], UserPoolTier="PLUS")
        found = idp.describe_user_pool(UserPoolId=made["Id"])["UserPool"]
        assert (found["DeletionProtection"], found["UserPoolTier"]) == ("INACTIVE", "PLUS")
        assert found["Policies"]["PasswordPolicy"]["MinimumLength"] == 8
        assert not found.get("LambdaConfig")
        assert (found["UsernameAttributes"], found["UserPoolTags"], found["Name"]) == (["email"], {"a": "b"}, "people")
        assert found["Id"].startswith("us-east-1_")

    def test_own_attributes_stand_beside_all_standard_ones(self, idp: Any) -> None:
        own = {"Name": "team", "AttributeDataType": "String", "Mutable": True}
        made = idp.create_user_pool(PoolName="people", Schema=[own, {"Name": "email", "Required": True}])["UserPool"]
        names = {entry["Name"]: entry for entry in made["SchemaAttributes"]}
        assert {"custom:team", "sub", "email", "phone_number"} <= set(names)
        assert names["email"]["Required"]
        idp.update_user_pool(UserPoolId=made["Id"])
        idp.add_custom_attributes(UserPoolId=made["Id"], CustomAttributes=[{**own, "Name": "floor"}])
        found = idp.describe_user_pool(UserPoolId=made["Id"])["UserPool"]["SchemaAttributes"]
        assert {"custom:team", "custom:floor"} <= {entry["Name"] for entry in found}

    def test_what_is_refused(self, idp: Any, pool: dict[str, str], code: Any) -> None:
        bad = "InvalidParameterException"
        assert code(idp.describe_user_pool, UserPoolId="us-east-1_missing") == "ResourceNotFoundException"
        assert code(idp.create_user_pool, PoolName="no/slash") == bad
        assert code(idp.create_user_pool, PoolName="x", MfaConfiguration="ON") == bad
        assert code(idp.create_user_pool, PoolName="x", AliasAttributes=["email"], UsernameAttributes=["email"]) == bad
        add_ons = {"AdvancedSecurityMode": "ENFORCED"}
        tier = "FeatureUnavailableInTierException"
        assert code(idp.create_user_pool, PoolName="x", UserPoolAddOns=add_ons) == tier
        both = {
            "RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}, {"Priority": 2, "Name": "verified_email"}]
        }
        assert code(idp.create_user_pool, PoolName="x", AccountRecoverySetting=both) == bad

    def test_a_protected_pool_or_one_with_a_domain_stays(self, idp: Any, pool: dict[str, str], code: Any) -> None:
        idp.update_user_pool(**pool, DeletionProtection="ACTIVE")
        assert code(idp.delete_user_pool, **pool) == "InvalidParameterException"
        idp.update_user_pool(**pool, DeletionProtection="INACTIVE")
        idp.create_user_pool_domain(**pool, Domain="people")
        assert code(idp.delete_user_pool, **pool) == "InvalidParameterException"
        idp.delete_user_pool_domain(**pool, Domain="people")
        idp.delete_user_pool(**pool)
        assert idp.list_user_pools(MaxResults=60)["UserPools"] == []

    def test_tags(self, idp: Any, pool: dict[str, str], code: Any) -> None:
        arn = {"ResourceArn": idp.describe_user_pool(**pool)["UserPool"]["Arn"]}
        idp.tag_resource(**arn, Tags={"owner": "me"})
        idp.untag_resource(**arn, TagKeys=["stage"])
        assert idp.list_tags_for_resource(**arn)["Tags"] == {"owner": "me"}
        assert idp.describe_user_pool(**pool)["UserPool"]["UserPoolTags"] == {"owner": "me"}
        assert code(idp.list_tags_for_resource, ResourceArn=f"{arn['ResourceArn']}x") == "ResourceNotFoundException"

    def test_factors_replace_each_other(self, idp: Any, pool: dict[str, str], code: Any) -> None:
        passkeys = {"RelyingPartyId": "example.com", "UserVerification": "required"}
        token = {"Enabled": True}
        idp.set_user_pool_mfa_config(
            **pool,
            MfaConfiguration="OPTIONAL",
            SoftwareTokenMfaConfiguration=token,
            WebAuthnConfiguration=passkeys,
        )
        found = idp.get_user_pool_mfa_config(**pool)
        assert (found["SoftwareTokenMfaConfiguration"], found["WebAuthnConfiguration"]) == (token, passkeys)
        assert idp.describe_user_pool(**pool)["UserPool"]["MfaConfiguration"] == "OPTIONAL"
        sms = {"SmsConfiguration": SMS}
        found = idp.set_user_pool_mfa_config(**pool, MfaConfiguration="ON", SmsMfaConfiguration=sms)
        assert (found["MfaConfiguration"], "SoftwareTokenMfaConfiguration" in found) == ("ON", False)
        bad = "InvalidParameterException"
        assert code(idp.set_user_pool_mfa_config, **pool, MfaConfiguration="ON") == bad
        off = {"Enabled": False}
        assert (
            code(idp.set_user_pool_mfa_config, **pool, MfaConfiguration="ON", SoftwareTokenMfaConfiguration=off) == bad
        )
        idp.update_user_pool(**pool, UserPoolTier="LITE")
        mail = {"Message": "Your code is {####}", "Subject": "Code"}
        tier = "FeatureUnavailableInTierException"
        assert code(idp.set_user_pool_mfa_config, **pool, EmailMfaConfiguration=mail) == tier


class TestParts:
    def test_a_client_keeps_its_secret_and_resets_the_rest(self, idp: Any, pool: Any, make_client: Any) -> None:
        made = make_client(GenerateSecret=True, AccessTokenValidity=10, TokenValidityUnits={"AccessToken": "minutes"})
        key = {**pool, "ClientId": made["ClientId"]}
        idp.update_user_pool_client(**key, CallbackURLs=["https://example.com/back"])
        found = idp.describe_user_pool_client(**key)["UserPoolClient"]
        assert found["ClientSecret"] == made["ClientSecret"]
        assert (found["ClientName"], "AccessTokenValidity" in found) == ("app", False)
        assert "ClientSecret" not in make_client()

    def test_what_clients_are_refused(self, idp: Any, pool: Any, code: Any) -> None:
        wish = {**pool, "ClientName": "app"}
        make, bad = idp.create_user_pool_client, "InvalidParameterException"
        assert code(make, **wish, AllowedOAuthScopes=["orders/read"]) == "ScopeDoesNotExistException"
        assert code(make, **wish, AllowedOAuthFlows=["client_credentials"]) == "InvalidOAuthFlowException"
        both = ["client_credentials", "code"]
        assert code(make, **wish, GenerateSecret=True, AllowedOAuthFlows=both) == "InvalidOAuthFlowException"
        assert code(make, **wish, SupportedIdentityProviders=["Elsewhere"]) == bad
        assert code(make, **wish, AccessTokenValidity=25) == bad
        assert code(make, **wish, DefaultRedirectURI="https://example.com") == bad
        assert code(idp.describe_user_pool_client, **pool, ClientId="missing") == "ResourceNotFoundException"

    def test_domains(self, idp: Any, pool: Any, code: Any) -> None:
        bad = "InvalidParameterException"
        assert code(idp.create_user_pool_domain, **pool, Domain="my-cognito") == bad
        made = idp.create_user_pool_domain(**pool, Domain="people", ManagedLoginVersion=2)
        assert made["CloudFrontDomain"].endswith(".cloudfront.net")
        assert code(idp.create_user_pool_domain, **pool, Domain="people") == bad
        assert code(idp.create_user_pool_domain, **pool, Domain="other") == bad
        idp.create_user_pool_domain(**pool, Domain="id.example.com", CustomDomainConfig=CERTIFICATE)
        idp.update_user_pool_domain(**pool, Domain="people", ManagedLoginVersion=1)
        found = idp.describe_user_pool_domain(Domain="people")["DomainDescription"]
        assert (found["ManagedLoginVersion"], found["Status"], found["AWSAccountId"]) == (1, "ACTIVE", "123456789012")
        assert idp.describe_user_pool_domain(Domain="nobody")["DomainDescription"] == {}
        assert code(idp.delete_user_pool_domain, **pool, Domain="nobody") == bad
        told = idp.describe_user_pool(**pool)["UserPool"]
        assert (told["Domain"], told["CustomDomain"]) == ("people", "id.example.com")

    def test_resource_servers(self, idp: Any, pool: Any, code: Any) -> None:
        key = {**pool, "Identifier": "orders"}
        scopes = [{"ScopeName": "read", "ScopeDescription": "Read orders"}]
        idp.create_resource_server(**key, Name="Orders", Scopes=scopes)
        assert code(idp.create_resource_server, **key, Name="Again") == "InvalidParameterException"
        idp.update_resource_server(**key, Name="All orders")
        found = idp.describe_resource_server(**key)["ResourceServer"]
        assert (found["Name"], found.get("Scopes")) == ("All orders", None)
        idp.delete_resource_server(**key)
        assert code(idp.describe_resource_server, **key) == "ResourceNotFoundException"
        assert code(idp.delete_resource_server, **key) == "ResourceNotFoundException"

    def test_identity_providers(self, idp: Any, pool: Any, code: Any) -> None:
        wish = {**pool, "ProviderName": "Google", "ProviderType": "Google"}
        details = {"client_id": "a", "client_secret": "b", "authorize_scopes": "openid"}
        assert code(idp.create_identity_provider, **wish, ProviderDetails={}) == "InvalidParameterException"
        idp.create_identity_provider(**wish, ProviderDetails=details)
        assert code(idp.create_identity_provider, **wish, ProviderDetails=details) == "DuplicateProviderException"

    def test_a_group_exists_once(self, idp: Any, pool: Any, code: Any) -> None:
        idp.create_group(**pool, GroupName="admins")
        assert code(idp.create_group, **pool, GroupName="admins") == "GroupExistsException"


class TestTokens:
    def test_of_a_user(self, cloud: Any, idp: Any, pool: Any, make_client: Any, user: str) -> None:
        for name, precedence in (("late", 9), ("admins", 1)):
            idp.create_group(**pool, GroupName=name, Precedence=precedence)
            idp.admin_add_user_to_group(**pool, GroupName=name, Username=user)
        client = make_client(
            ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            AccessTokenValidity=10,
            TokenValidityUnits={"AccessToken": "minutes"},
        )["ClientId"]
        given = {"USERNAME": user, "PASSWORD": PASSWORD}
        granted = idp.initiate_auth(ClientId=client, AuthFlow="USER_PASSWORD_AUTH", AuthParameters=given)
        tokens = granted["AuthenticationResult"]
        access = verified(cloud, pool, tokens["AccessToken"])
        assert (access["token_use"], access["client_id"], access["username"]) == ("access", client, user)
        assert access["cognito:groups"] == ["admins", "late"]
        assert access["scope"] == "aws.cognito.signin.user.admin"
        assert access["exp"] - access["iat"] == tokens["ExpiresIn"] == 600
        identity = verified(cloud, pool, tokens["IdToken"])
        assert (identity["token_use"], identity["aud"], identity["cognito:username"]) == ("id", client, user)
        assert (identity["email"], identity["email_verified"]) == ("ann@example.com", True)
        assert identity["exp"] - identity["iat"] == 3600
        assert abs(identity["iat"] - time.time()) < 60
        assert idp.get_user(AccessToken=tokens["AccessToken"])["Username"] == user
        again = idp.initiate_auth(
            ClientId=client, AuthFlow="REFRESH_TOKEN_AUTH", AuthParameters={"REFRESH_TOKEN": tokens["RefreshToken"]}
        )["AuthenticationResult"]
        assert verified(cloud, pool, again["AccessToken"])["sub"] == access["sub"]

    def test_of_another_pool_do_not_verify(self, cloud: Any, idp: Any, pool: Any, make_client: Any, user: str) -> None:
        client = make_client(ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"])["ClientId"]
        given = {"USERNAME": user, "PASSWORD": PASSWORD}
        tokens = idp.admin_initiate_auth(
            **pool, ClientId=client, AuthFlow="ADMIN_USER_PASSWORD_AUTH", AuthParameters=given
        )["AuthenticationResult"]
        assert verified(cloud, pool, tokens["IdToken"])["sub"]
        other = idp.create_user_pool(PoolName="others")["UserPool"]["Id"]
        with pytest.raises(InvalidKeyIdError):
            verified(cloud, {"UserPoolId": other}, tokens["IdToken"])

    def test_a_new_user_has_to_choose_a_password(self, idp: Any, pool: Any, make_client: Any) -> None:
        client = make_client(ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"])["ClientId"]
        idp.admin_create_user(**pool, Username="bob", TemporaryPassword="Temporary-1", MessageAction="SUPPRESS")
        given = {"USERNAME": "bob", "PASSWORD": "Temporary-1"}
        asked = idp.initiate_auth(ClientId=client, AuthFlow="USER_PASSWORD_AUTH", AuthParameters=given)
        assert asked["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
        answer = {"USERNAME": "bob", "NEW_PASSWORD": PASSWORD}
        done = idp.respond_to_auth_challenge(
            ClientId=client, ChallengeName=asked["ChallengeName"], Session=asked["Session"], ChallengeResponses=answer
        )
        assert done["AuthenticationResult"]["AccessToken"]

    def test_sign_ins_that_are_refused(self, idp: Any, pool: Any, make_client: Any, user: str, code: Any) -> None:
        start, given = idp.initiate_auth, {"USERNAME": user, "PASSWORD": PASSWORD}
        flow = {"AuthFlow": "USER_PASSWORD_AUTH"}
        closed = make_client()["ClientId"]
        assert code(start, ClientId=closed, **flow, AuthParameters=given) == "InvalidParameterException"
        open_flows = {"ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]}
        client = make_client(**open_flows, GenerateSecret=True, PreventUserExistenceErrors="ENABLED")
        key = client["ClientId"]
        assert code(start, ClientId=key, **flow, AuthParameters=given) == "NotAuthorizedException"
        message = f"{user}{key}".encode()
        digest = hmac.new(client["ClientSecret"].encode(), message, hashlib.sha256).digest()
        proof = {"SECRET_HASH": base64.b64encode(digest).decode()}
        wrong = {**given, **proof, "PASSWORD": "x"}
        assert code(start, ClientId=key, **flow, AuthParameters=wrong) == "NotAuthorizedException"
        assert start(ClientId=key, **flow, AuthParameters={**given, **proof})["AuthenticationResult"]
        simple = make_client(**open_flows)["ClientId"]
        nobody = {"USERNAME": "nobody", "PASSWORD": "x"}
        assert code(start, ClientId=simple, **flow, AuthParameters=nobody) == "UserNotFoundException"
        refresh = {"AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": {"REFRESH_TOKEN": "unknown"}}
        assert code(start, ClientId=simple, **refresh) == "NotAuthorizedException"

    def test_refresh_tokens_rotate(self, idp: Any, pool: Any, make_client: Any, user: str, code: Any) -> None:
        client = make_client(
            ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"],
            RefreshTokenRotation={"Feature": "ENABLED", "RetryGracePeriodSeconds": 0},
        )["ClientId"]
        given = {"USERNAME": user, "PASSWORD": PASSWORD}
        tokens = idp.initiate_auth(ClientId=client, AuthFlow="USER_PASSWORD_AUTH", AuthParameters=given)
        old = {"ClientId": client, "RefreshToken": tokens["AuthenticationResult"]["RefreshToken"]}
        new = idp.get_tokens_from_refresh_token(**old)["AuthenticationResult"]["RefreshToken"]
        assert code(idp.get_tokens_from_refresh_token, **old) == "NotAuthorizedException"
        assert idp.get_tokens_from_refresh_token(ClientId=client, RefreshToken=new)["AuthenticationResult"]

    def test_of_a_machine(self, cloud: Any, idp: Any, pool: Any, make_client: Any) -> None:
        scopes = [{"ScopeName": name, "ScopeDescription": name} for name in ("read", "write")]
        idp.create_resource_server(**pool, Identifier="orders", Name="Orders", Scopes=scopes)
        client = make_client(
            GenerateSecret=True,
            AllowedOAuthFlowsUserPoolClient=True,
            AllowedOAuthFlows=["client_credentials"],
            AllowedOAuthScopes=["orders/read"],
        )
        assert "token_endpoint" not in discovery(cloud, pool)
        idp.create_user_pool_domain(**pool, Domain="people")
        url = discovery(cloud, pool)["token_endpoint"]
        assert url.endswith("/oauth2/token")
        body = {"grant_type": "client_credentials"}
        secret = {"client_id": client["ClientId"], "client_secret": client["ClientSecret"]}
        status, granted = post(url, **body, **secret)
        assert (status, granted["token_type"], granted["expires_in"]) == (200, "Bearer", 3600)
        claims = verified(cloud, pool, granted["access_token"])
        assert (claims["sub"], claims["client_id"], claims["scope"]) == (*[client["ClientId"]] * 2, "orders/read")
        assert (claims["token_use"], "aud" in claims) == ("access", False)

        pair = base64.b64encode(f"{client['ClientId']}:{client['ClientSecret']}".encode()).decode()
        basic = {"Authorization": f"Basic {pair}"}
        assert post(url, basic, **body, scope="orders/read")[0] == 200
        assert post(url, basic, **body, scope="orders/write") == (400, {"error": "invalid_scope"})
        assert post(url, **body, **{**secret, "client_secret": "x"}) == (400, {"error": "invalid_client"})
        assert post(url, basic, grant_type="authorization_code") == (400, {"error": "unsupported_grant_type"})
        plain = make_client()["ClientId"]
        assert post(url, **body, client_id=plain) == (400, {"error": "unauthorized_client"})
        told = [(entry["service"], entry["operation"]) for entry in cloud.requests()]
        assert ("cognito-domain", "client_credentials") in told
