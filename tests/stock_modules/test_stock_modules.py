"""Check mode of the stock modules that the roles use tells the truth and writes nothing, and again changes nothing."""

import re
from functools import partial

import pytest

from tests.local_cloud import ROOT, running
from tests.stock_modules import phases

ENTRIES = phases.entries()
KEEPS = [entry for entry in ENTRIES if not entry.only_looks]
GOES = [entry for entry in KEEPS if entry.gone]
LISTS = [entry for entry in ENTRIES if entry.lists]
each = partial(pytest.mark.parametrize, "entry", ids=lambda entry: entry.name)


@pytest.fixture(scope="module")
def outcomes(collections, tmp_path_factory):
    """Those of an account of its own, where nothing is at first."""
    folder = tmp_path_factory.mktemp("stock-modules")
    with running(folder / "log") as cloud:
        cloud.client("s3").create_bucket(Bucket="stock-trail")  # that the trail writes into
        key = cloud.client("kms").create_key()["KeyMetadata"]["Arn"]  # that trail and vault encrypt with
        return phases.live_through(cloud, collections, folder, {"key_arn": key})


def test_every_stock_module_of_the_roles_is_here():
    used = {
        name
        for folder in ("roles", "playbooks")
        for path in (ROOT / folder).rglob("*.yml")
        for name in re.findall(r"^\s+(?:- )?((?:amazon|community)\.aws\.\w+):", path.read_text(), re.MULTILINE)
    }
    assert used == {f"{phases.COLLECTION}.{entry.module}" for entry in ENTRIES}


@each(KEEPS)
def test_check_mode_predicts_on_an_empty_account_and_writes_nothing(entry, outcomes):
    assert outcomes["predict", entry.name].changed
    assert outcomes["predict", entry.name].writes == []


@each(KEEPS)
def test_what_was_predicted_is_done(entry, outcomes):
    assert outcomes["make", entry.name].changed
    assert outcomes["make", entry.name].writes


@each(KEEPS)
@pytest.mark.parametrize("phase", ["again", "check"])
def test_nothing_more_to_do(entry, phase, outcomes):
    assert not outcomes[phase, entry.name].changed
    assert outcomes[phase, entry.name].writes == []


@each(GOES)
def test_check_mode_predicts_the_removal_and_removes_nothing(entry, outcomes):
    assert outcomes["predict-removal", entry.name].changed
    assert outcomes["predict-removal", entry.name].writes == []


@each(GOES)
def test_removes_once(entry, outcomes):
    assert outcomes["remove", entry.name].changed
    assert outcomes["remove", entry.name].writes
    assert not outcomes["remove-again", entry.name].changed
    assert outcomes["remove-again", entry.name].writes == []


@each(LISTS)
def test_lists_what_is_there(entry, outcomes):
    found = {phase: outcomes[phase, entry.name].result[entry.lists] for phase in (*phases.MAKING, *phases.REMOVING)}
    there = [phase for phase, listed in found.items() if listed]
    assert there == ["make", "again", "check", "predict-removal"]


@pytest.mark.parametrize("phase", [*phases.MAKING, *phases.REMOVING])
@each([entry for entry in ENTRIES if entry.only_looks])
def test_only_looks(entry, phase, outcomes):
    assert not outcomes[phase, entry.name].changed
    assert outcomes[phase, entry.name].writes == []
