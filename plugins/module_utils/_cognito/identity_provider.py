# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Identity providers, by which people sign in to a user pool with an account that they have elsewhere."""

from __future__ import annotations

from typing import Any

from .._engine.diff import same_set
from .._engine.resource import Resource

Members = dict[str, Any]

_SECRETS = ("client_secret", "private_key")


def _observe(context: Any, live: Members) -> Members:
    """Without secrets, and without what the service adds by itself, such as the URLs that it discovers."""
    asked = context.wanted.get("ProviderDetails")
    told = {name: value for name, value in live.get("ProviderDetails", {}).items() if name not in _SECRETS}
    details = told if asked is None else {name: value for name, value in told.items() if name in asked}
    return {**live, "ProviderDetails": details}


def _with_secrets(context: Any, request: Members) -> Members:
    given = {name: context.params[name] for name in _SECRETS if context.params.get(name)}
    if "ProviderDetails" not in request:
        return request
    return {**request, "ProviderDetails": {**request["ProviderDetails"], **given}}


RESOURCE = Resource(
    service="cognito-idp",
    noun="IdentityProvider",
    returns="identity_provider",
    read="DescribeIdentityProvider",
    parents=("UserPoolId",),
    renames={"name": "ProviderName"},
    local=_SECRETS,
    observe=_observe,
    create_request=_with_secrets,
    update_sends="changed",
    update_request=lambda context, _live, request, _changes: _with_secrets(context, request),
    compare={"IdpIdentifiers": same_set},
    secret=_SECRETS,
    unreadable=("ProviderDetails",),
)
