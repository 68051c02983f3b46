# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Many alarms on metrics, read together."""

from __future__ import annotations

from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.sdk import botocore

_TYPES = {"AlarmTypes": ["MetricAlarm"]}


def read_all(context: Context, names: list[str]) -> dict[str, dict[str, Any]]:
    """Name -> alarm, for those that are there."""
    found = []
    for some in context.api.batches("DescribeAlarms", "AlarmNames", names):
        try:
            found += context.api.items("DescribeAlarms", "MetricAlarms", AlarmNames=some, **_TYPES)
        except botocore.exceptions.ClientError as exception:
            raise failure("look for the alarms", exception) from exception
    return {alarm["AlarmName"]: alarm for alarm in found}
