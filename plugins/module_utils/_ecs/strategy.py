# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Strategies over capacity providers."""

from __future__ import annotations

from typing import Any


def same_strategy(wanted: Any, current: Any) -> bool:
    """Whether two strategies are the same: no order, and neither weight nor base is zero."""
    return _entries(wanted) == _entries(current)


def _entries(strategy: Any) -> list[tuple]:
    return sorted(
        (str(entry.get("capacityProvider")), entry.get("weight", 0), entry.get("base", 0)) for entry in strategy or []
    )
