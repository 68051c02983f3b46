"""What can't run in the task's worker runs as Ansible does it, and why is said once."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.in_process.playbook import printed, start
from tests.local_cloud import LocalCloud

HERE = Path(__file__).parent
# Becomes nobody else: whether this user may is the machine's matter.
SU = '#!/bin/sh\nwhile [ "$1" != -c ]; do shift; done\nexec sh -c "$2"\n'


@pytest.fixture(scope="module")
def said(local_cloud: LocalCloud, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("fallback")
    programs = {"su": SU, "other_python": f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'}
    for name, script in programs.items():
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    paths = " ".join(f"{name}={folder / name}" for name in programs)
    arguments = ("-i", "localhost,", "-vvv", HERE / "fallback.yml", "-e", paths)
    return printed(start(folder, *arguments, **local_cloud.environment()))


@pytest.mark.parametrize(
    "why",
    [
        "a task is asynchronous",
        "a task becomes another user",
        "the connection is not local",
        "a task's environment has what Python and its libraries read when they start",
        "ansible_python_interpreter is not ansible_playbook_python",
    ],
)
def test_why_a_task_needs_a_python_of_its_own_is_said_once(said, why):
    assert said.count(f"AWS modules run in a Python of their own, which takes longer, where {why}.") == 1


def test_each_of_them_has_one(said):
    assert len(re.findall(r"Using module file .*/ssm_parameters_info\.py", said)) == 10
