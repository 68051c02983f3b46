# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Namespaces: each kind has operations of its own to create and to change it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .operation import ticket

Members = dict[str, Any]
_NOUNS = {"DNS_PRIVATE": "PrivateDnsNamespace", "DNS_PUBLIC": "PublicDnsNamespace", "HTTP": "HttpNamespace"}


def _updater(noun: str, member: str) -> Callable[[Context, Members, Any], None]:
    def update(context: Context, live: Members, value: Any) -> None:
        ticket(context, context.api.call(f"Update{noun}", Id=live["Id"], Namespace={member: value}))

    return update


def _observe(context: Context, live: Members) -> Members:
    kind = context.params.get("type")
    if kind and kind != live["Type"] and context.params["state"] == "present":
        raise EngineError(
            f"type of {context.what} is {live['Type']} and cannot become {kind}. Choose another name, or remove the "
            "namespace first. Nothing was changed."
        )
    return live


def _choose(params: Members) -> Resource:
    noun = _NOUNS[params.get("type") or "DNS_PRIVATE"]
    members = ("Description",) if noun == "HttpNamespace" else ("Description", "Properties")
    updaters = {member: _updater(noun, member) for member in members}
    return dataclasses.replace(RESOURCE, create=f"Create{noun}", updaters=updaters)


RESOURCE = Resource(
    service="servicediscovery",
    noun="Namespace",
    returns="namespace",
    find=ByList(match={"Name": "Name"}),
    create="CreatePrivateDnsNamespace",
    read="",
    update="",
    ids={"Id": "Id"},
    local=("type",),
    observe=_observe,
    choose=_choose,
    ticket=ticket,
    explain={
        "DuplicateRequest": "An earlier request is still under way: run again when it has ended.",
        "ResourceInUse": "Remove its services first.",
    },
    tagging=Tagging(target={"ResourceARN": "Arn"}),
    name_family="servicediscovery_namespace",
)
