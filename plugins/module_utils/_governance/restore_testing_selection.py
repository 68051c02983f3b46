# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is restored by way of trial."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import ByKey, Resource

_ENVELOPE = "RestoreTestingSelection"

RESOURCE = Resource(
    service="backup",
    noun="RestoreTestingSelection",
    returns="restore_testing_selection",
    find=ByKey(),
    parents=("RestoreTestingPlanName",),
    ids={"RestoreTestingSelectionName": "RestoreTestingSelectionName"},
    envelopes=dict.fromkeys(
        ("CreateRestoreTestingSelection", "UpdateRestoreTestingSelection", "GetRestoreTestingSelection"), _ENVELOPE
    ),
    renames={"name": "RestoreTestingSelectionName"},
    compare={"ProtectedResourceArns": same_set},
    name_family="backup_restore_testing",
    # IAM takes a moment to spread the role.
    transient={"InvalidParameterValueException": "role|assume"},
)
