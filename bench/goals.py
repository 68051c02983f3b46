"""What the figures shall be."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    name: str
    limit: float
    text: str
    at_least: bool = False

    def verdict(self, medians: Mapping[str, float]) -> str:
        if self.name not in medians:
            return "not measured"
        value = medians[self.name]
        return "reached" if (value >= self.limit if self.at_least else value <= self.limit) else "NOT reached"


GOALS = (
    Goal("noop.cpu_ratio_off_on", 5, "CPU of a run without changes, runner off to on", at_least=True),
    Goal("noop.cpu_s", 45, "CPU seconds of a run without changes"),
    Goal("task.median_cpu_ms_over_debug", 60, "CPU ms of a task of ours above one of debug"),
    Goal("noop.calls_per_resource", 1.5, "API calls a resource of a run without changes"),
    Goal("makespan.ratio", 1.15, "modelled makespan to the critical path"),
    Goal("targets8.cpu_ratio", 8.5, "CPU of 8 targets to that of 1"),
    Goal("targets8.wall_ratio", 5, "wall of 8 targets to that of 1"),
    Goal("params800.ratio", 2.5, "800 parameters looked at again, to the boto3 limit"),
)
