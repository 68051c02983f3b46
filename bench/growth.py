"""One task with a list that grows, looked at again, against a threaded boto3 script that makes the same calls."""

import json

from bench.calls import written
from bench.figures import Figures
from bench.limit import replayed
from bench.plan import Plan
from tests.local_cloud import LocalCloud

# The playbook, and what its lists are called in the results.
LISTS = {"parameters.yml": "params", "alarms.yml": "alarms"}


def measure(plan: Plan, figures: Figures) -> None:
    for playbook, name in LISTS.items():
        for number in plan.parameters:
            with plan.cloud() as cloud:
                grow(plan, cloud, figures, f"bench/plays/{playbook}", f"{name}{number}", number)


def grow(plan: Plan, cloud: LocalCloud, figures: Figures, playbook: str, name: str, number: int) -> None:
    arguments = ("-e", json.dumps({"number": number}))
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
