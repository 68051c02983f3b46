"""What tasks cost: by layer, by task, and those of ours."""

from collections import defaultdict
from statistics import median
from typing import Any

OURS = "bidops.platform."
SHOWN = 25

Tasks = list[dict[str, Any]]


def cpu_ms_of(tasks: Tasks, action: str) -> list[float]:
    """CPU milliseconds of each task whose action starts so; of a loop, what one item costs. Skipped ones are none."""
    ran = [task for task in tasks if task["action"].startswith(action) and task["hosts"]]
    return [task["cpu_s"] * 1000 / max(task["items"], task["hosts"]) for task in ran]


def layers(runs: list[Tasks]) -> dict[str, dict[str, list[float]]]:
    """Layer (role) -> tasks, CPU and wall, a number for each run."""
    found: dict[str, dict[str, list[float]]] = {}
    for layer in sorted({task["layer"] for tasks in runs for task in tasks if task["layer"]}):
        of_it = [[task for task in tasks if task["layer"] == layer] for tasks in runs]
        found[layer] = {
            "tasks": [sum(1 for task in tasks if task["hosts"]) for tasks in of_it],
            "cpu_s": [sum(task["cpu_s"] for task in tasks) for tasks in of_it],
            "wall_s": [sum(task["wall_s"] for task in tasks) for tasks in of_it],
        }
    return found


def slowest(runs: list[Tasks]) -> list[dict[str, Any]]:
    """The tasks that cost most CPU, with the median and the runs. A name may stand for several tasks of a layer."""
    costs: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for tasks in runs:
        of_run: dict[tuple[str, str, str], float] = defaultdict(float)
        for task in tasks:
            of_run[task["layer"], task["name"], task["action"]] += task["cpu_s"]
        for key, cost in of_run.items():
            costs[key].append(round(cost, 4))
    most = sorted(costs.items(), key=lambda item: -median(item[1]))[:SHOWN]
    names = ("layer", "name", "action")
    return [{**dict(zip(names, key, strict=True)), "cpu_s": median(values), "runs": values} for key, values in most]
