"""What the journeys start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.journey import Target
from tests.local_cloud import running


@pytest.fixture(scope="module")
def target(collections: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """An environment with the default names, in a local cloud of its own."""
    folder = tmp_path_factory.mktemp("target")
    with running(folder / "cloud.log") as cloud:
        yield Target(cloud, folder, collections)
