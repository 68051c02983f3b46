# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Services of Cloud Map: names under which instances are found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .operation import ticket

Members = dict[str, Any]
_CHANGEABLE = ("Description", "DnsConfig", "HealthCheckConfig")


def _update(context: Context, live: Members, _value: Any) -> None:
    """An update loses what it does not say, so it says all; after the first there is nothing left for others."""
    wanted = {name: context.wanted.get(name, live.get(name)) for name in _CHANGEABLE}
    if "DnsConfig" in live and wanted["DnsConfig"]:
        wanted["DnsConfig"] = {"DnsRecords": wanted["DnsConfig"]["DnsRecords"]}
        live = {**live, "DnsConfig": {"DnsRecords": live["DnsConfig"]["DnsRecords"]}}
    changed = [name for name in _CHANGEABLE if wanted[name] != live.get(name)]
    if changed:
        sent = {name: value for name, value in wanted.items() if value}
        ticket(context, context.api.call("UpdateService", Id=live["Id"], Service=sent))


def _locked(_context: Context, _live: Members, changes: Members) -> Iterable[str]:
    """Records and their times to live can change, the rest of the DNS settings cannot."""
    before, after = changes.get("DnsConfig", (None, None))
    policy = "RoutingPolicy"
    return ["DnsConfig"] if policy in (after or {}) and (before or {}).get(policy) != after[policy] else []


RESOURCE = Resource(
    service="servicediscovery",
    noun="Service",
    returns="service",
    find=ByList(match={"Name": "Name", "NamespaceId": "NamespaceId"}, filters={"NAMESPACE_ID": "NamespaceId"}),
    update="",
    ids={"Id": "Id"},
    locked=_locked,
    updaters=dict.fromkeys(_CHANGEABLE, _update),
    explain={"ResourceInUse": "Deregister its instances first; those of an ECS service go with that."},
    tagging=Tagging(target={"ResourceARN": "Arn"}),
    name_family="servicediscovery_service",
)
