# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Users, roles and sign-in: requirements 12."""

from __future__ import annotations

from typing import Any

from .broken import need
from .check import Checks, Evidence
from .live import Live

AUTH = Checks()
LEAST_PASSWORD = 12
KINDS = ("Uppercase", "Lowercase", "Numbers", "Symbols")
BY_PASSWORD = {"ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"}
MOST_MINUTES = 60
_MINUTES = {"seconds": 1 / 60, "minutes": 1, "hours": 60, "days": 1440}


@AUTH.shows("12.a", "12.1.a")
def people_are_known_by_their_address(live: Live) -> Evidence:
    pool = _pool(live)
    need(pool.get("UsernameAttributes") == ["email"], f"people sign in by {pool.get('UsernameAttributes')}")
    need(pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"], f"anybody can sign up in {pool['Id']}")
    ways = [one["Name"] for one in pool.get("AccountRecoverySetting", {}).get("RecoveryMechanisms", [])]
    need(ways and ways[0] == "verified_email", f"who has forgotten his password gets a new one by {ways}")
    return {"user pool": pool["Id"], "recovery": ways}


@AUTH.shows("12.1.b")
def users_have_their_attributes(live: Live) -> Evidence:
    attributes = {one["Name"]: one for one in _pool(live)["SchemaAttributes"]}
    need(attributes["email"]["Required"], "the address of a user may be missing")
    own = sorted(name for name in attributes if name.startswith("custom:"))
    need(own, "users have no attributes of the platform")
    return {"attributes": own}


@AUTH.shows("12.1.b")
def passwords_are_hard_to_guess(live: Live) -> Evidence:
    policy = _pool(live)["Policies"]["PasswordPolicy"]
    length = policy["MinimumLength"]
    need(length >= LEAST_PASSWORD, f"passwords may have {length} characters")
    missing = [kind.lower() for kind in KINDS if not policy[f"Require{kind}"]]
    need(not missing, f"passwords may be without {', '.join(missing)}")
    return {"least length of passwords": length}


@AUTH.shows("12.b", "12.1.c")
def there_is_a_second_factor(live: Live) -> Evidence:
    """By an authenticator; text messages cost, so they are there where the environment says so."""
    found = live.ask("cognito-idp", "GetUserPoolMfaConfig", UserPoolId=_pool(live)["Id"])
    mfa = found.get("MfaConfiguration")
    need(mfa in ("ON", "OPTIONAL"), f"MFA is {mfa}")
    need(found.get("SoftwareTokenMfaConfiguration", {}).get("Enabled"), "no authenticator can be a second factor")
    by_text = bool(found.get("SmsMfaConfiguration", {}).get("SmsConfiguration"))
    return {"MFA": mfa, "by authenticator": True, "by text message": by_text}


@AUTH.shows("12.d", "12.1.d")
def roles_are_groups_of_which_one_comes_first(live: Live) -> Evidence:
    groups = live.list("cognito-idp", "ListGroups", UserPoolId=_pool(live)["Id"])
    order = {one["GroupName"]: one.get("Precedence") for one in groups}
    need(len(order) >= 2, f"there are no roles to tell apart: {', '.join(order) or 'no groups'}")
    clear = None not in order.values() and len(set(order.values())) == len(order)
    need(clear, f"of who is in two groups it is not clear what he may do: {order}")
    return {"groups": order}


@AUTH.shows("12.b", "12.2.a")
def people_sign_in_by_code(live: Live) -> Evidence:
    for client in _public(live):
        name = client["ClientName"]
        flows = client.get("AllowedOAuthFlows")
        need(flows == ["code"], f"people sign in at {name} by {flows}")
        passwords = BY_PASSWORD & set(client.get("ExplicitAuthFlows", []))
        need(not passwords, f"{name} takes passwords: {', '.join(sorted(passwords))}")
    return {"clients for people": [client["ClientId"] for client in _public(live)]}


@AUTH.shows("12.2.a")
def scopes_say_what_a_token_is_for(live: Live) -> Evidence:
    servers = live.list("cognito-idp", "ListResourceServers", UserPoolId=_pool(live)["Id"], MaxResults=50)
    known = {f"{one['Identifier']}/{scope['ScopeName']}" for one in servers for scope in one.get("Scopes", [])}
    need(known, f"{_pool(live)['Id']} has no scopes of its own")
    evidence = {}
    for client in _clients(live):
        asked = set(client.get("AllowedOAuthScopes", []))
        need(asked & known, f"tokens of {client['ClientName']} have none of the scopes {', '.join(sorted(known))}")
        need("aws.cognito.signin.user.admin" not in asked, f"tokens of {client['ClientName']} change the user himself")
        evidence[client["ClientName"]] = sorted(asked)
    return {"scopes": evidence}


@AUTH.shows("12.2.a")
def machines_get_tokens_by_a_secret(live: Live) -> Evidence:
    machines = [client for client in _clients(live) if "client_credentials" in client.get("AllowedOAuthFlows", [])]
    need(machines, "no client gives tokens to machines")
    mixed = [one["ClientName"] for one in machines if one["AllowedOAuthFlows"] != ["client_credentials"]]
    need(not mixed, f"{', '.join(mixed)} give tokens to people and machines")
    return {"clients for machines": [client["ClientId"] for client in machines]}


@AUTH.shows("12.2.d")
def sessions_end(live: Live) -> Evidence:
    """Tokens are short, can be called back, and a stolen refresh token is used once."""
    evidence = {}
    for client in _public(live):
        name = client["ClientName"]
        need(client.get("EnableTokenRevocation"), f"tokens of {name} can't be called back")
        rotation = client.get("RefreshTokenRotation", {}).get("Feature")
        need(rotation == "ENABLED", f"refresh tokens of {name} are used again and again")
        need(client.get("PreventUserExistenceErrors") == "ENABLED", f"{name} tells who has an account")
        unit = client.get("TokenValidityUnits", {}).get("AccessToken", "hours")
        minutes = client.get("AccessTokenValidity", 1) * _MINUTES[unit]
        need(minutes <= MOST_MINUTES, f"access tokens of {name} hold for {minutes:g} minutes")
        evidence[name] = minutes
    return {"minutes of access tokens": evidence}


def _pool(live: Live) -> dict[str, Any]:
    pool = live.one("auth", "cognito_user_pool")["id"]
    return live.ask("cognito-idp", "DescribeUserPool", UserPoolId=pool)["UserPool"]


def _clients(live: Live) -> list[dict[str, Any]]:
    pool = _pool(live)["Id"]
    listed = live.list("cognito-idp", "ListUserPoolClients", UserPoolId=pool, MaxResults=60)
    asked = [
        live.ask("cognito-idp", "DescribeUserPoolClient", UserPoolId=pool, ClientId=one["ClientId"]) for one in listed
    ]
    return [one["UserPoolClient"] for one in asked]


def _public(live: Live) -> list[dict[str, Any]]:
    """Clients in browsers, which keep no secret."""
    found = [client for client in _clients(live) if "ClientSecret" not in client]
    need(found, "no client is for people")
    return found
