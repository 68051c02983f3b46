"""Modules that do something, or only look, rather than keep a resource: the steps of their cases."""

from tests.modules import cases


def value_at(result, path):
    """The value at a dotted path, whose parts are keys or places in a list."""
    for part in path.split("."):
        result = result[int(part)] if isinstance(result, list) else result[part]
    return result


def test_step(step, outcomes):
    case, number = step
    outcome, expected = outcomes(case)[f"step-{number}"], case.steps[number]
    assert outcome.changed == expected.get("changed", False)
    for path, value in expected.get("returns", {}).items():
        assert value_at(outcome.result, path) == value, path


def test_step_that_changes_nothing_only_looks(step, outcomes):
    case, number = step
    outcome, expected = outcomes(case)[f"step-{number}"], case.steps[number]
    if case.kind == cases.INFO or expected.get("check") or not expected.get("changed"):
        assert outcome.writes == []


def test_step_shows_a_difference_exactly_when_it_changes_something(step, outcomes):
    case, number = step
    outcome = outcomes(case)[f"step-{number}"]
    assert outcome.shows_difference == outcome.changed
