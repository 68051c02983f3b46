"""What the requirements say of users, roles and tokens, asked of a deployed platform."""

from __future__ import annotations

from typing import Any

from tests.e2e.journey import Target


def _outputs(target: Target) -> dict[str, str]:
    path = f"/{target.prefix}/{target.environment}/outputs/auth/"
    pages = target.client("ssm").get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True)
    return {item["Name"].removeprefix(path): item["Value"] for page in pages for item in page["Parameters"]}


def _pool(target: Target) -> dict[str, Any]:
    return target.client("cognito-idp").describe_user_pool(UserPoolId=_outputs(target)["user_pool_id"])["UserPool"]


def _client(target: Target, name: str) -> dict[str, Any]:
    outputs = _outputs(target)
    found = target.client("cognito-idp").describe_user_pool_client(
        UserPoolId=outputs["user_pool_id"], ClientId=outputs[f"{name}_client_id"]
    )
    return found["UserPoolClient"]


def people_sign_in_with_their_address_and_a_good_password(target: Target) -> None:
    """12.a 12.1.a 12.1.b"""
    pool = _pool(target)
    assert pool["UsernameAttributes"] == ["email"]
    password = pool["Policies"]["PasswordPolicy"]
    assert password["MinimumLength"] >= 12
    for kind in ("Uppercase", "Lowercase", "Numbers", "Symbols"):
        assert password[f"Require{kind}"] is True
    attributes = {item["Name"]: item for item in pool["SchemaAttributes"]}
    assert attributes["email"]["Required"] is True
    assert "custom:organization" in attributes
    assert pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True
    assert [item["Name"] for item in pool["AccountRecoverySetting"]["RecoveryMechanisms"]] == ["verified_email"]


def a_second_factor_is_there(target: Target) -> None:
    """12.b 12.1.c"""
    found = target.client("cognito-idp").get_user_pool_mfa_config(UserPoolId=_outputs(target)["user_pool_id"])
    assert found["MfaConfiguration"] in ("ON", "OPTIONAL")
    assert found["SoftwareTokenMfaConfiguration"]["Enabled"] is True


def roles_are_groups_the_strongest_first(target: Target) -> None:
    """12.d 12.1.d"""
    groups = target.client("cognito-idp").list_groups(UserPoolId=_outputs(target)["user_pool_id"])["Groups"]
    order = [group["GroupName"] for group in sorted(groups, key=lambda group: group["Precedence"])]
    assert order == ["admin", "manager", "user", "viewer"]


def the_web_application_signs_people_in_by_code_and_keeps_no_secret(target: Target) -> None:
    """12.b 12.2.a 12.2.d"""
    client = _client(target, "web")
    assert "ClientSecret" not in client
    assert client["AllowedOAuthFlows"] == ["code"]
    assert set(client["AllowedOAuthScopes"]) == {"openid", "email", "profile", "api/read", "api/write"}
    assert not {"ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"} & set(client["ExplicitAuthFlows"])
    assert client["EnableTokenRevocation"] is True
    assert client["RefreshTokenRotation"]["Feature"] == "ENABLED"
    assert client["PreventUserExistenceErrors"] == "ENABLED"
    assert (client["AccessTokenValidity"], client["TokenValidityUnits"]["AccessToken"]) == (30, "minutes")


def the_backend_gets_tokens_for_itself(target: Target) -> None:
    """12.2.a"""
    client = _client(target, "backend")
    assert client["ClientSecret"]
    assert client["AllowedOAuthFlows"] == ["client_credentials"]
    assert set(client["AllowedOAuthScopes"]) == {"api/read", "api/write"}
    servers = target.client("cognito-idp").list_resource_servers(
        UserPoolId=_outputs(target)["user_pool_id"], MaxResults=50
    )["ResourceServers"]
    assert {scope["ScopeName"] for scope in servers[0]["Scopes"]} == {"read", "write", "admin"}


def tokens_can_be_checked(target: Target) -> None:
    """12.c 12.2.b"""
    outputs = _outputs(target)
    assert outputs["issuer"].endswith(outputs["user_pool_id"])
    assert outputs["jwks_url"] == f"{outputs['issuer']}/.well-known/jwks.json"
    described = target.client("cognito-idp").describe_user_pool_domain(Domain=outputs["domain"])["DomainDescription"]
    assert (described["UserPoolId"], described["Status"]) == (outputs["user_pool_id"], "ACTIVE")
