"""However a module ends, its task says what it would say without the runner, and the run goes on."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.local_cloud import ROOT

HERE = Path(__file__).parent
LONGEST_SECONDS = 120
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


def play(folder: Path, in_process: bool, strategy: str) -> dict[str, Any]:
    """The results of the play, by the end of the module."""
    module = folder / "collections/ansible_collections/community/aws/plugins/modules/ends.py"
    dest = folder / f"{strategy}-{in_process}"
    module.parent.mkdir(parents=True, exist_ok=True)
    dest.mkdir()
    (folder / "crashes.yml").write_text(PLAY)
    shutil.copy(HERE / "ends.py", module)
    (folder / "hosts.json").write_text(json.dumps({"all": {"hosts": {end: {"how": end} for end in ENDS}}}))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "ANSIBLE_"))}
    collections = f"{folder / 'collections'}:{ROOT / '.ansible/collections'}"
    switches = f"dest={dest} strategy={strategy} platform_in_process={str(in_process).lower()}"
    program = str(Path(sys.executable).with_name("ansible-playbook"))
    run = subprocess.run(
        # Fewer forks than targets: a worker's place is taken by the next one.
        [program, "-i", str(folder / "hosts.json"), str(folder / "crashes.yml"), "--forks", "3", "-e", switches],
        cwd=ROOT,  # for ansible.cfg, which names the action plugin and the callback
        env=kept | {"ANSIBLE_HOME": str(folder / "ansible"), "ANSIBLE_COLLECTIONS_PATH": collections},
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr
    # The frames of a traceback are those of either way.
    frames = re.compile(r"Traceback.*\n(?=\w)", re.DOTALL)
    results = {end: json.loads((dest / f"{end}.json").read_text()) for end in ENDS}
    for result in results.values():
        for one in (result["ended"], *result["looped"]["results"]):
            if "module_stderr" in one:
                one["module_stderr"] = frames.sub("", one["module_stderr"])
    return results


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return play(tmp_path_factory.mktemp("ordinary"), False, "linear")


@pytest.fixture(scope="module", params=["linear", "free"])
def in_process(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> dict[str, Any]:
    return play(tmp_path_factory.mktemp(request.param), True, request.param)


@pytest.mark.parametrize("task", ["ended", "looped"])
@pytest.mark.parametrize("end", ENDS)
def test_the_task_says_how_its_module_ended(ordinary, in_process, end, task):
    assert in_process[end][task] == ordinary[end][task]


@pytest.mark.parametrize("end", ENDS[:-1])
def test_items_before_and_after_a_crash_are_done(in_process, end):
    assert [item.get("failed") for item in in_process[end]["looped"]["results"]] == [False, True, False]
