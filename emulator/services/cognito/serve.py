"""What a user pool serves over HTTP: its public keys, its OpenID configuration, and tokens for clients.

There are no sign-in pages, so there is no authorization endpoint and no grant by code.
unverified: the error for a scope that the client may not have, and HTTP statuses of errors.
"""

import base64
import binascii
import hmac
import json
from typing import Any
from urllib.parse import parse_qs, unquote_plus

from emulator import overrides
from emulator.site import Answer, Visit

# moto's part for Cognito and the library for tokens are imported when they are needed, for a quick start.


def pools() -> list[Any]:
    """The user pools of all accounts and regions."""
    from moto.cognitoidp.models import cognitoidp_backends

    overrides.install("cognito-idp")
    backends = [backend for regions in list(cognitoidp_backends.values()) for backend in list(regions.values())]
    return [pool for backend in backends for pool in list(backend.user_pools.values())]


def keys(visit: Visit) -> Answer:
    from emulator.services.cognito.issuer import keys_of

    pool = next((pool for pool in pools() if pool.id == visit.found["pool"]), None)
    if pool is None:
        return render(404, {"message": f"User pool {visit.found['pool']} does not exist."})
    return render(200, {"keys": [key.as_dict(private=False) for key in keys_of(pool).values()]})


def configuration(visit: Visit) -> Answer:
    from emulator.services.cognito.issuer import issuer_of, token_endpoint

    pool = next((pool for pool in pools() if pool.id == visit.found["pool"]), None)
    if pool is None:
        return render(404, {"message": f"User pool {visit.found['pool']} does not exist."})
    issuer, endpoint = issuer_of(pool), token_endpoint(pool)
    told = {
        "issuer": issuer,
        "jwks_uri": f"{issuer}/.well-known/jwks.json",
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "token"],
        "scopes_supported": ["openid", "email", "phone", "profile"],
        "subject_types_supported": ["public"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
    }
    return render(200, {**told, **({"token_endpoint": endpoint} if endpoint else {})})


def grant_of(body: bytes) -> str | None:
    return _form(body).get("grant_type")


def token(visit: Visit) -> Answer:
    """Tokens for a client that proves who it is: by its secret alone, or for a refresh token."""
    if visit.environ["REQUEST_METHOD"] != "POST":
        return render(405, {"error": "invalid_request"}, ("Allow", "POST"))
    domain, form = visit.found["domain"], _form(visit.body)
    pool = next((pool for pool in pools() if pool.domain and pool.domain.domain == domain), None)
    if pool is None:
        return render(404, {"error": "invalid_request"})
    client_id, secret = _credentials(visit.environ, form)
    client = pool.clients.get(client_id)
    if client is None or (client.generate_secret and not hmac.compare_digest(client.secret, secret)):
        return render(400, {"error": "invalid_client"})
    grant = {"client_credentials": _by_secret, "refresh_token": _by_refresh_token}.get(form.get("grant_type", ""))
    return grant(pool, client, form) if grant else render(400, {"error": "unsupported_grant_type"})


def _by_secret(pool: Any, client: Any, form: dict[str, str]) -> Answer:
    from emulator.overrides.cognito_parts import validity
    from emulator.services.cognito.issuer import sign

    config = client.extended_config
    flows = config.get("AllowedOAuthFlows", []) if config["AllowedOAuthFlowsUserPoolClient"] else []
    if "client_credentials" not in flows:
        return render(400, {"error": "unauthorized_client"})
    allowed = config.get("AllowedOAuthScopes", [])
    scopes = form["scope"].split() if form.get("scope") else allowed
    if not set(scopes) <= set(allowed):
        return render(400, {"error": "invalid_scope"})
    lifetime = validity(config, "AccessToken")
    claims = {"sub": client.id, "client_id": client.id, "scope": " ".join(scopes), "version": 2}
    return _granted(lifetime, access_token=sign(pool, "access", lifetime, claims))


def _by_refresh_token(pool: Any, client: Any, form: dict[str, str]) -> Answer:
    from moto.cognitoidp.exceptions import NotAuthorizedError

    try:
        access, identity, lifetime = pool.create_tokens_from_refresh_token(form.get("refresh_token", ""), client.id)
    except NotAuthorizedError:
        return render(400, {"error": "invalid_grant"})
    return _granted(lifetime, access_token=access, id_token=identity)


def _granted(lifetime: int, **tokens: str) -> Answer:
    return render(200, {**tokens, "expires_in": lifetime, "token_type": "Bearer"}, ("Cache-Control", "no-store"))


def _form(body: bytes) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}


def _credentials(environ: dict[str, Any], form: dict[str, str]) -> tuple[str, str]:
    kind, _space, encoded = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    if kind.lower() != "basic":
        return form.get("client_id", ""), form.get("client_secret", "")
    try:
        name, _colon, secret = base64.b64decode(encoded).decode().partition(":")
    except (ValueError, binascii.Error):
        return "", ""
    return unquote_plus(name), unquote_plus(secret)


def render(status: int, content: dict[str, Any], *headers: tuple[str, str]) -> Answer:
    return status, [("Content-Type", "application/json"), *headers], json.dumps(content).encode()
