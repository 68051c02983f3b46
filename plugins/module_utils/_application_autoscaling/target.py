# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scalable targets: what may be scaled, and how far."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .place import PLACE, TARGET

RESOURCE = Resource(
    service="application-autoscaling",
    noun="ScalableTarget",
    returns="scalable_target",
    find=ByList(match=PLACE),
    create="RegisterScalableTarget",
    read="",
    update="RegisterScalableTarget",
    delete="DeregisterScalableTarget",
    listing="DescribeScalableTargets",
    ids=PLACE,
    update_sends="changed",
    tagging=Tagging(target={"ResourceARN": "ScalableTargetARN"}),
    **TARGET,
)
