"""One playbook for each module: the life of a resource, or the steps of an action, with every result kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.local_cloud import LocalCloud
from tests.modules import playbook
from tests.modules.cases import Case
from tests.modules.steps import Step, steps
from tests.modules.surroundings import Surroundings


@dataclass(frozen=True)
class Outcome:
    """What a step came to: the module's result, and the requests that changed something in the cloud."""

    name: str
    result: dict[str, Any]
    writes: list[dict[str, Any]]

    @property
    def failed(self) -> bool:
        return bool(self.result.get("failed"))

    @property
    def message(self) -> str:
        return str(self.result.get("msg", ""))

    @property
    def changed(self) -> bool:
        assert not self.failed, f"{self.name}: {self.message}"
        return bool(self.result["changed"])

    @property
    def diff(self) -> dict[str, Any]:
        return self.result.get("diff") or {"before": {}, "after": {}}

    @property
    def shows_difference(self) -> bool:
        return self.diff["before"] != self.diff["after"]


@dataclass(frozen=True)
class Lived:
    """The outcome of each step by its name, and the difference that the change is expected to show."""

    outcomes: dict[str, Outcome]
    expect_diff: dict[str, list]

    def __getitem__(self, step: str) -> Outcome:
        return self.outcomes[step]


def play(case: Case, cloud: LocalCloud, around: Surroundings, collections: Path, folder: Path) -> Lived:
    """Run the case's playbook in I(folder)."""
    results = folder / f"{case.module}.json"
    planned = steps(case)
    cloud.faults([_fault(case, step) for step in planned if step.fault])
    playbook.run(case.module, _tasks(case, planned, results), needs(case, around), cloud, (collections, folder))
    kept, writes = json.loads(results.read_text()), cloud.writes()
    outcomes = {
        step.name: Outcome(step.name, kept["results"][step.name], writes.get(_access_key(case, step), []))
        for step in planned
    }
    return Lived(outcomes, kept["expect_diff"])


def needs(case: Case, around: Surroundings) -> dict[str, Any]:
    """The variables that the case asks for."""
    return {name: getattr(around, name) for name in case.needs}


def _fault(case: Case, step: Step) -> dict[str, Any]:
    operation = case.resource.operation("create")
    return {**step.fault, "access_key": _access_key(case, step), "operation": operation}


def _tasks(case: Case, planned: list[Step], results: Path) -> list[dict[str, Any]]:
    tasks = [*case.prepare]
    for step in planned:
        tasks += [*step.before, _task(case, step)]
    # One step takes the long way, as a package in a Python of its own; the others the quick one of ansible.cfg.
    packed = next(task for task in tasks if task["name"] in ("create", "step-0"))
    packed["vars"] = {"platform_in_process": False}
    keep = {step.name: f"{{{{ {_variable(step)} }}}}" for step in planned}
    tasks.append(
        {
            "name": "Keep the results",
            "ansible.builtin.copy": {"content": "{{ kept | to_json }}", "dest": str(results), "mode": "0600"},
            # Expectations may speak of what was registered, too, so they are filled in here.
            "vars": {"kept": {"results": keep, "expect_diff": case.expect_diff}},
        }
    )
    return [*tasks, *case.cleanup]


def _task(case: Case, step: Step) -> dict[str, Any]:
    return {
        "name": step.name,
        f"bidops.platform.{case.twin if step.twin else case.module}": step.options,
        "check_mode": step.check,
        "diff": True,
        "ignore_errors": True,
        "environment": {"AWS_ACCESS_KEY_ID": _access_key(case, step)},
        "register": _variable(step),
    }


def _variable(step: Step) -> str:
    return f"result_of_{step.name}".replace("-", "_")


def _access_key(case: Case, step: Step) -> str:
    return f"{case.module}.{step.name}"
