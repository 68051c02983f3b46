"""Runs of ansible-playbook without the settings of whoever runs the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.local_cloud import ROOT, environment_without_settings

LONGEST_SECONDS = 120


def start(folder: Path, *arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.Popen[str]:
    """Start a run that keeps Ansible's own files in I(folder), where ROOT has an ansible.cfg and other folders none."""
    return subprocess.Popen(
        [str(Path(sys.executable).with_name("ansible-playbook")), *map(str, arguments)],
        cwd=cwd,
        env=environment_without_settings() | {"ANSIBLE_HOME": str(folder / "ansible")} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def printed(run: subprocess.Popen[str], succeeds: bool = True) -> str:
    """All that the run prints until it ends."""
    try:
        output, _ = run.communicate(timeout=LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        run.kill()
        raise
    assert (run.returncode == 0) == succeeds, output[-3000:]
    return output
