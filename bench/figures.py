"""Medians, each with the runs that it is the median of."""

from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

DIGITS = 4


class Figures:
    """Values by dotted name, such as noop.cpu_s."""

    def __init__(self) -> None:
        self.runs: dict[str, list[float]] = {}
        self.facts: dict[str, Any] = {}
        """What is no median: names, lists, counts of what was there."""

    def add(self, name: str, *values: float) -> None:
        self.runs.setdefault(name, []).extend(round(value, DIGITS) for value in values)

    def add_all(self, prefix: str, values: Mapping[str, float]) -> None:
        for name, value in values.items():
            self.add(f"{prefix}.{name}", value)

    def add_ratio(self, name: str, over: Iterable[str], under: Iterable[str]) -> None:
        """The ratios of runs that belong together: of each pair, the first to the second name's."""
        for above, below in zip(over, under, strict=True):
            self.add(name, *(a / b for a, b in zip(self.runs[above], self.runs[below], strict=True)))

    def medians(self) -> dict[str, float]:
        return {name: median(values) for name, values in self.runs.items()}


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """A tree from dotted names."""
    tree: dict[str, Any] = {}
    for name, value in flat.items():
        *path, last = name.split(".")
        place = tree
        for part in path:
            place = place.setdefault(part, {})
        place[last] = value
    return tree
