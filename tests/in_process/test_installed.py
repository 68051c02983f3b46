"""The modules run in their task's worker without this checkout's ansible.cfg, too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.local_cloud import ROOT, LocalCloud

HERE = Path(__file__).parent


@pytest.mark.parametrize("callbacks", [[], ["bidops.platform.warm_up"]])
def test_it_needs_no_configuration(local_cloud: LocalCloud, tmp_path: Path, callbacks: list[str]):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "ANSIBLE_"))}
    ours = {
        "ANSIBLE_HOME": str(tmp_path / "ansible"),
        "ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".ansible/collections"),
    }
    if callbacks:
        ours["ANSIBLE_CALLBACKS_ENABLED"] = ",".join(callbacks)
    run = subprocess.run(
        [str(Path(sys.executable).with_name("ansible-playbook")), "-i", "localhost,", HERE / "installed.yml", "-vvv"],
        cwd=tmp_path,  # where no ansible.cfg is
        env=kept | local_cloud.environment() | ours,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr
    assert "No config file found" in run.stdout
    assert "AnsiballZ_ssm" not in run.stdout
