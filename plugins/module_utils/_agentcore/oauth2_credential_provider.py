# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Providers of OAuth 2 tokens."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import Resource

# Only requests have these; an answer tells where the secret lies.
_SECRET = ("clientSecret", "clientSecretConfig", "clientSecretSource")


def _observe(_context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """Requests call the settings ...ConfigInput, answers ...ConfigOutput."""
    return {**live, "oauth2ProviderConfigInput": live.get("oauth2ProviderConfigOutput")}


RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="Oauth2CredentialProvider",
    returns="oauth2_credential_provider",
    observe=_observe,
    ignore=_SECRET,
    secret=("client_secret",),
    unreadable=("oauth2ProviderConfigInput",),
    immutable=("credentialProviderVendor",),
    name_family="agentcore_credential_provider",
)
