"""Hands the cases to the tests: each test runs for every case that has what the test is about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.modules import cases, life
from tests.modules.surroundings import Surroundings

BY_MODULE = {module: cases.load(module) for module in cases.CASES if module in cases.MODULES}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "about(what): only cases that have this, such as has_change")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """resource: a case of a module that keeps a resource.  bad, step: (case, number) of one entry of these lists."""
    all_cases = BY_MODULE.values()
    if "resource" in metafunc.fixturenames:
        features = [mark.args[0] for mark in metafunc.definition.iter_markers("about")]
        kept = [case for case in all_cases if case.kind == cases.RESOURCE]
        chosen = [case for case in kept if all(getattr(case, feature) for feature in features)]
        metafunc.parametrize("resource", [_param(case, case) for case in chosen])
    if "bad" in metafunc.fixturenames:
        _entries(metafunc, "bad", all_cases)
    if "step" in metafunc.fixturenames:
        _entries(metafunc, "step", [case for case in all_cases if case.kind != cases.RESOURCE])


def _entries(metafunc: pytest.Metafunc, name: str, chosen: Any) -> None:
    entries = [(case, number) for case in chosen for number in range(len(case.bad if name == "bad" else case.steps))]
    metafunc.parametrize(name, [_param(entry, entry[0], f"-{entry[1]}") for entry in entries])


def _param(value: Any, case: cases.Case, suffix: str = "") -> Any:
    return pytest.param(value, id=case.module + suffix)


@pytest.fixture(scope="session")
def outcomes(local_cloud: Any, collections: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Plays the playbook of a case when its first test asks, and gives the outcome of each step by its name."""
    around = Surroundings.of(local_cloud)
    played: dict[str, Any] = {}

    def outcomes_of(case: cases.Case) -> life.Lived:
        if case.module not in played:
            folder = tmp_path_factory.mktemp(case.module)
            try:
                played[case.module] = life.play(case, local_cloud, around, collections, folder)
            except AssertionError as error:
                played[case.module] = error
        if isinstance(played[case.module], AssertionError):
            raise played[case.module]
        return played[case.module]

    return outcomes_of


@pytest.fixture
def lived(resource: cases.Case, outcomes: Callable) -> life.Lived:
    return outcomes(resource)
