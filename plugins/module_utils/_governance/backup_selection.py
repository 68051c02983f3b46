# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a backup plan backs up."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="backup",
    noun="BackupSelection",
    returns="backup_selection",
    find=ByList(match={"SelectionName": "SelectionName"}),
    update="",
    parents=("BackupPlanId",),
    ids={"SelectionId": "SelectionId"},
    envelopes=dict.fromkeys(("CreateBackupSelection", "GetBackupSelection"), "BackupSelection"),
    renames={"name": "SelectionName"},
    compare=dict.fromkeys(("Resources", "NotResources", "ListOfTags"), same_set),
    # IAM takes a moment to spread the role.
    transient={"InvalidParameterValueException": "role|assume"},
)
