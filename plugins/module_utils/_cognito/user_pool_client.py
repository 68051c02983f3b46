# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Clients of user pools: the applications that sign people, or themselves, in."""

from __future__ import annotations

from typing import Any

from .._engine.diff import same_set
from .._engine.resource import ByList, Resource

Members = dict[str, Any]


def _observe(_context: Any, live: Members) -> Members:
    return {**live, "GenerateSecret": bool(live.get("ClientSecret"))}


def _secret(context: Any, live: Members) -> Members:
    """The secret itself, for who asks for it."""
    asked = context.params.get("show_secret") and "ClientSecret" in live
    return {"client_secret": live["ClientSecret"]} if asked else {}


RESOURCE = Resource(
    service="cognito-idp",
    noun="UserPoolClient",
    returns="user_pool_client",
    find=ByList(match={"ClientName": "ClientName"}),
    read="DescribeUserPoolClient",
    parents=("UserPoolId",),
    ids={"UserPoolId": "UserPoolId", "ClientId": "ClientId"},
    renames={"name": "ClientName"},
    local=("show_secret",),
    observe=_observe,
    compare=dict.fromkeys(
        (
            "AllowedOAuthFlows",
            "AllowedOAuthScopes",
            "CallbackURLs",
            "ExplicitAuthFlows",
            "LogoutURLs",
            "ReadAttributes",
            "SupportedIdentityProviders",
            "WriteAttributes",
        ),
        same_set,
    ),
    secret=("client_secret",),
    computed=_secret,
    explain={
        "ScopeDoesNotExistException": "Scopes of one's own are those of a resource server, as identifier/scope.",
    },
    name_family="cognito_user_pool_client",
)
