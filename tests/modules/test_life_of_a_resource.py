"""The life of each resource: created, changed, tagged, refused, deleted, created again; in check mode and for real."""

import json

import pytest

from tests.modules import steps

UNKNOWN = "(known after apply)"


def agrees(predicted, real):
    """Whether a prediction came true, as far as it said anything."""
    if isinstance(predicted, str) and UNKNOWN in predicted:
        return True
    if isinstance(predicted, dict) and isinstance(real, dict):
        return all(agrees(value, real[key]) for key, value in predicted.items() if key in real)
    if isinstance(predicted, str) and predicted.startswith("{"):
        return json.loads(predicted) == json.loads(real)
    if isinstance(predicted, list) and isinstance(real, list) and len(predicted) == len(real):
        return all(map(agrees, predicted, real))
    return predicted == real


def assert_only_looked(outcome):
    assert outcome.writes == []


def test_check_mode_predicts_creation(lived):
    assert lived["create-in-check-mode"].changed
    assert lived["create-in-check-mode"].diff == lived["create"].diff


def test_check_mode_returns_what_creation_returns(lived, resource):
    predicted, real = (lived[step].result[resource.returns] for step in ("create-in-check-mode", "create"))
    assert predicted
    for key, value in predicted.items():
        assert key not in real or agrees(value, real[key]), key


def test_check_mode_creates_nothing(lived):
    assert_only_looked(lived["create-in-check-mode"])


def test_creates(lived, resource):
    assert lived["create"].changed
    assert lived["create"].writes
    assert lived["create"].result[resource.returns]


def test_again_changes_nothing(lived):
    assert not lived["create-again"].changed
    assert_only_looked(lived["create-again"])


def test_again_returns_the_same(lived, resource):
    assert lived["create-again"].result[resource.returns].keys() == lived["create"].result[resource.returns].keys()


@pytest.mark.about("twin")
def test_its_twin_lists_it_as_the_module_returns_it(lived, resource):
    assert lived["list-it"].result[resource.resource.several] == [lived["create-again"].result[resource.returns]]


@pytest.mark.about("twin")
def test_its_twin_lists_it_among_all_others(lived, resource):
    def untagged(entry):
        """Without tags: some are only read for who asks for them."""
        return {key: value for key, value in entry.items() if key != "tags"}

    listed = lived["list-all"].result[resource.resource.several]
    assert untagged(lived["create-again"].result[resource.returns]) in map(untagged, listed)


@pytest.mark.about("twin")
def test_its_twin_lists_nothing_after_the_deletion(lived, resource):
    assert lived["list-nothing"].result[resource.resource.several] == []


@pytest.mark.about("twin")
@pytest.mark.parametrize("look", ["list-it", "list-all", "list-nothing"])
def test_its_twin_only_looks(lived, look):
    assert not lived[look].changed
    assert_only_looked(lived[look])


@pytest.mark.about("has_change")
def test_change_in_check_mode_shows_the_diff_and_changes_nothing(lived):
    assert lived["change-in-check-mode"].changed
    assert lived["change-in-check-mode"].diff == lived["change"].diff
    assert_only_looked(lived["change-in-check-mode"])


@pytest.mark.about("has_change")
def test_change_shows_exactly_the_changed_options(lived):
    assert lived["change"].changed
    expected = {
        side: {option: values[place] for option, values in lived.expect_diff.items() if values[place] is not None}
        for place, side in enumerate(("before", "after"))
    }
    assert lived["change"].diff == expected


@pytest.mark.about("has_change")
def test_changed_again_changes_nothing(lived):
    assert not lived["change-again"].changed
    assert_only_looked(lived["change-again"])


@pytest.mark.about("taggable")
def test_tags_are_set(lived):
    assert lived["tag"].changed
    assert "tags" in lived["tag"].diff["after"]


@pytest.mark.about("taggable")
def test_tags_stay_without_purge(lived):
    assert lived["tag-without-purge"].changed
    # All that is left to change is the tag that has not been purged yet.
    assert lived["purge-tags"].changed


@pytest.mark.about("taggable")
def test_tags_are_purged(lived):
    assert lived["purge-tags"].changed
    assert "owner=somebody else, it carries none of them" in lived["change-foreign"].message
    assert "tags" in lived["purge-tags"].diff["after"]


@pytest.mark.about("taggable")
@pytest.mark.parametrize("verb", ["change", "delete"])
def test_required_tags_refuse_foreign_resources(lived, verb):
    refused = lived[f"{verb}-foreign"]
    assert refused.failed
    assert "required_tags asks for owner=somebody else" in refused.message
    assert_only_looked(refused)


@pytest.mark.about("has_replace")
def test_replacement_in_check_mode_shows_the_diff_and_changes_nothing(lived):
    assert lived["replace-in-check-mode"].diff == lived["replace"].diff
    assert_only_looked(lived["replace-in-check-mode"])


@pytest.mark.about("has_replace")
def test_replaces_when_asked_to(lived):
    assert lived["replace"].changed
    assert lived["replace"].result["replaced"]


def test_deletion_in_check_mode_deletes_nothing(lived):
    assert lived["delete-in-check-mode"].changed
    assert lived["delete-in-check-mode"].diff == lived["delete"].diff
    assert_only_looked(lived["delete-in-check-mode"])


def test_deletes(lived):
    assert lived["delete"].changed
    assert lived["delete"].writes


def test_deleted_again_changes_nothing(lived):
    assert not lived["delete-again"].changed
    assert_only_looked(lived["delete-again"])


def test_recreates_what_was_deleted_behind_our_back(lived, resource):
    again = lived["create-after-deletion"]
    assert again.changed
    if resource.comes_back:
        assert '"marked_for_deletion": false' in json.dumps(again.diff["after"])
    else:
        assert again.diff == lived["create"].diff


@pytest.mark.about("takes_time")
def test_a_wait_that_is_over_says_what_was_last_seen(lived, resource):
    late = lived["create-too-slow"]
    assert late.failed
    assert f"was not ready after {steps.SHORT} seconds, last seen {resource.modeled.states.creating}" in late.message


@pytest.mark.about("takes_time")
def test_the_next_run_goes_on_waiting(lived):
    assert not lived["wait-again"].failed
    ready = lived["create-again"].result.keys()
    assert lived["wait-again"].result.keys() >= ready - {"diff", "warnings"}


@pytest.mark.about("takes_time")
def test_deletion_waits_until_the_creation_has_ended(lived):
    assert lived["create-without-waiting"].changed
    assert lived["delete-while-creating"].changed


@pytest.mark.about("can_fail")
def test_a_failed_creation_tells_the_reason(lived, resource):
    failed = lived["create-that-fails"]
    assert failed.failed
    assert (f" ({steps.REASON})" if resource.tells_why else "FAILED") in failed.message


@pytest.mark.about("can_fail")
def test_what_failed_is_not_taken_for_created(lived, resource):
    again = lived["create-again-after-failure"]
    assert again.failed
    assert (f" ({steps.REASON})" if resource.tells_why else "FAILED") in again.message
    assert ("set force_replace" in again.message) == ("force_replace" in resource.options)
    assert_only_looked(again)


@pytest.mark.about("can_fail")
def test_what_failed_can_be_deleted(lived):
    assert lived["delete-what-failed"].changed


def test_diff_is_empty_exactly_when_nothing_changes(lived):
    done = [outcome for outcome in lived.outcomes.values() if not outcome.failed]
    assert {outcome.name: outcome.changed for outcome in done} == {
        outcome.name: outcome.shows_difference for outcome in done
    }


def test_warns_of_nothing(lived):
    said = {outcome.name: outcome.result.get("warnings", []) for outcome in lived.outcomes.values()}
    assert said == dict.fromkeys(said, [])
