# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whose account it is."""

from __future__ import annotations

from ._engine.context import Context


def account_id(context: Context) -> str:
    """The number of the caller's account."""
    return str(context.api_of("sts").call("GetCallerIdentity")["Account"])
