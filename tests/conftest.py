"""What all tests share: the checkout as a collection, wherever it lies, and a local cloud."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

# A slow machine is no defect.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[1]
# pyproject.toml has the same folder on the Python path, ansible.cfg on the collections path, and scripts/venv makes it.
COLLECTIONS = ROOT / ".ansible/collections"


def link_collection() -> None:
    """Make this checkout importable as ansible_collections.bidops.platform, should scripts/venv not have run."""
    link = COLLECTIONS / "ansible_collections/bidops/platform"
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.exists():
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(ROOT, link.parent))
        importlib.invalidate_caches()


link_collection()  # now: the conftest.py files below import the collection


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With pytest -n, a file of tests goes to one process, so that what they share is made once.

    The tests of tests/modules share a playbook with all others of the same module, those of tests/e2e a platform with
    all others of the same target, and not with those of the same file.
    """
    from xdist.scheduler import LoadScopeScheduling

    class BySharedWork(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            shared = re.match(r"tests/(?:modules/|e2e/test_site).*\[(\w+)", nodeid)
            return shared[1] if shared else nodeid.split("::")[0]

    return BySharedWork(config, log)


@pytest.fixture(scope="session")
def collections() -> Path:
    """The folder to name as ANSIBLE_COLLECTIONS_PATH."""
    return COLLECTIONS


@pytest.fixture(scope="session")
def local_cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    """A local cloud for this process, where everything is ready at once."""
    from tests.local_cloud import running

    with running(tmp_path_factory.mktemp("local-cloud") / "log") as cloud:
        yield cloud
