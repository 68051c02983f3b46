"""Cognito: who may sign in how, and tokens with the pool's own keys, claims and lifetimes."""

import time
from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException, NotAuthorizedError, UserNotFoundError
from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpUserPool
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.cognitoidp.utils import check_secret_hash
from moto.core.responses import ActionResult

from emulator.overrides.cognito_parts import validity
from emulator.overrides.patch import add, around
from emulator.services.cognito.issuer import sign

ALLOWED_BY_DEFAULT = ("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH")
ALLOWS = {"ADMIN_NO_SRP_AUTH": "ALLOW_ADMIN_USER_PASSWORD_AUTH", "REFRESH_TOKEN": "ALLOW_REFRESH_TOKEN_AUTH"}
ALWAYS_WITH_OLD_NAMES = ("USER_SRP_AUTH", "REFRESH_TOKEN", "REFRESH_TOKEN_AUTH")
BY_PASSWORD = ("USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH")
WRONG = "Incorrect username or password."


def install() -> None:
    @around(CognitoIdpResponse, "create_user_pool")
    def create(moto: Any, self: Any) -> ActionResult:
        result: ActionResult = moto()
        self.backend.user_pools[result.result["UserPool"]["Id"]].host = self.headers.get("Host", "")
        return result

    install_sign_in()
    install_tokens()
    install_rotation()


def install_sign_in() -> None:
    @around(CognitoIdpBackend, "initiate_auth")
    def initiate(moto: Any, self: Any, client_id: str, auth_flow: str, auth_parameters: dict[str, str]) -> Any:
        pool = next((pool for pool in self.user_pools.values() if client_id in pool.clients), None)
        if pool is not None:
            check_sign_in(pool, pool.clients[client_id], auth_flow, auth_parameters)
        return moto(client_id, auth_flow, auth_parameters)

    @around(CognitoIdpBackend, "admin_initiate_auth")
    def admin(moto: Any, self: Any, user_pool_id: str, client_id: str, auth_flow: str, parameters: Any) -> Any:
        client = self.describe_user_pool_client(user_pool_id, client_id)
        check_sign_in(self.describe_user_pool(user_pool_id), client, auth_flow, parameters or {})
        return moto(user_pool_id, client_id, auth_flow, parameters or {})


def check_sign_in(pool: Any, client: Any, flow: str, given: dict[str, str]) -> None:
    allowed = client.extended_config.get("ExplicitAuthFlows") or ALLOWED_BY_DEFAULT
    old_names = not any(name.startswith("ALLOW_") for name in allowed)
    named = {flow, ALLOWS.get(flow, f"ALLOW_{flow}")}
    if not named & set(allowed) and not (old_names and flow in ALWAYS_WITH_OLD_NAMES):
        raise InvalidParameterException(f"{flow} flow not enabled for this client")
    if flow not in BY_PASSWORD:
        return
    name = given.get("USERNAME", "")
    if client.generate_secret and "SECRET_HASH" not in given:
        raise NotAuthorizedError(f"Client {client.id} is configured with secret but SECRET_HASH was not received")
    if client.generate_secret and not check_secret_hash(client.secret, client.id, name, given["SECRET_HASH"]):
        raise NotAuthorizedError(f"Unable to verify secret hash for client {client.id}")
    user = pool._get_user(name)
    if user is None and client.extended_config.get("PreventUserExistenceErrors") != "ENABLED":
        raise UserNotFoundError("User does not exist.")
    if user is None or user.password != given.get("PASSWORD"):
        raise NotAuthorizedError(WRONG)


def install_tokens() -> None:
    @around(CognitoIdpUserPool, "create_jwt")
    def issue(
        _moto: Any,
        self: Any,
        client_id: str,
        username: str,
        use: str,
        expires_in: int = 3600,
        extra_data: dict[str, Any] | None = None,
    ) -> tuple[str, int]:
        user, client = self._get_user(username), self.clients[client_id]
        lifetime = validity(client.extended_config, {"access": "AccessToken", "id": "IdToken"}[use])
        claims = {**(extra_data or {}), **groups_of(user, use), "sub": user.id}
        if use == "access":
            claims.update(client_id=client_id, username=user.username, version=2)
        else:
            claims.update({**attributes_of(user, client), "aud": client_id, "cognito:username": user.username})
        return sign(self, use, lifetime, claims), lifetime

    @around(CognitoIdpUserPool, "create_refresh_token")
    def refreshable(moto: Any, self: Any, client_id: str, username: str) -> tuple[str, str]:
        token: str
        token, origin = moto(client_id, username)
        lifetime = validity(self.clients[client_id].extended_config, "RefreshToken")
        self.__dict__.setdefault("refresh_until", {})[token] = time.time() + lifetime
        return token, origin

    @around(CognitoIdpUserPool, "create_tokens_from_refresh_token")
    def refresh(moto: Any, self: Any, refresh_token: str, client_id: str | None = None) -> Any:
        """I(client_id), where it is told, must be the client that the refresh token was issued to."""
        known = self.refresh_tokens.get(refresh_token)
        if known is None or client_id not in (None, known[0]) or known[0] not in self.clients:
            raise NotAuthorizedError("Invalid Refresh Token")
        if time.time() >= self.refresh_until[refresh_token]:
            raise NotAuthorizedError("Refresh Token has expired")
        return moto(refresh_token)


def groups_of(user: Any, use: str) -> dict[str, Any]:
    """The claims about a user's groups, that of the lowest precedence first."""
    groups = sorted(user.groups, key=lambda group: (group.precedence is None, group.precedence or 0, group.group_name))
    claims: dict[str, Any] = {"cognito:groups": [group.group_name for group in groups]} if groups else {}
    roles = [group.role_arn for group in groups if group.role_arn]
    if roles and use == "id":
        claims.update({"cognito:roles": roles, "cognito:preferred_role": roles[0]})
    return claims


def attributes_of(user: Any, client: Any) -> dict[str, Any]:
    """The user's attributes that a client may read: all, unless it says which."""
    readable = client.extended_config.get("ReadAttributes")
    told = {entry["Name"]: entry["Value"] for entry in user.attributes if entry["Name"] != "sub"}
    return {
        name: value == "true" if name.endswith("_verified") else value
        for name, value in told.items()
        if readable is None or name in readable
    }


def install_rotation() -> None:
    @add(CognitoIdpResponse, "get_tokens_from_refresh_token")
    def rotate(self: Any) -> ActionResult:
        """New tokens; a client that rotates refresh tokens gets a new one, and soon cannot use the old one."""
        params = self.parameters
        pool = self._get_region_agnostic_backend()._find_backend_for_clientid(params["ClientId"])
        pool = next((one for one in pool.user_pools.values() if params["ClientId"] in one.clients), None)
        if pool is None:
            raise NotAuthorizedError("Invalid Refresh Token")
        old, client = params["RefreshToken"], pool.clients[params["ClientId"]]
        if client.generate_secret and params.get("ClientSecret") != client.secret:
            raise NotAuthorizedError("Invalid client secret")
        access, identity, lifetime = pool.create_tokens_from_refresh_token(old, client.id)
        result = {"AccessToken": access, "IdToken": identity, "ExpiresIn": lifetime, "TokenType": "Bearer"}
        rotation = client.extended_config.get("RefreshTokenRotation", {})
        if rotation.get("Feature") == "ENABLED":
            result["RefreshToken"], _origin = pool.create_refresh_token(client.id, pool.refresh_tokens[old][1])
            # A rotated token lives no longer than the first one would have.
            pool.refresh_until[result["RefreshToken"]] = pool.refresh_until[old]
            grace = time.time() + rotation.get("RetryGracePeriodSeconds", 0)
            pool.refresh_until[old] = min(pool.refresh_until[old], grace)
        return ActionResult({"AuthenticationResult": result})
