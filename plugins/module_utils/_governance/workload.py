# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Workloads that are held against lenses."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_OFFICIAL = ":wellarchitected::aws:lens/"


def _alias(lens: str) -> str:
    """The lenses of AWS have an ARN and a short name; either may be given or told."""
    return lens.rpartition(_OFFICIAL)[2]


def _same_lenses(wanted: list[str], current: list[str] | None) -> bool:
    return {_alias(lens) for lens in wanted} == {_alias(lens) for lens in current or []}


def _associate(context: Context, live: Members, wanted: list[str]) -> None:
    """New lenses come first: a workload is never without one."""
    there, asked = ({_alias(lens): lens for lens in lenses} for lenses in (live.get("Lenses") or [], wanted))
    for operation, lenses in (
        ("AssociateLenses", [lens for alias, lens in asked.items() if alias not in there]),
        ("DisassociateLenses", [lens for alias, lens in there.items() if alias not in asked]),
    ):
        if lenses:
            context.api.call(operation, WorkloadId=live["WorkloadId"], LensAliases=lenses)


RESOURCE = Resource(
    service="wellarchitected",
    noun="Workload",
    returns="workload",
    find=ByList(match={"WorkloadName": "WorkloadName"}),
    ids={"WorkloadId": "WorkloadId"},
    renames={"name": "WorkloadName"},
    updaters={"Lenses": _associate},
    update_sends="changed",
    compare={"Lenses": _same_lenses, **dict.fromkeys(("AccountIds", "AwsRegions", "NonAwsRegions"), same_set)},
    # What becomes of the improvement is no state of the workload.
    status="",
    tagging=Tagging(target={"WorkloadArn": "WorkloadArn"}, inline="Tags"),
    name_family="wellarchitected_workload",
)
