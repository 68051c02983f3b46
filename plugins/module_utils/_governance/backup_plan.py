# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Backup plans."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_entries
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

_ENVELOPE = "BackupPlan"


def _observe(_context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """Rules without their ids, which nobody can set and which every change makes anew."""
    rules = [{name: value for name, value in rule.items() if name != "RuleId"} for rule in live.get("Rules") or []]
    return {**live, "Rules": rules}


RESOURCE = Resource(
    service="backup",
    noun="BackupPlan",
    returns="backup_plan",
    find=ByList(match={"BackupPlanName": "BackupPlanName"}),
    ids={"BackupPlanId": "BackupPlanId"},
    observe=_observe,
    envelopes=dict.fromkeys(("CreateBackupPlan", "UpdateBackupPlan", "GetBackupPlan"), _ENVELOPE),
    renames={"name": "BackupPlanName"},
    compare={"Rules": same_entries("RuleName"), "AdvancedBackupSettings": same_entries("ResourceType")},
    explain={"InvalidRequestException": "Delete what assigns resources to the plan (backup_selection) first."},
    tagging=Tagging(target={"ResourceArn": "BackupPlanArn"}, listing="ListTags", given="BackupPlanTags"),
)
