"""The examples of the documentation, run one after the other as a user would who copied them into a playbook."""

import pytest

from tests.local_cloud import running
from tests.modules import cases, life, playbook
from tests.modules.surroundings import Surroundings

EXAMPLES = [module for module in cases.CASES if module in cases.MODULES]


def filled_in(value, replacements):
    """An example with what stands in it for a user's own ids and names replaced."""
    if isinstance(value, dict):
        return {filled_in(key, replacements): filled_in(item, replacements) for key, item in value.items()}
    if isinstance(value, list):
        return [filled_in(item, replacements) for item in value]
    if isinstance(value, str):
        for literal, given in replacements.items():
            value = value.replace(literal, given)
    return value


def removes(task):
    return any(isinstance(options, dict) and options.get("state") == "absent" for options in task.values())


def in_order(examples, of_twin):
    """The twin's examples come when everything is there: before the first task that removes something."""
    end = next((place for place, task in enumerate(examples) if removes(task)), len(examples))
    return [*examples[:end], *of_twin, *examples[end:]]


@pytest.fixture(scope="session")
def cloud_of_examples(tmp_path_factory):
    with running(tmp_path_factory.mktemp("local-cloud") / "log") as cloud:
        yield cloud


@pytest.fixture
def empty_cloud(cloud_of_examples):
    """Examples of different modules use the same names, and some leave things for their reader."""
    cloud_of_examples.reset()
    return cloud_of_examples


@pytest.mark.parametrize("module", EXAMPLES)
def test_examples_run(module, empty_cloud, collections, tmp_path):
    case = cases.load(module)
    of_twin = cases.documented(case.twin, "EXAMPLES") if case.twin else []
    examples = filled_in(in_order(cases.documented(module, "EXAMPLES"), of_twin), case.examples)
    around = life.needs(case, Surroundings(empty_cloud))
    playbook.run(module, [*case.prepare, *examples, *case.cleanup], around, empty_cloud, (collections, tmp_path))
