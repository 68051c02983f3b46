"""One playbook for each module: the life of a resource, or the steps of an action, with every result kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.local_cloud import LocalCloud
from tests.modules.cases import RESOURCE, ROOT, Case
from tests.modules.surroundings import Surroundings

LONGEST_SECONDS = 300
OURS = {"owner": "cases", "stage": "one"}
LATER = {"stage": "two"}
FOREIGN = {"owner": "somebody else"}


@dataclass(frozen=True)
class Step:
    """One run of the module. Its name is the access key it uses, so the cloud's request log tells what it did."""

    name: str
    options: dict[str, Any]
    check: bool = False
    before: tuple = ()


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


def steps(case: Case) -> list[Step]:
    """The steps of a case in their order."""
    if case.kind == RESOURCE:
        return list(_life(case))
    return [
        Step(f"step-{number}", step.get("options", {}), step.get("check", False), tuple(step.get("before", ())))
        for number, step in enumerate(case.steps)
    ] + list(_bad(case))


def _life(case: Case) -> Iterator[Step]:
    create, absent = case.create, {**case.identity, "state": "absent"}
    yield Step("create-in-check-mode", create, check=True)
    yield Step("create", create)
    yield Step("create-again", create)
    if case.has_change:
        yield Step("change-in-check-mode", case.change, check=True)
        yield Step("change", case.change)
        yield Step("change-again", case.change)
    newest = case.change or create
    if case.taggable:
        yield Step("tag", {**newest, "tags": OURS})
        yield Step("tag-without-purge", {**newest, "tags": LATER, "purge_tags": False})
        yield Step("purge-tags", {**newest, "tags": LATER})
        yield Step("change-foreign", {**create, "tags": {"stage": "three"}, "required_tags": FOREIGN})
        yield Step("delete-foreign", {**absent, "required_tags": FOREIGN})
        absent = {**absent, "required_tags": LATER}
    yield from _bad(case)
    if case.has_replace:
        kept = {"tags": LATER} if case.taggable else {}
        yield Step("replace-in-check-mode", {**case.replace, **kept, "force_replace": True}, check=True)
        yield Step("replace", {**case.replace, **kept, "force_replace": True})
    yield Step("delete-in-check-mode", absent, check=True)
    yield Step("delete", absent)
    yield Step("delete-again", absent)
    yield Step("create-after-deletion", create)
    if case.cleanup:
        yield Step("delete-at-last", {**case.identity, "state": "absent"})


def _bad(case: Case) -> Iterator[Step]:
    for number, bad in enumerate(case.bad):
        yield Step(f"bad-{number}", bad["options"])


def play(case: Case, cloud: LocalCloud, around: Surroundings, collections: Path, folder: Path) -> Lived:
    """Run the case's playbook in I(folder)."""
    book, results = folder / f"{case.module}.yml", folder / f"{case.module}.json"
    needs = {name: getattr(around, name) for name in case.needs}
    book.write_text(yaml.safe_dump([_play(case, needs, results)], sort_keys=False, width=120))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "ANSIBLE_"))}
    environment |= cloud.environment() | {
        "ANSIBLE_COLLECTIONS_PATH": str(collections),
        "ANSIBLE_HOME": str(folder / "ansible"),
        "ANSIBLE_LOCALHOST_WARNING": "false",
        "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
        "ANSIBLE_PIPELINING": "true",
        "ANSIBLE_ACTION_PLUGINS": str(ROOT / "extensions/in_process"),
    }
    command = [str(Path(sys.executable).with_name("ansible-playbook")), "-i", "localhost,", str(book)]
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
    )
    if run.returncode or not results.exists():
        raise AssertionError(f"The playbook of {case.module} ended early ({book}):\n{run.stdout[-4000:]}\n{run.stderr}")
    kept, writes = json.loads(results.read_text()), cloud.writes()
    outcomes = {
        step.name: Outcome(step.name, kept["results"][step.name], writes.get(_access_key(case, step), []))
        for step in steps(case)
    }
    return Lived(outcomes, kept["expect_diff"])


def _play(case: Case, needs: dict[str, Any], results: Path) -> dict[str, Any]:
    planned = steps(case)
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
    return {
        "name": case.module,
        "hosts": "localhost",
        "connection": "local",
        "gather_facts": False,
        "vars": {"ansible_python_interpreter": "{{ ansible_playbook_python }}", **needs},
        "tasks": [*tasks, *case.cleanup],
    }


def _task(case: Case, step: Step) -> dict[str, Any]:
    return {
        "name": step.name,
        f"bidops.platform.{case.module}": step.options,
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
