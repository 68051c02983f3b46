"""cognito-idp: what user pools serve outside the API. The operations are moto's, corrected in emulator/overrides."""

import re

from emulator.modeled.service import Service
from emulator.services.cognito import serve
from emulator.site import Site

POOL = r"/(?P<pool>[a-z-]+-\d_[0-9A-Za-z]+)"

SERVICE = Service(
    "cognito-idp",
    types=[],
    beside_moto=True,
    sites=(
        Site("cognito-issuer", re.compile(rf"{POOL}/\.well-known/jwks\.json"), serve.keys),
        Site("cognito-issuer", re.compile(rf"{POOL}/\.well-known/openid-configuration"), serve.configuration),
        Site("cognito-domain", re.compile(r"/_domain/(?P<domain>[^/]+)/oauth2/token"), serve.token, serve.grant_of),
    ),
)
