# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Plans by which AWS Backup tries whether backups can be restored."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByKey, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_ENVELOPE = "RestoreTestingPlan"
_SETS = ("IncludeVaults", "ExcludeVaults", "RecoveryPointTypes")


def _same_selection(wanted: Any, current: Any) -> bool:
    """Only what is wanted counts, and the order of vaults and of types does not."""
    current = current or {}
    return all(
        same_set(value, current.get(name) or []) if name in _SETS else value == current.get(name)
        for name, value in (wanted or {}).items()
    )


def _update_request(_context: Context, live: Members, request: Members, _changes: Members) -> Members:
    return {**request, "RestoreTestingPlanName": live["RestoreTestingPlanName"]}


RESOURCE = Resource(
    service="backup",
    noun="RestoreTestingPlan",
    returns="restore_testing_plan",
    find=ByKey(),
    ids={"RestoreTestingPlanName": "RestoreTestingPlanName"},
    envelopes=dict.fromkeys(
        ("CreateRestoreTestingPlan", "UpdateRestoreTestingPlan", "GetRestoreTestingPlan"), _ENVELOPE
    ),
    renames={"name": "RestoreTestingPlanName"},
    compare={"RecoveryPointSelection": _same_selection},
    update_request=_update_request,
    name_family="backup_restore_testing",
    tagging=Tagging(target={"ResourceArn": "RestoreTestingPlanArn"}, listing="ListTags"),
)
