"""The modules run in their task's worker without this checkout's ansible.cfg, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process.playbook import printed, start
from tests.local_cloud import ROOT, LocalCloud

HERE = Path(__file__).parent


@pytest.mark.parametrize("callbacks", [[], ["bidops.platform.warm_up"]])
def test_it_needs_no_configuration(local_cloud: LocalCloud, tmp_path: Path, callbacks: list[str]):
    settings = local_cloud.environment() | {"ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".ansible/collections")}
    if callbacks:
        settings["ANSIBLE_CALLBACKS_ENABLED"] = ",".join(callbacks)
    output = printed(start(tmp_path, "-i", "localhost,", HERE / "installed.yml", "-vvv", cwd=tmp_path, **settings))
    assert "No config file found" in output
    assert "AnsiballZ_ssm" not in output
