"""The issuer of a user pool's tokens: its name, its keys, and signing with them."""

import time
import uuid
from typing import Any

from joserfc import jwk, jwt

DOMAIN_PATH = "/_domain/{domain}"
"""Where the local cloud itself speaks for a domain; no bucket can have such a name."""
USES = ("id", "access")
"""Tokens of either use are signed with a key that has an id of its own."""


def issuer_of(pool: Any) -> str:
    """Where the pool's issuer can be reached by the one who made it."""
    if not pool.host or pool.host.endswith(".amazonaws.com"):
        return f"https://cognito-idp.{pool.region}.amazonaws.com/{pool.id}"
    return f"http://{pool.host}/{pool.id}"


def token_endpoint(pool: Any) -> str | None:
    """Where clients get tokens; only a pool with a domain has that."""
    domain = pool.domain
    if not domain:
        return None
    if not pool.host or pool.host.endswith(".amazonaws.com"):
        host = domain.domain if "." in domain.domain else f"{domain.domain}.auth.{pool.region}.amazoncognito.com"
        return f"https://{host}/oauth2/token"
    return f"http://{pool.host}{DOMAIN_PATH.format(domain=domain.domain)}/oauth2/token"


def keys_of(pool: Any) -> dict[str, Any]:
    """The pool's keys by use. All are moto's one pair, which is quick and outlives a restart; their ids differ."""
    pair = {**pool.json_web_key.as_dict(private=True), "alg": "RS256", "use": "sig"}
    return {use: jwk.RSAKey.import_key({**pair, "kid": _key_id(pool, use)}) for use in USES}


def _key_id(pool: Any, use: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{pool.arn}#{use}"))


def sign(pool: Any, use: str, lifetime: int, claims: dict[str, Any]) -> str:
    """A signed token that is good for I(lifetime) seconds from now."""
    key, now = keys_of(pool)[use], int(time.time())
    common = {
        "iss": issuer_of(pool),
        "token_use": use,
        "auth_time": now,
        "iat": now,
        "exp": now + lifetime,
        "jti": str(uuid.uuid4()),
    }
    return jwt.encode({"kid": key.kid, "alg": "RS256"}, {**common, **claims}, key)
