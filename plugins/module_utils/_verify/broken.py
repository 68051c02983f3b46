# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The one exception of a look: something is not as a requirement says."""

from __future__ import annotations

from typing import Any


class Broken(Exception):
    """What was seen, and what should have been."""


def need(holds: Any, otherwise: str) -> None:
    """Raise Broken with the words I(otherwise) unless it holds."""
    if not holds:
        raise Broken(otherwise)
