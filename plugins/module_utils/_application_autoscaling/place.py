# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How a scalable target is named, and all that belongs to it."""

from __future__ import annotations

from typing import Any

PLACE = {name: name for name in ("ResourceId", "ScalableDimension")}
TARGET: dict[str, Any] = {
    "parents": ("ServiceNamespace",),
    "explain": {"ObjectNotFoundException": "Register it first, with application_autoscaling_target."},
}
