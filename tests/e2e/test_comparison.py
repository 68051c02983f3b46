"""What differs between two runs is found, and told with its task and path."""

from __future__ import annotations

import pytest

from tests.e2e.comparison import NEW_EACH_TIME, differences


def of(outcome="ok", **result):
    return {"task": "Create it", "place": "main.yml:2", "outcome": outcome, "result": result}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (of(changed=True), of(changed=False), "result.changed: True in place of False"),
        (of(arn="a"), of(), "result.arn: 'a' in place of '(nothing)'"),
        (of(), of(warnings=["w"]), "result.warnings: '(nothing)' in place of ['w']"),
        (
            of(results=[{"id": 1}]),
            of(results=[{"id": 1}, {"id": 2}]),
            "result.results.1: '(nothing)' in place of {'id': 2}",
        ),
        (of(number=1), of(number=True), "result.number: 1 in place of True"),
        (
            of(cluster={"latest_restorable_time": 1}),
            of(cluster={}),
            "result.cluster.latest_restorable_time: 1 in place of",
        ),
    ],
)
def test_a_difference_is_told_with_its_task_and_path(one, other, told):
    (found,) = differences([one], [other])
    assert found.startswith(f"Create it (main.yml:2): {told}")


def test_what_is_equal_is_not_told():
    assert list(differences([of(ids=[1, 2])], [of(ids=[1, 2])])) == []


@pytest.mark.parametrize("end", NEW_EACH_TIME)
def test_what_is_made_anew_each_time_may_differ(end):
    def answer(value):
        for key in reversed(end.split(".")):
            value = {key: value}
        return of(**value)

    assert list(differences([answer("a")], [answer("b")])) == []
    assert len(list(differences([answer("a")], [answer(1)]))) == 1


@pytest.mark.parametrize("others", [[of(), of("skipped")], [of()]])
def test_another_task_ends_the_comparison(others):
    assert len(list(differences([of(), of(), of(changed=True)], others))) == 1
