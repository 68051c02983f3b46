"""One task with a list that grows, looked at again, against a threaded boto3 script that makes the same calls."""

import json
from typing import Any

from bench.calls import written
from bench.figures import Figures
from bench.limit import replayed
from bench.plan import Plan
from tests.local_cloud import LocalCloud


def parameters(number: int) -> dict[str, str]:
    return {f"name-{place}": str(place) for place in range(number)}


def alarms(number: int) -> list[dict[str, Any]]:
    same = {
        "namespace": "Bench",
        "metric_name": "Errors",
        "statistic": "Sum",
        "period": 300,
        "evaluation_periods": 1,
        "threshold": 10,
        "comparison_operator": "GreaterThanThreshold",
    }
    return [{"name": f"bench-{place}", **same} for place in range(number)]


# By what they are called in the results: each has a playbook, whose list is a variable, as users have it.
LISTS = {"params": parameters, "alarms": alarms}


def measure(plan: Plan, figures: Figures) -> None:
    for name, entries in LISTS.items():
        for number in plan.parameters:
            variables = plan.folder / f"{name}{number}.json"
            variables.write_text(json.dumps({entries.__name__: entries(number)}))
            with plan.cloud() as cloud:
                playbook = f"bench/plays/{entries.__name__}.yml"
                grow(plan, cloud, figures, f"{name}{number}", playbook, "-e", f"@{variables}")


def grow(plan: Plan, cloud: LocalCloud, figures: Figures, name: str, playbook: str, *arguments: str) -> None:
    plan.player.play(cloud, playbook, *arguments)
    file = plan.folder / "calls.json"
    cloud.keep_contents(True)
    figures.add(f"{name}.calls", written(plan.player.play(cloud, playbook, *arguments).requests, file))
    cloud.keep_contents(False)
    for _pair in range(plan.pairs):
        again, least = plan.player.play(cloud, playbook, *arguments).usage, replayed(plan, cloud, file)
        for of, usage in (("", again), ("limit_", least)):
            figures.add(f"{name}.{of}cpu_s", usage.cpu_s)
            figures.add(f"{name}.{of}wall_s", usage.wall_s)
        cpu, wall = again.cpu_s / least.cpu_s, again.wall_s / least.wall_s
        figures.add(f"{name}.cpu_ratio", cpu)
        figures.add(f"{name}.wall_ratio", wall)
        figures.add(f"{name}.ratio", max(cpu, wall))  # the goal holds for both
