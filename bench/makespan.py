"""How long a deployment of an empty account would take on AWS, against the longest chain of waits that it has.

Provisioning takes as long as on AWS. When a program would sleep, the clock of the local cloud goes on instead
(bench/passing_time), so what the clock says at the end is the work of the client and the waits, as they overlap.
"""

from pathlib import Path

from bench.critical_path import longest, one_after_the_other
from bench.figures import Figures
from bench.plan import MINUTE_IN_A_SECOND, Plan

SLEEPLESS = Path(__file__).parent / "passing_time"


def measure(plan: Plan, figures: Figures) -> None:
    path, minutes = longest(plan.tags)
    figures.facts["makespan.critical_path"] = path
    figures.add("makespan.critical_path_s", minutes * 60)
    figures.add("makespan.one_after_the_other_s", one_after_the_other(plan.tags) * 60)
    for _run in range(plan.pairs):
        with plan.cloud(time_scale=1) as cloud:
            extra = {"BENCH_CLOCK": cloud.url, "PYTHONPATH": str(SLEEPLESS)}
            before = cloud.now()
            played = plan.layers.play(cloud, plan.site, extra=extra)
            modelled = cloud.now() - before
        figures.add("makespan.modelled_s", modelled)
        figures.add("makespan.ratio", modelled / (minutes * 60))
        figures.add("makespan.work_s", played.usage.wall_s)
        with plan.cloud(MINUTE_IN_A_SECOND) as cloud:
            scaled = plan.layers.play(cloud, plan.site)
        figures.add("makespan.minute_in_a_second_wall_s", scaled.usage.wall_s)
