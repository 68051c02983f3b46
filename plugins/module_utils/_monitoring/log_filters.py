# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What filters of a log group have in common: they are listed whole, and put to create and to change them."""

from __future__ import annotations

from typing import Any

from .._engine.resource import ByList


def of_log_group(noun: str) -> dict[str, Any]:
    return {
        "service": "logs",
        "noun": noun,
        "create": f"Put{noun}",
        "read": "",
        "update": f"Put{noun}",
        "listing": f"Describe{noun}s",
        "find": ByList(match={"filterName": "filterName"}, prefix="filterNamePrefix"),
        "parents": ("logGroupName",),
        "ids": {"filterName": "filterName"},
        "renames": {"name": "filterName"},
    }
