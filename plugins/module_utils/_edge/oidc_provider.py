# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Identity providers that speak OpenID Connect, which roles may trust."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_SCHEME = "https://"
_ARN = "OpenIDConnectProviderArn"


def _bare(url: str | None) -> str:
    return str(url or "").removeprefix(_SCHEME).rstrip("/")


def _is_at(live: Members, wanted: Members) -> bool:
    """Whether a provider, or an entry of the list, which tells its ARN only, is the one at the wanted URL."""
    url = live["Url"] if "Url" in live else live[_ARN].partition("oidc-provider/")[2]
    return "Url" not in wanted or _bare(url) == _bare(wanted["Url"])


def _set_clients(context: Context, live: Members, wanted: list[str]) -> None:
    current = live.get("ClientIDList") or []
    for client in [client for client in wanted if client not in current]:
        context.api.call("AddClientIDToOpenIDConnectProvider", **{_ARN: live[_ARN]}, ClientID=client)
    for client in [client for client in current if client not in wanted]:
        context.api.call("RemoveClientIDFromOpenIDConnectProvider", **{_ARN: live[_ARN]}, ClientID=client)


def _set_thumbprints(context: Context, live: Members, wanted: list[str]) -> None:
    context.api.call("UpdateOpenIDConnectProviderThumbprint", **{_ARN: live[_ARN]}, ThumbprintList=wanted)


RESOURCE = Resource(
    service="iam",
    noun="OpenIDConnectProvider",
    returns="oidc_provider",
    find=ByList(likely=_is_at, agrees=_is_at),
    update="",
    ids={_ARN: _ARN},
    observe=lambda _context, live: {**live, "Url": _SCHEME + _bare(live.get("Url"))},
    computed=lambda _context, live: {"url": _SCHEME + _bare(live.get("Url"))},
    compare={
        "Url": lambda wanted, current: _bare(wanted) == _bare(current),
        "ClientIDList": same_set,
        "ThumbprintList": same_set,
    },
    updaters={"ClientIDList": _set_clients, "ThumbprintList": _set_thumbprints},
    tagging=Tagging(
        target={_ARN: _ARN}, tag="TagOpenIDConnectProvider", untag="UntagOpenIDConnectProvider", inline="Tags"
    ),
    explain={"OpenIdIdpCommunicationError": "AWS reads the provider's certificate from the URL; give thumbprint_list."},
)
