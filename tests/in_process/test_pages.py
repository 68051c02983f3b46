"""What is loaded lies in large pages, which makes forks cheap, where the system has them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ansible_collections.bidops.platform.plugins.plugin_utils import _pages

from tests.local_cloud import ROOT

PROGRAM = """
import re
from pathlib import Path
from ansible.cli import init_plugin_loader
init_plugin_loader([{collections!r}])
from ansible_collections.bidops.platform.plugins.plugin_utils import _pages

def large():
    return int(re.search(r"AnonHugePages: *([0-9]+) kB", Path("/proc/self/smaps_rollup").read_text())[1])

kept = [str(number) * 10 for number in range(1_000_000)]
before = large()
_pages.enlarge()
print(before, large(), kept[-1])
"""


def newer_than(major: int, minor: int) -> bool:
    found = re.match(r"Linux version (\d+)\.(\d+)", Path("/proc/version").read_text())
    return (int(found[1]), int(found[2])) >= (major, minor)


@pytest.mark.skipif(not (newer_than(6, 1) and _pages._SIZE.exists()), reason="this system has none to give")
def test_memory_lies_in_large_pages_afterwards():
    program = PROGRAM.format(collections=str(ROOT / ".ansible" / "collections"))
    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    before, after, last = output.split()
    assert int(after) > int(before) + 32 * 1024
    assert last == "999999" * 10


@pytest.mark.parametrize("content", [None, "", "none"])
def test_a_system_without_large_pages_goes_on(tmp_path, monkeypatch, content):
    size = tmp_path / "size"
    if content is not None:
        size.write_text(content)
    monkeypatch.setattr(_pages, "_SIZE", size)
    monkeypatch.setattr(_pages, "_own_memory", lambda: pytest.fail("it looked for memory to enlarge"))
    _pages.enlarge()
