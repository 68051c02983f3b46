# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What watches costs for anomalies."""

from __future__ import annotations

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging


def _name(context: Context) -> str | None:
    """The name of the account's own monitor, where that is to be taken; what is to be removed is never another's."""
    wanted = {member: context.params.get(option) for option, member in _SAME.items()}
    if not context.params.get("adopt") or context.params.get("state") == "absent":
        return None
    found = context.api.items(RESOURCE.operation("listing"), "AnomalyMonitors")
    alike = [entry for entry in found if all(entry.get(member) == value for member, value in wanted.items())]
    named = any(entry["MonitorName"] == context.params["name"] for entry in alike)
    return None if named or not alike else str(alike[0]["MonitorName"])


_SAME = {"monitor_type": "MonitorType", "monitor_dimension": "MonitorDimension"}

RESOURCE: Resource = Resource(
    service="ce",
    noun="AnomalyMonitor",
    returns="anomaly_monitor",
    find=ByList(match={"MonitorName": "MonitorName"}),
    read="",
    listing="GetAnomalyMonitors",
    ids={"MonitorArn": "MonitorArn"},
    envelopes={"CreateAnomalyMonitor": "AnomalyMonitor"},
    renames={"name": "MonitorName"},
    local=("adopt",),
    supplied={"MonitorName": _name},
    missing=("UnknownMonitorException",),
    explain={"LimitExceededException": "The account may have such a monitor already; set adopt to use that one."},
    tagging=Tagging(target={"ResourceArn": "MonitorArn"}),
)
