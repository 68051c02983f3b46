# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scheduled actions: other bounds for a target at certain times."""

from __future__ import annotations

from .._engine.diff import same_time
from .._engine.resource import ByList, Resource
from .place import PLACE, TARGET

_TIMES = ("StartTime", "EndTime")


RESOURCE = Resource(
    service="application-autoscaling",
    noun="ScheduledAction",
    returns="scheduled_action",
    find=ByList(match={"ScheduledActionName": "ScheduledActionName", **PLACE}),
    create="PutScheduledAction",
    read="",
    update="PutScheduledAction",
    listing="DescribeScheduledActions",
    ids={"ScheduledActionName": "ScheduledActionName", **PLACE},
    renames={"name": "ScheduledActionName"},
    compare=dict.fromkeys(_TIMES, same_time),
    rewritten=_TIMES,
    name_family="application_autoscaling_scheduled_action",
    **TARGET,
)
