"""The site on an empty account, again, and in check mode, with the in-process runner on and off in turns."""

from statistics import median
from typing import Any

from bench.figures import Figures
from bench.plan import Plan
from bench.play import Played
from bench.tasks import OURS, cpu_ms_of, layers, slowest
from tests.local_cloud import LocalCloud

STEPS = {"cold": (), "noop": (), "check": ("--check",)}


def measure(plan: Plan, figures: Figures) -> None:
    noops = []
    with plan.cloud() as cloud:
        for pair in range(plan.pairs):
            for step, arguments in STEPS.items():
                # Whoever comes first may find caches cold, so they take turns.
                for runner in (True, False) if pair % 2 == 0 else (False, True):
                    if not runner and step not in plan.compared:
                        continue
                    if step == "cold":
                        cloud.reset()
                    played = plan.layers.play(cloud, plan.site, *arguments, runner=runner)
                    note(figures, step if runner else f"{step}_off", played)
                    noops += [played] if runner and step == "noop" else []
            figures.add("noop.resources", resources(plan, cloud))
        equal_tasks(plan, cloud, figures)
    for step in plan.compared:
        for value in ("cpu_s", "wall_s"):
            figures.add_ratio(f"{step}.{value[:-2]}_ratio_off_on", [f"{step}_off.{value}"], [f"{step}.{value}"])
    figures.add_ratio("noop.calls_per_resource", ["noop.calls"], ["noop.resources"])
    debug = median(figures.runs["task.debug_cpu_ms"])
    for played in noops:
        figures.add("task.median_cpu_ms", median(cpu_ms_of(played.tasks, OURS)))
    over = [value - debug for value in figures.runs["task.median_cpu_ms"]]
    figures.add("task.median_cpu_ms_over_debug", *over)
    for layer, runs in layers([played.tasks for played in noops]).items():
        for value, numbers in runs.items():
            figures.add(f"layers.{layer}.{value}", *numbers)
    figures.facts["slowest_tasks"] = slowest([played.tasks for played in noops])


def note(figures: Figures, prefix: str, played: Played) -> None:
    usage = played.usage
    figures.add_all(prefix, played.figures())
    figures.add(f"{prefix}.startup_cpu_s", played.startup_cpu_s)
    figures.add(f"{prefix}.tasks_cpu_s", sum(task["cpu_s"] for task in played.tasks))
    figures.add(f"memory.{prefix}.controller_mb", usage.controller_mb)
    figures.add(f"memory.{prefix}.worker_mb", usage.worker_mb)
    figures.add(f"memory.{prefix}.together_mb", usage.together_mb)
    figures.facts[f"memory.{prefix}.worker"] = usage.worker


def resources(plan: Plan, cloud: LocalCloud) -> int:
    """How many things carry the platform's tags, by the collection's own census."""
    dest = plan.folder / "resources"
    plan.player.play(cloud, "bench/plays/resources.yml", "-e", f"dest={dest}")
    return int(dest.read_text())


def equal_tasks(plan: Plan, cloud: LocalCloud, figures: Figures) -> None:
    """What Ansible's own debug task costs, and one of ours that finds nothing to do, in a play of equal ones."""
    arguments = ("-e", f"number={plan.equal_tasks}")
    for _pair in range(plan.pairs):
        for name, action in (("debug", "ansible.builtin.debug"), ("ssm_parameters", f"{OURS}ssm_parameters")):
            played = plan.player.play(cloud, f"bench/plays/{name}.yml", *arguments)
            equal: list[dict[str, Any]] = [task for task in played.tasks if task["action"] == action]
            figures.add(f"task.{name}_cpu_ms", median(cpu_ms_of(equal, action)))
