# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Alarms on other alarms."""

from __future__ import annotations

from typing import Any

from .._engine.resource import Resource
from .alarms import IN_ANY_ORDER, of_type


def _same_rule(wanted: Any, current: Any) -> bool:
    """Whether two rules differ in their spaces at most, as when one is written over several lines."""
    return str(wanted).split() == str(current).split()


RESOURCE = Resource(
    service="cloudwatch",
    noun="CompositeAlarm",
    returns="composite_alarm",
    create="PutCompositeAlarm",
    update="PutCompositeAlarm",
    **of_type("CompositeAlarm"),
    compare={**IN_ANY_ORDER, "AlarmRule": _same_rule},
)
