# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Providers of API keys."""

from __future__ import annotations

from .._engine.resource import Resource

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="ApiKeyCredentialProvider",
    returns="api_key_credential_provider",
    secret=("api_key",),
    unreadable=("apiKey", "apiKeySecretConfig"),
    name_family="agentcore_credential_provider",
)
