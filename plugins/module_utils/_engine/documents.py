# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Facets that are JSON documents in text, such as policies: one operation reads, one puts, one deletes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .diff import Same, same_policy
from .resource import Facet, Members

_EMPTY = ("", "{}")


def document(
    option: str,
    operations: tuple[str, str, str],
    member: str,
    target: Callable[[Members], Members],
    same: Same = same_policy,
    **more: Any,
) -> Facet:
    """The facet of the document I(option), which I(operations) read, put and delete; an empty one deletes it.

    I(member) holds it in the request that puts it, and in the answer or the only structure in that.
    I(target) (live) gives what names the resource in all three requests. I(more) goes to Facet.
    """
    reading, putting, deleting = operations

    def read(context: Any, live: Members) -> str | None:
        answer = context.api.find(reading, **target(live)) or {}
        inner = next((value for value in answer.values() if isinstance(value, dict)), {})
        return answer.get(member, inner.get(member))

    def write(context: Any, live: Members, _current: Any, wanted: str) -> None:
        if wanted in _EMPTY:
            context.api.call(deleting, **target(live))
        else:
            context.api.call(putting, **target(live), **{member: wanted})

    return Facet(option, read, write, same=same, **more)
