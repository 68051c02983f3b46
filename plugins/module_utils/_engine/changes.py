# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What of a wish the live resource does not have yet."""

from __future__ import annotations

from typing import Any

from . import lookup
from .context import Context
from .diff import Comparison
from .request import settable
from .shapes import Structure

Changes = dict[str, tuple[Any, Any]]


def changed_members(context: Context, live: dict[str, Any]) -> Changes:
    """The wanted request members that differ from the live resource, as (before, after), where that can be read."""
    resource = context.resource
    observed = resource.observed(context, live)
    readable = {*observed, *lookup.live_shape(context).members}
    skip = {*resource.ids, *resource.parents}
    asked = {name: value for name, value in context.wanted.items() if name not in skip and name in readable}
    comparison = Comparison(resource.compare, resource.ignore)
    return comparison.difference(Structure(settable(context)), asked, observed)
