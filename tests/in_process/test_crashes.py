"""However a module ends, its task says what it would say without the runner, and the run goes on."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.in_process.playbook import LONGEST_SECONDS, printed, start
from tests.local_cloud import ROOT

HERE = Path(__file__).parent
PLAY = """
# A module that ends its process fails that task on that target alone.
- name: Crashes
  hosts: all
  connection: local
  gather_facts: false
  strategy: "{{ strategy }}"
  vars:
    ansible_python_interpreter: "{{ ansible_playbook_python }}"
  tasks:
    - name: End as this target shall
      community.aws.ends:
        how: "{{ how }}"
      ignore_errors: true
      register: ended

    - name: End so among others
      community.aws.ends:
        how: "{{ item }}"
      loop: [well, "{{ how }}", well]
      ignore_errors: true
      register: looped

    - name: Keep the results
      ansible.builtin.copy:
        content: "{{ {'ended': ended, 'looped': looped} | to_nice_json }}"
        dest: "{{ dest }}/{{ inventory_hostname }}.json"
        mode: "0600"
"""
ENDS = ["SIGKILL", "SIGTERM", "SIGSEGV", "left", "exited", "interrupted", "wrong", "well"]


def started(folder: Path, targets: dict[str, str], strategy: str, in_process: bool) -> subprocess.Popen[str]:
    """A run of the play, which leaves its results below I(folder); I(targets) is how the module ends on each."""
    module = folder / "collections/ansible_collections/community/aws/plugins/modules/ends.py"
    module.parent.mkdir(parents=True)
    shutil.copy(HERE / "ends.py", module)
    (folder / "play.yml").write_text(PLAY)
    hosts = {name: {"how": how} for name, how in targets.items()}
    (folder / "hosts.json").write_text(json.dumps({"all": {"hosts": hosts}}))
    collections = f"{folder / 'collections'}:{ROOT / '.ansible/collections'}"
    switches = f"dest={folder} strategy={strategy} platform_in_process={str(in_process).lower()}"
    # Fewer forks than targets: a worker's place is taken by the next one.
    arguments = ("-i", folder / "hosts.json", folder / "play.yml", "--forks", "3", "-e", switches)
    return start(folder, *arguments, ANSIBLE_COLLECTIONS_PATH=collections)


def play(folder: Path, strategy: str, in_process: bool) -> dict[str, Any]:
    """The results by the end of the module."""
    printed(started(folder, {end: end for end in ENDS}, strategy, in_process))
    # The frames of a traceback are those of either way.
    frames = re.compile(r"Traceback.*\n(?=\w)", re.DOTALL)
    results = {end: json.loads((folder / f"{end}.json").read_text()) for end in ENDS}
    for result in results.values():
        for one in (result["ended"], *result["looped"]["results"]):
            if "module_stderr" in one:
                one["module_stderr"] = frames.sub("", one["module_stderr"])
    return results


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return play(tmp_path_factory.mktemp("ordinary"), "linear", False)


@pytest.fixture(scope="module", params=["linear", "free"])
def in_process(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> dict[str, Any]:
    return play(tmp_path_factory.mktemp(request.param), request.param, True)


@pytest.mark.parametrize("task", ["ended", "looped"])
@pytest.mark.parametrize("end", ENDS)
def test_the_task_says_how_its_module_ended(ordinary, in_process, end, task):
    assert in_process[end][task] == ordinary[end][task]


@pytest.mark.parametrize("end", ENDS[:-1])
def test_items_before_and_after_a_crash_are_done(in_process, end):
    assert [item.get("failed") for item in in_process[end]["looped"]["results"]] == [False, True, False]


@pytest.mark.parametrize("in_process", [True, False])
def test_an_interrupted_run_ends_its_module_and_what_that_has_started(tmp_path, in_process):
    told = tmp_path / "processes"
    run = started(tmp_path, {"one": str(told)}, "linear", in_process)
    await_true(lambda: told.exists() and told.read_text().endswith("\n"), run)
    run.send_signal(signal.SIGINT)
    assert "User interrupted execution" in printed(run, succeeds=False)
    await_true(lambda: not any(Path(f"/proc/{pid}").exists() for pid in told.read_text().split()))


def await_true(what: Callable[[], bool], run: subprocess.Popen[str] | None = None) -> None:
    deadline = time.monotonic() + LONGEST_SECONDS
    while not what():
        assert time.monotonic() < deadline
        assert run is None or run.poll() is None, run.stdout.read()
        time.sleep(0.05)
