"""The limit of a run that changes nothing: a threaded boto3 script that makes the same API calls."""

import sys
from pathlib import Path

from bench.calls import written
from bench.figures import Figures
from bench.measure import Usage, run
from bench.plan import Plan
from tests.local_cloud import LocalCloud


def measure(plan: Plan, figures: Figures) -> None:
    file = plan.folder / "calls.json"
    with plan.cloud() as cloud:
        plan.layers.play(cloud, plan.site)
        cloud.keep_contents(True)
        figures.add("limit.calls", written(plan.layers.play(cloud, plan.site).requests, file))
        cloud.keep_contents(False)
        for _pair in range(plan.pairs):
            noop, least = plan.layers.play(cloud, plan.site).usage, replayed(plan, cloud, file)
            figures.add("limit.noop_cpu_s", least.cpu_s)
            figures.add("limit.noop_wall_s", least.wall_s)
            figures.add("limit.cpu_ratio", noop.cpu_s / least.cpu_s)
            figures.add("limit.wall_ratio", noop.wall_s / least.wall_s)


def replayed(plan: Plan, cloud: LocalCloud, file: Path) -> Usage:
    command = [sys.executable, "bench/replay.py", str(file), cloud.url]
    return run(command, plan.player.environment(cloud), plan.folder / "replay.log")
