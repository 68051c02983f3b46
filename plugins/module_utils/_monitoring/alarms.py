# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What alarms on metrics and alarms on alarms have in common."""

from __future__ import annotations

from typing import Any

from .._engine.diff import same_set
from .._engine.resource import ByKey
from .._engine.tags import Tagging

IN_ANY_ORDER = dict.fromkeys(("OKActions", "AlarmActions", "InsufficientDataActions"), same_set)


def of_type(kind: str) -> dict[str, Any]:
    """What a declaration says of one type of alarm: the same operations tell of all types."""
    types = {"AlarmTypes": [kind]}
    return {
        "read": "DescribeAlarms",
        "read_request": lambda _context, request: {**request, **types},
        "delete": "DeleteAlarms",
        "listing": "DescribeAlarms",
        "find": ByKey(request=types),
        "wrapper": f"{kind}s",
        "ids": {"AlarmName": "AlarmName", "AlarmNames": "AlarmName"},
        "renames": {"name": "AlarmName", "description": "AlarmDescription"},
        "tagging": Tagging(target={"ResourceARN": "AlarmArn"}),
        "name_family": "cloudwatch_alarm",
    }
