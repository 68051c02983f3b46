# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Groups of schedules."""

from __future__ import annotations

from .._engine.resource import Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="scheduler",
    noun="ScheduleGroup",
    returns="schedule_group",
    update="",
    status="State",
    tagging=Tagging(target={"ResourceArn": "Arn"}),
    name_family="scheduler",
)
