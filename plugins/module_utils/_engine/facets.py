# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The parts of a resource that have operations of their own: what the user wants of each, and what it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .context import Context
from .diff import Comparison
from .errors import EngineError
from .resource import Facet, Members
from .shapes import Several, Structure, from_api, readable, to_api, violations


class Part:
    """One facet that the user gave. I(wanted) has the form that the facet's functions take."""

    def __init__(self, context: Context, facet: Facet) -> None:
        self.option, self.told = facet.option, facet.told
        self._context, self._facet = context, facet
        self._shape = _shape_of(context, facet.member)
        self._comparison = Comparison({facet.option: facet.same} if facet.same else None)
        given = _given(context.params[facet.option])
        self.wanted = facet.form(context, given) if facet.form else given
        self.value = readable(self.wanted)  # as the result shows it
        if self._shape is not None:
            self.wanted = to_api(self._shape, self.wanted, self.option)
        modelled = violations(self._shape, self.wanted, self.option) if self._shape is not None else ()
        problems = [*modelled, *facet.check(context, self.wanted)]
        if problems:
            raise EngineError(f"{'; '.join(problems)}.", option=self.option)

    def read(self, live: Members) -> Any:
        return self._facet.read(self._context, live)

    def write(self, live: Members, current: Any) -> None:
        self._facet.write(self._context, live, current, self.wanted)

    def shown(self, current: Any) -> Any:
        """The current value in the form of the option."""
        return from_api(self._shape, current)

    def difference(self, current: Any) -> tuple[Any, Any] | None:
        """What would change, as (before, after) in the form of the option; None when nothing would."""
        shape = Structure({self.option: self._shape}) if self._shape is not None else None
        found = self._comparison.difference(shape, {self.option: self.wanted}, {self.option: current})
        if not found:
            return None
        before, after = found[self.option]
        return from_api(self._shape, before), from_api(self._shape, after)


def listed(context: Context, live: Members) -> Members:
    """The parts that a list is to tell, in the form of their options."""
    read = [(facet, facet.read(context, live)) for facet in context.resource.facets if facet.listed]
    return {
        facet.option: readable(from_api(_shape_of(context, facet.member), value))
        for facet, value in read
        if value is not None
    }


def read_all(parts: Iterable[Part], read: Callable[[Part], Any]) -> list[Any]:
    """The current value of each part, asked for at the same time: each is a call of its own."""
    parts = list(parts)
    with ThreadPoolExecutor(max_workers=len(parts) or 1) as pool:
        return list(pool.map(read, parts))


def _given(value: Any) -> Any:
    """Without the suboptions that the user did not give: Ansible hands them over as None."""
    return {name: item for name, item in value.items() if item is not None} if isinstance(value, dict) else value


def _shape_of(context: Context, path: str) -> Any:
    """The shape at a dotted path that starts with an operation, or of a list of such; None without a path."""
    if not path:
        return None
    if path.endswith("[]"):
        return Several(_shape_of(context, path.removesuffix("[]")))
    operation, *members = path.split(".")
    shape = context.api.input(operation)
    if not members:
        return Structure({name: inner for name, inner in shape.members.items() if name not in context.resource.ids})
    for member in members:
        shape = shape.members[member]
    return shape
