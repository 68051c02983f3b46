# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A look at one thing of the live platform, and the requirements that it shows to hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .live import Live

Evidence = dict[str, Any]
Look = Callable[[Live], Evidence]


@dataclass(frozen=True)
class Check:
    """A look, the bullets that it shows, and what they are when it finds nothing wrong."""

    bullets: tuple[str, ...]
    look: Look
    status: str


class Checks(list[Check]):
    """The looks of one layer, in the order in which they stand in its file."""

    def __init__(self, status: str = "holds") -> None:
        super().__init__()
        self.status = status

    def shows(self, *bullets: str) -> Callable[[Look], Look]:
        """Decorate a look that returns what it saw (ids and values) or raises Broken."""

        def add(look: Look) -> Look:
            self.append(Check(bullets, look, self.status))
            return look

        return add
