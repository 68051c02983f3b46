"""Plugins that nearly every task uses are loaded before the first worker is forked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.local_cloud import ROOT

LOAD = """
import sys
from ansible.cli import init_plugin_loader
init_plugin_loader([{collections!r}])
from ansible_collections.bidops.platform.plugins.plugin_utils import _plugins
_plugins.load()
print(*(getattr(module, "__file__", None) for module in list(sys.modules.values())))
"""


@pytest.mark.parametrize(
    "plugin",
    [
        "ansible/plugins/filter/core.py",
        "ansible/plugins/test/core.py",
        "ansible/plugins/lookup/vars.py",
        "ansible/plugins/connection/local.py",
        "ansible/plugins/shell/sh.py",
        "bidops/platform/plugins/action/in_process.py",
        "bidops/platform/plugins/filter/resource_name.py",
        "bidops/platform/plugins/filter/planned.py",
    ],
)
def test_it_is_loaded(loaded, plugin):
    assert any(file.endswith(plugin) for file in loaded)


@pytest.fixture(scope="module")
def loaded():
    program = LOAD.format(collections=str(ROOT / ".ansible" / "collections"))
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
