"""The quick form of the benchmark measures what it says. How fast anything is, is not asserted: machines differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from bench.critical_path import PLATFORM, longest, one_after_the_other
from bench.figures import Figures, nested
from bench.goals import GOALS
from bench.report import Report
from emulator.provisioning import MINUTES
from tests.local_cloud import ROOT

LONGEST_SECONDS = 1200  # on a machine that does a lot beside
STEPS = ("cold", "noop", "check", "cold_off", "noop_off", "check_off")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the quick form writes, or has written: make bench-quick names its file."""
    written = os.environ.get("BENCH_QUICK")
    return json.loads((Path(written) if written else measured(tmp_path_factory.mktemp("bench"))).read_text())


def measured(folder: Path) -> Path:
    command = [sys.executable, "-m", "bench", "--quick", "--output", str(folder / "quick.json")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False)
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    return folder / "quick.json"


def at(found: dict[str, Any], name: str) -> Any:
    for part in name.split("."):
        found = found[part]
    return found


@pytest.mark.parametrize(
    "name",
    [
        *(f"{step}.{value}" for step in STEPS for value in ("cpu_s", "wall_s", "calls", "tasks")),
        *(f"memory.{step}.{value}" for step in STEPS for value in ("controller_mb", "worker_mb", "together_mb")),
        "noop.cpu_ratio_off_on",
        "noop.calls_per_resource",
        "task.median_cpu_ms",
        "task.debug_cpu_ms",
        "limit.noop_cpu_s",
        "makespan.ratio",
        "makespan.minute_in_a_second_wall_s",
        "targets2.cpu_ratio",
        "targets2.wall_ratio",
        "params20.ratio",
        "alarms20.ratio",
        "layers.dns.cpu_s",
    ],
)
def test_it_is_measured(found, name):
    assert at(found, name) > 0


def test_each_value_is_the_median_of_the_runs_beside_it(found):
    assert len(found["runs"]) > 60
    assert {name: at(found, name) for name in found["runs"]} == {
        name: median(values) for name, values in found["runs"].items()
    }


def test_it_says_where_and_of_what(found):
    assert found["machine"]["processors"] >= 1
    assert found["revision"]
    assert set(found["parts"]) == {"site", "limit", "makespan", "targets", "growth"}
    assert not any("failed" in part for part in found["parts"].values())


@pytest.mark.parametrize("step", STEPS)
def test_start_and_tasks_are_not_more_than_the_whole_run(found, step):
    parts = at(found, f"{step}.startup_cpu_s") + at(found, f"{step}.tasks_cpu_s")
    assert 0 < parts <= at(found, f"{step}.cpu_s") + 0.1


def test_layers_are_part_of_the_tasks(found):
    layers = sum(layer["cpu_s"] for layer in found["layers"].values())
    assert 0 < layers <= at(found, "noop.tasks_cpu_s") + 0.1


def test_the_ratio_is_that_of_the_runs(found):
    off, on = found["runs"]["noop_off.cpu_s"], found["runs"]["noop.cpu_s"]
    expected = [a / b for a, b in zip(off, on, strict=True)]
    assert found["runs"]["noop.cpu_ratio_off_on"] == pytest.approx(expected, abs=0.001)


def test_the_limit_makes_the_calls_of_the_run(found):
    assert at(found, "limit.calls") == at(found, "noop.calls")


def test_the_modelled_deployment_waits_at_least_for_the_critical_path(found):
    assert at(found, "makespan.ratio") >= 1
    assert at(found, "makespan.critical_path_s") == MINUTES["acm:Certificate:create"] * 60


def test_the_longest_chain_is_one_that_the_table_knows():
    entries = {entry for wait in PLATFORM.values() for entry in wait.entries}
    assert entries <= set(MINUTES)
    path, minutes = longest()
    assert path[0] == "domain"
    assert all(before in PLATFORM[name].after for before, name in zip(path, path[1:], strict=False))
    assert minutes == sum(PLATFORM[name].minutes for name in path)
    assert minutes < one_after_the_other()


def test_a_part_that_fails_leaves_no_figures_behind(tmp_path):
    figures = Figures()
    figures.add("noop.cpu_s", 3.0, 1.0, 2.0)
    report = Report(tmp_path / "bench.json")
    report.measured("site", figures)
    assert json.loads(report.file.read_text())["noop"] == {"cpu_s": 2.0}
    assert "reached" in report.table()
    again = Report(report.file)
    again.failed("site", "it rained")
    content = json.loads(report.file.read_text())
    assert "noop" not in content
    assert content["runs"] == {}
    assert "it rained" in again.table()


def test_a_goal_that_was_not_measured_is_not_called_reached():
    assert {goal.verdict({}) for goal in GOALS} == {"not measured"}
    ratio = next(goal for goal in GOALS if goal.at_least)
    assert (ratio.verdict({ratio.name: 4.9}), ratio.verdict({ratio.name: 5})) == ("NOT reached", "reached")


def test_dotted_names_become_a_tree():
    assert nested({"a.b": 1, "a.c": 2, "d": 3}) == {"a": {"b": 1, "c": 2}, "d": 3}
