# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Milestones: how a workload was doing at a time."""

from __future__ import annotations

from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="wellarchitected",
    noun="Milestone",
    returns="milestone",
    find=ByList(match={"MilestoneName": "MilestoneName"}),
    update="",
    delete="",
    wrapper="Milestone",
    parents=("WorkloadId",),
    ids={"MilestoneNumber": "MilestoneNumber"},
    renames={"name": "MilestoneName"},
    name_family="wellarchitected_milestone",
)
